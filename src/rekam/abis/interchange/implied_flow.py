import numpy as np
from numpy.typing import NDArray

from rekam.abis.finger.template import NO_FLOW
from rekam.abis.interchange import parameters
from rekam.abis.parameters import FLOW_STEP


def implied_flow(
    x: NDArray[np.uint16], y: NDArray[np.uint16], direction: NDArray[np.uint8], width: int, height: int
) -> NDArray[np.uint8]:
    """Ridge flow as the directions of the minutiae imply it, where a record brings no flow of its own.

    Args:
        x: From the left, px at 500 dpi, array (n,).
        y: From the top, likewise.
        direction: 256 steps a turn, from +x towards +y, array (n,).
        width: Of the picture, px.
        height: Likewise.

    Returns:
        As ``FingerTemplate.flow``, array (rows, columns) uint8.
    """
    rows, columns = -(-height // FLOW_STEP), -(-width // FLOW_STEP)
    across = (np.arange(columns) + 0.5) * FLOW_STEP
    down = (np.arange(rows) + 0.5) * FLOW_STEP
    double = direction.astype(np.float64) * (2 * np.pi / 128)
    square = (across[None, :, None] - x) ** 2 + (down[:, None, None] - y) ** 2
    weight = np.exp(square / (-2 * parameters.FLOW_SIGMA**2))
    cosine, sine = weight @ np.cos(double), weight @ np.sin(double)
    turns = np.round(np.arctan2(sine, cosine) * (255 / (2 * np.pi))).astype(np.int64) % 255
    near = square.min(axis=2, initial=np.inf) <= parameters.FLOW_REACH**2
    return np.where(near, turns, NO_FLOW).astype(np.uint8)
