from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from rekam.abis import parameters as engine
from rekam.abis.grid import cell_means, smoothed
from rekam.abis.iris import parameters
from rekam.problem import Problem


@dataclass(frozen=True, slots=True, eq=False)
class EyePicture:
    """An eye as the search sees it, (height, width) of the working picture.

    Attributes:
        scale: Pixels of the picture per working pixel.
        texture: Brightness for reading the iris, reflections filled, grey levels.
        edges: Brightness for finding outlines, on a logarithmic scale.
        glints: Where reflections of the lamp are.
    """

    scale: int
    texture: NDArray[np.float32]
    edges: NDArray[np.float32]
    glints: NDArray[np.bool_]


def eye_picture(pixels: NDArray[np.uint8] | NDArray[np.float32]) -> EyePicture:
    """Bring an eye to working size and fill its reflections from around them."""
    scale = max(1, round(pixels.shape[1] / parameters.WORKING_WIDTH))
    grey = cell_means(np.ascontiguousarray(pixels, np.float32), scale)
    side = parameters.GLINT_OPENING
    opened = ndimage.grey_opening(grey, (side, side))
    bright = (grey - opened > parameters.GLINT_RISE) & (grey > parameters.GLINT_LEVEL)
    glints: NDArray[np.bool_] = ndimage.binary_dilation(bright, iterations=parameters.GLINT_GROWTH)
    filled = smoothed(np.where(glints, opened, grey), parameters.PICTURE_SIGMA)
    return EyePicture(
        scale,
        np.where(glints, filled, smoothed(grey, parameters.TEXTURE_SIGMA)),
        np.float32(parameters.LOG_SCALE) * np.log1p(filled / np.float32(parameters.LOG_FLOOR)),
        glints,
    )


def sound_pixels(pixels: NDArray[np.uint8]) -> None:
    """Refuse what cannot be an eye's picture.

    Raises:
        Problem: ``abis.iris_not_found`` if it is not grey, too small or too large.
    """
    least, most = engine.EYE_SIDES
    if (
        pixels.ndim != 2
        or pixels.dtype != np.uint8
        or not all(least <= side <= most for side in pixels.shape)
    ):
        raise Problem("abis.iris_not_found", reason="size")
