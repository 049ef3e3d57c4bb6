import nbis
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_erosion

from rekam.abis import parameters
from rekam.abis.finger.flow import Flow
from rekam.abis.finger.mindtct import found_minutiae, told_minutiae

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
    return of_mindtct(found_minutiae(grey), flow, area)


def of_mindtct(given: nbis.Minutiae, flow: Flow, area: NDArray[np.bool_]) -> Minutiae:
    """The same for minutiae that NBIS has already found."""
    table = told_minutiae(given)
    # NBIS counts against the clock, y runs downwards here.
    return placed_minutiae(table[:, 0], table[:, 1], -np.deg2rad(table[:, 2]), flow, area)


def placed_minutiae(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    angle: NDArray[np.float64],
    flow: Flow,
    area: NDArray[np.bool_],
) -> Minutiae:
    """Minutiae away from the border, turned to the flow, best quality first.

    Args:
        x: Arrays (n,): from the left, px.
        y: From the top, px.
        angle: Way into the ridge, radians, from +x towards +y.
        flow: Ridge flow on cells.
        area: Foreground on cells.
    """
    x, y = x.astype(np.int64), y.astype(np.int64)
    inner = binary_erosion(area, iterations=round(parameters.BORDER / parameters.CELL))
    row, column = y // parameters.CELL, x // parameters.CELL
    keep = inner[row, column]
    x, y, angle, row, column = x[keep], y[keep], angle[keep], row[keep], column[keep]
    ridge = 0.5 * np.arctan2(flow.double_sine[row, column], flow.double_cosine[row, column])
    cosine = np.cos(ridge - angle)
    angle = np.where(np.abs(cosine) > parameters.SNAP, ridge + np.pi * (cosine < 0), angle)
    direction = (np.round(angle * (128 / np.pi)).astype(np.int64) % 256).astype(np.uint8)
    quality = np.clip(np.round(255 * flow.coherence[row, column]), 0, 255).astype(np.uint8)
    order = np.argsort(-quality.astype(np.int64), kind="stable")[: parameters.MOST_MINUTIAE]
    return x[order].astype(np.uint16), y[order].astype(np.uint16), direction[order], quality[order]
