"""Irises: finding them in a near-infrared picture, coding them, comparing codes."""
