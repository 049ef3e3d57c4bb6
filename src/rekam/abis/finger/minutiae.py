import nbis
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_erosion

from rekam.abis import parameters
from rekam.abis.finger.flow import Flow
from rekam.abis.finger.mindtct import found_minutiae

Minutiae = tuple[NDArray[np.uint16], NDArray[np.uint16], NDArray[np.uint8], NDArray[np.uint8]]
"""x, y, direction, quality as in ``FingerTemplate``."""


def sound_minutiae(grey: NDArray[np.uint8], flow: Flow, area: NDArray[np.bool_]) -> Minutiae:
    """Minutiae of a cleaned picture, away from the border, turned to the flow, best quality first.

    mindtct rounds directions to 11.25 degrees; the flow is known much finer, so the minutia keeps only
    which of its two ways it points.

    Args:
        grey: Cleaned picture (height, width) at 500 dpi.
        flow: Ridge flow on cells.
        area: Foreground on cells.
    """
    return placed_minutiae(found_minutiae(grey), flow, area)


def placed_minutiae(given: nbis.Minutiae, flow: Flow, area: NDArray[np.bool_]) -> Minutiae:
    """The same for minutiae that NBIS has already found."""
    found = given.get()
    table = np.array([(one.x(), one.y(), one.angle()) for one in found], np.float64).reshape(-1, 3)
    x, y = table[:, 0].astype(np.int64), table[:, 1].astype(np.int64)
    inner = binary_erosion(area, iterations=round(parameters.BORDER / parameters.CELL))
    row, column = y // parameters.CELL, x // parameters.CELL
    keep = inner[row, column]
    x, y, row, column = x[keep], y[keep], row[keep], column[keep]
    angle = -np.deg2rad(table[keep, 2])  # NBIS counts against the clock, y runs downwards here
    ridge = 0.5 * np.arctan2(flow.double_sine[row, column], flow.double_cosine[row, column])
    cosine = np.cos(ridge - angle)
    angle = np.where(np.abs(cosine) > parameters.SNAP, ridge + np.pi * (cosine < 0), angle)
    direction = (np.round(angle * (128 / np.pi)).astype(np.int64) % 256).astype(np.uint8)
    quality = np.clip(np.round(255 * flow.coherence[row, column]), 0, 255).astype(np.uint8)
    order = np.argsort(-quality.astype(np.int64), kind="stable")[: parameters.MOST_MINUTIAE]
    return x[order].astype(np.uint16), y[order].astype(np.uint16), direction[order], quality[order]
