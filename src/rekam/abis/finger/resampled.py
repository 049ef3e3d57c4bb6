import numpy as np
from numpy.typing import NDArray
from PIL import Image

from rekam.abis import parameters
from rekam.biometric import FingerImage
from rekam.problem import Problem


def resampled(image: FingerImage) -> NDArray[np.float32]:
    """The finger's pixels at 500 dpi.

    Returns:
        Array (height, width) float32, 0 = black (ridge), 255 = white.

    Raises:
        Problem: ``abis.finger_unreadable`` if shape or resolution cannot be a finger's.
    """
    pixels = image.pixels
    low, high = parameters.DPI_RANGE
    if pixels.ndim != 2 or pixels.dtype != np.uint8 or not low <= image.dpi <= high:
        raise Problem("abis.finger_unreadable", reason="resolution")
    scale = parameters.DPI / image.dpi
    height, width = (max(round(side * scale), 1) for side in pixels.shape)
    least, most = parameters.SIDE_RANGE
    if not (least <= height <= most and least <= width <= most):
        raise Problem("abis.finger_unreadable", reason="size")
    if (height, width) != pixels.shape:
        picture = Image.fromarray(np.ascontiguousarray(pixels))
        pixels = np.asarray(picture.resize((width, height), Image.Resampling.LANCZOS))
    return pixels.astype(np.float32)
