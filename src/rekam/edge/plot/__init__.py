"""Curves and histograms as SVG, by the optional extra ``plot``."""
