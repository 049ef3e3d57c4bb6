import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from rekam.abis import parameters
from rekam.abis.finger.flow import Flow
from rekam.abis.grid import smoothed
from rekam.problem import Problem


def foreground(deviation: NDArray[np.float32], flow: Flow) -> NDArray[np.bool_]:
    """Where the finger touches: contrast and a common direction, in one piece without holes.

    Args:
        deviation: Local deviation of the grey values on cells.
        flow: Ridge flow on the same cells.

    Returns:
        Array (rows, columns) of cells.

    Raises:
        Problem: ``abis.finger_unreadable`` if too little is left.
    """
    contrast = smoothed(deviation, parameters.FLOW_SIGMA / parameters.CELL)
    strong = contrast > parameters.FOREGROUND_CONTRAST * np.percentile(deviation, 90)
    area = strong & (flow.coherence > parameters.FOREGROUND_COHERENCE)
    area = ndimage.binary_opening(area, iterations=round(parameters.FOREGROUND_OPENING / parameters.CELL))
    reach = round(parameters.FOREGROUND_CLOSING / parameters.CELL)
    area = ndimage.binary_closing(np.pad(area, reach + 1), iterations=reach)
    area = ndimage.binary_fill_holes(area[reach + 1 : -reach - 1, reach + 1 : -reach - 1])
    pieces, count = ndimage.label(area)
    if count == 0:
        raise Problem("abis.finger_unreadable", reason="empty")
    sizes = np.bincount(pieces.ravel())[1:]
    largest: NDArray[np.bool_] = pieces == 1 + int(np.argmax(sizes))
    if sizes.max() * parameters.CELL**2 < parameters.FOREGROUND_LEAST:
        raise Problem("abis.finger_unreadable", reason="small")
    return largest
