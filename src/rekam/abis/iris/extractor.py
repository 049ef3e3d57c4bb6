from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from rekam.abis import parameters
from rekam.abis.grid import cell_means, smoothed, spread
from rekam.abis.iris.circle import Circle
from rekam.abis.iris.code import phase_code
from rekam.abis.iris.lid import lids
from rekam.abis.iris.limbus import limbus
from rekam.abis.iris.pupil import pupil_candidates
from rekam.abis.iris.sheet import unrolled
from rekam.abis.iris.template import IrisTemplate
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
    picture, glints = without_glints(image.pixels)
    parts = eye_parts(picture)
    sheet = unrolled(picture, glints, parts.pupil, parts.iris, parts.lids)
    if sheet.usable.mean() < parameters.USABLE_LEAST:
        raise Problem("abis.iris_not_found", reason="covered")
    code, mask = phase_code(sheet)
    return IrisTemplate(code, mask)


def without_glints(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """The eye, lightly smoothed, with small reflections filled from around them; and where they were.

    Raises:
        Problem: ``abis.iris_not_found`` if the picture cannot be an eye's.
    """
    least, most = parameters.EYE_SIDES
    if (
        pixels.ndim != 2
        or pixels.dtype != np.uint8
        or not all(least <= side <= most for side in pixels.shape)
    ):
        raise Problem("abis.iris_not_found", reason="size")
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
    """Pupil, limbus and lids: of several dark discs the one with the best iris around it.

    Raises:
        Problem: ``abis.iris_not_found`` if no disc has an iris around it.
    """
    pairs = [(pupil, limbus(picture, pupil)) for pupil in pupil_candidates(picture)]
    complete = [(pupil, outer) for pupil, outer in pairs if outer is not None]
    if not complete:
        raise Problem("abis.iris_not_found", reason="outline")
    pupil, outer = max(complete, key=lambda pair: pair[0].contrast + 2 * pair[1].contrast)
    return EyeParts(pupil, outer, lids(picture, outer, pupil))
