from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from rekam.abis import parameters
from rekam.abis.grid import cell_means, smoothed, spread
from rekam.abis.iris import parameters as own
from rekam.abis.iris.choice import chosen_circles
from rekam.abis.iris.circle import Circle
from rekam.abis.iris.code import phase_code
from rekam.abis.iris.eye_picture import eye_picture, sound_pixels
from rekam.abis.iris.lid import lids
from rekam.abis.iris.template import IrisTemplate
from rekam.abis.iris.trace import free_sheet, trace_iris
from rekam.biometric import EyeImage
from rekam.problem import Problem


@dataclass(frozen=True, slots=True, eq=False)
class EyeParts:
    """What was found in an eye picture, px.

    Attributes:
        pupil: Inner circle of the iris.
        iris: Outer circle.
        lids: Upper and lower lid, each height, slope and bend as from ``lids``.
    """

    pupil: Circle
    iris: Circle
    lids: tuple[NDArray[np.float32], NDArray[np.float32]]


def extract_iris(image: EyeImage) -> IrisTemplate:
    """The template of one iris.

    Raises:
        Problem: ``abis.iris_not_found`` if there is no iris, or too little of it is free.
    """
    code, mask = phase_code(free_sheet(trace_iris(image)))
    return IrisTemplate(code, mask)


def without_glints(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """The eye, lightly smoothed, with small reflections filled from around them; and where they were.

    Raises:
        Problem: ``abis.iris_not_found`` if the picture cannot be an eye's.
    """
    sound_pixels(pixels)
    bright = pixels > parameters.GLINT_LEVEL
    glints: NDArray[np.bool_] = ndimage.binary_dilation(bright, iterations=parameters.GLINT_GROWTH)
    picture = pixels.astype(np.float32)
    if glints.any():
        picture = np.where(glints, _surroundings(picture, ~glints), picture)
    return smoothed(picture, 1.0), glints


def _surroundings(picture: NDArray[np.float32], known: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Brightness of the known pixels near each pixel."""
    cell = parameters.EYE_SCALE
    share = cell_means(known.astype(np.float32), cell)
    total = cell_means(np.where(known, picture, np.float32(0)), cell)
    share, total = smoothed(share, 2.0), smoothed(total, 2.0)
    around = total / np.maximum(share, np.float32(1e-3))
    return spread(np.where(share > 1e-3, around, np.float32(255)), picture.shape, cell)


def eye_parts(picture: NDArray[np.float32]) -> EyeParts:
    """Pupil, limbus and the lids as parabolas, for the judgement of a capture.

    Raises:
        Problem: ``abis.iris_not_found`` if no disc has an iris around it, or lids hide its sides.
    """
    eye = eye_picture(picture)
    pupil, iris = (circle.scaled(eye.scale) for circle in chosen_circles(eye.edges))
    if iris.contrast < own.CAPTURE_LIMBUS:
        raise Problem("abis.iris_not_found", reason="covered")
    return EyeParts(pupil, iris, lids(picture, iris, pupil))
