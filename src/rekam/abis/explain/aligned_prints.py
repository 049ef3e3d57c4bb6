"""Two prints laid on each other, with the minutiae that agree."""

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy.ndimage import affine_transform

from rekam.abis.explain import parameters
from rekam.abis.explain.canvas import Picture
from rekam.abis.finger.comparison import FingerComparison, compare_fingers
from rekam.abis.finger.contrast import normalised
from rekam.abis.finger.extractor import extract_finger
from rekam.abis.finger.resampled import resampled
from rekam.abis.parameters import NORMAL_LIMIT
from rekam.biometric import FingerImage


def aligned_prints(one: FingerImage, other: FingerImage) -> tuple[Picture, FingerComparison]:
    """The first print turned and shifted onto the second, and the comparison that did it.

    First in orange, second in blue; black rings around minutiae that both have, at their places in the second. The
    second keeps its picture at 500 dpi.

    Raises:
        Problem: ``abis.finger_unreadable`` if a print cannot be read.
    """
    compared = compare_fingers(extract_finger(one), extract_finger(other))
    below = _ridges(other)
    above = _laid(_ridges(one), compared, below.shape)
    paper = np.full((*below.shape, 3), 255.0)
    for ridges, ink in ((above, parameters.FIRST_INK), (below, parameters.SECOND_INK)):
        paper *= 1 - parameters.PALE * ridges[..., None] * (1 - np.array(ink) / 255)
    sheet = Image.fromarray(paper.astype(np.uint8))
    pen, radius = ImageDraw.Draw(sheet), parameters.PAIR_RADIUS
    for _, (x, y) in compared.pairs:
        pen.ellipse([x - radius, y - radius, x + radius, y + radius], outline=parameters.PAIR_INK, width=2)
    return np.asarray(sheet), compared


def _ridges(image: FingerImage) -> NDArray[np.float64]:
    """How much of a ridge each pixel is, 0-1, at 500 dpi."""
    values, _ = normalised(resampled(image))
    ridges: NDArray[np.float64] = np.clip(-values * parameters.RIDGE_GAIN / NORMAL_LIMIT, 0, 1).astype(
        np.float64
    )
    return ridges


def _laid(
    ridges: NDArray[np.float64], compared: FingerComparison, shape: tuple[int, ...]
) -> NDArray[np.float64]:
    """The first print's ridges seen in the second's picture; 0 beyond its border."""
    cosine, sine = math.cos(compared.turn), math.sin(compared.turn)
    x, y = compared.shift
    # From a place of the second back to the first, rows before columns.
    back = np.array([[cosine, -sine], [sine, cosine]])
    offset = -back @ np.array([y, x])
    laid: NDArray[np.float64] = affine_transform(ridges, back, offset, output_shape=shape, order=1)
    return laid
