from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates

from rekam.abis import parameters
from rekam.abis.iris.circle import Circle


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """The iris unrolled: row 0 at the pupil, columns around it from the right, downwards first.

    Attributes:
        grey: Brightness (SHEET_ROWS, SHEET_COLUMNS).
        usable: Where neither lid, lash, reflection nor the picture's border is.
    """

    grey: NDArray[np.float32]
    usable: NDArray[np.bool_]


def sheet_places(pupil: Circle, iris: Circle) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where each sample of the sheet lies in the picture: x and y, each (SHEET_ROWS, SHEET_COLUMNS).

    Daugman's rubber sheet between two circles that need not share a centre.
    """
    angle = np.arange(parameters.SHEET_COLUMNS) * (2 * np.pi / parameters.SHEET_COLUMNS)
    near, far = parameters.SHEET_MARGIN
    way = np.linspace(near, far, parameters.SHEET_ROWS)[:, None]
    x = (1 - way) * (pupil.x + pupil.radius * np.cos(angle)) + way * (iris.x + iris.radius * np.cos(angle))
    y = (1 - way) * (pupil.y + pupil.radius * np.sin(angle)) + way * (iris.y + iris.radius * np.sin(angle))
    return x, y


def unrolled(
    picture: NDArray[np.float32],
    glints: NDArray[np.bool_],
    pupil: Circle,
    iris: Circle,
    lids: tuple[NDArray[np.float32], NDArray[np.float32]],
) -> Sheet:
    """The rubber sheet with its mask.

    Args:
        picture: Eye with its reflections filled (height, width).
        glints: Where reflections are.
        pupil: Inner circle.
        iris: Outer circle.
        lids: As from ``lids``.
    """
    x, y = sheet_places(pupil, iris)
    grey = map_coordinates(picture, (y, x), order=1, mode="nearest").astype(np.float32)
    height, width = picture.shape
    usable = (x >= 0) & (y >= 0) & (x <= width - 1) & (y <= height - 1)
    column, row = (
        np.clip(np.round(x).astype(int), 0, width - 1),
        np.clip(np.round(y).astype(int), 0, height - 1),
    )
    usable &= ~glints[row, column]
    away = x - iris.x
    upper, lower = (lid[0] + lid[1] * away + lid[2] * away * away for lid in lids)
    usable &= (y > upper + 2) & (y < lower - 2)
    return Sheet(grey, usable & ~_lashes(grey, usable))


def _lashes(grey: NDArray[np.float32], usable: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Samples much darker than the rest of the iris."""
    if usable.sum() < grey.size // 8:
        return np.zeros_like(usable)
    values = grey[usable]
    middle = np.median(values)
    spread = 1.4826 * np.median(np.abs(values - middle)) + 4.0
    lashes: NDArray[np.bool_] = grey < middle - 3.0 * spread
    return lashes
