from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates

from rekam.abis.iris import parameters
from rekam.abis.iris.circle import Circle
from rekam.abis.iris.eye_picture import EyePicture
from rekam.abis.iris.occlusion import free_iris
from rekam.abis.iris.outline import ANGLES

WAY = parameters.MARGIN[0] + np.linspace(0, 1, parameters.ROWS) ** parameters.BEND * (
    parameters.MARGIN[1] - parameters.MARGIN[0]
)
"""Part of the way from pupil to limbus at which each row of the sheet lies."""
_TURN = np.arange(parameters.COLUMNS) * (2 * np.pi / parameters.COLUMNS)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """The iris unrolled: row 0 at the pupil, columns around it from the right, downwards first.

    Attributes:
        grey: Brightness (ROWS, COLUMNS).
        usable: Where neither lid, lash, reflection nor the picture's border is.
    """

    grey: NDArray[np.float32]
    usable: NDArray[np.bool_]


def sheet_places(
    pupil: Circle, pupil_outline: NDArray[np.float64], iris: Circle, iris_outline: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where each sample of the sheet lies in the working picture: x and y, each (ROWS, COLUMNS).

    Daugman's rubber sheet between two outlines that need not share a middle.
    """
    inner = np.interp(_TURN, ANGLES, pupil_outline, period=2 * np.pi)
    outer = np.interp(_TURN, ANGLES, iris_outline, period=2 * np.pi)
    way = WAY[:, None]
    x = (1 - way) * (pupil.x + inner * np.cos(_TURN)) + way * (iris.x + outer * np.cos(_TURN))
    y = (1 - way) * (pupil.y + inner * np.sin(_TURN)) + way * (iris.y + outer * np.sin(_TURN))
    return x, y


def unrolled(
    eye: EyePicture, places: tuple[NDArray[np.float64], NDArray[np.float64]]
) -> tuple[Sheet, NDArray[np.int64]]:
    """The rubber sheet with its mask, and the rows of each column before the lids (COLUMNS,)."""
    x, y = places
    height, width = eye.texture.shape
    grey = map_coordinates(eye.texture, (y, x), order=1, mode="nearest").astype(np.float32)
    inside = (x >= 0) & (y >= 0) & (x <= width - 1) & (y <= height - 1)
    column = np.clip(np.round(x).astype(int), 0, width - 1)
    row = np.clip(np.round(y).astype(int), 0, height - 1)
    free, lid = free_iris(grey, inside)
    return Sheet(grey, free & ~eye.glints[row, column]), lid
