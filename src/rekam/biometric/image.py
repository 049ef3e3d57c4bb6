"""Pictures in memory: 8-bit grey or RGB arrays with what they show."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from rekam.biometric.position import Eye, FingerPosition

if TYPE_CHECKING:  # NumPy takes a tenth of a second: who only names a picture does not load it
    import numpy as np
    from numpy.typing import NDArray

Grey: TypeAlias = "NDArray[np.uint8]"
"""Array (height, width), 0 = black."""

Colour: TypeAlias = "NDArray[np.uint8]"
"""Array (height, width, 3), RGB."""


@dataclass(frozen=True, slots=True, eq=False)
class FingerImage:
    """One finger, ridges dark on light.

    Attributes:
        position: Which finger.
        pixels: Array (height, width) uint8.
        dpi: Pixels per inch of the sensor; 500 is the norm (ISO/IEC 19794-4).
    """

    position: FingerPosition
    pixels: Grey
    dpi: float = 500.0


@dataclass(frozen=True, slots=True, eq=False)
class EyeImage:
    """One eye in near infrared, normally 640x480 (ISO/IEC 19794-6, uncropped)."""

    eye: Eye
    pixels: Grey


@dataclass(frozen=True, slots=True, eq=False)
class FaceImage:
    """A portrait, array (height, width, 3) RGB."""

    pixels: Colour
