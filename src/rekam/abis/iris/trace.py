from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.abis.iris import parameters
from rekam.abis.iris.choice import chosen_circles
from rekam.abis.iris.circle import Circle
from rekam.abis.iris.eye_picture import EyePicture, eye_picture, sound_pixels
from rekam.abis.iris.outline import ANGLES, LIMBUS, PUPIL, SIDES, outline
from rekam.abis.iris.sheet import Sheet, sheet_places, unrolled
from rekam.biometric import EyeImage
from rekam.problem import Problem

Line = tuple[NDArray[np.float64], NDArray[np.float64]]
"""x and y of points in the picture, px."""


@dataclass(frozen=True, slots=True, eq=False)
class IrisTrace:
    """Every step from an eye's picture to its code; places are those of the picture as it came.

    Attributes:
        eye: The working picture.
        pupil: Inner circle.
        iris: Outer circle.
        pupil_outline: Inner edge as it is.
        iris_outline: Outer edge as it is.
        lid: Where the free iris ends in each column of the sheet.
        places: Where each sample of the sheet lies, x and y, each (ROWS, COLUMNS).
        sheet: The iris unrolled, with its mask.
    """

    eye: EyePicture
    pupil: Circle
    iris: Circle
    pupil_outline: Line
    iris_outline: Line
    lid: Line
    places: Line
    sheet: Sheet


def trace_iris(image: EyeImage) -> IrisTrace:
    """Find the iris in a picture and unroll it, keeping every step.

    Raises:
        Problem: ``abis.iris_not_found`` if there is no iris.
    """
    sound_pixels(image.pixels)
    eye = eye_picture(image.pixels)
    pupil, iris = chosen_circles(eye.edges)
    inner = outline(eye.edges, pupil, PUPIL)
    outer = outline(eye.edges, iris, LIMBUS, SIDES)
    x, y = sheet_places(pupil, inner, iris, outer)
    sheet, rows = unrolled(eye, (x, y))
    last, column = np.clip(rows - 1, 0, None), np.arange(parameters.COLUMNS)
    return IrisTrace(
        eye,
        pupil.scaled(eye.scale),
        iris.scaled(eye.scale),
        _grown(eye.scale, pupil.x + inner * np.cos(ANGLES), pupil.y + inner * np.sin(ANGLES)),
        _grown(eye.scale, iris.x + outer * np.cos(ANGLES), iris.y + outer * np.sin(ANGLES)),
        _grown(eye.scale, x[last, column], y[last, column]),
        _grown(eye.scale, x, y),
        sheet,
    )


def free_sheet(trace: IrisTrace) -> Sheet:
    """The sheet of a trace, if enough of the iris is free to be compared.

    Raises:
        Problem: ``abis.iris_not_found`` if too little is.
    """
    if trace.sheet.usable.mean() < parameters.USABLE_LEAST:
        raise Problem("abis.iris_not_found", reason="covered")
    return trace.sheet


def _grown(scale: int, x: NDArray[np.float64], y: NDArray[np.float64]) -> Line:
    return (x + 0.5) * scale - 0.5, (y + 0.5) * scale - 0.5
