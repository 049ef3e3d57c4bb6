"""One picture of four fingers, cut into its fingers: for scanners that do not do it themselves."""

from rekam.biometric.slap.segment import Hand, segment

__all__ = ["Hand", "segment"]
