import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, minimum_filter1d

from rekam.abis.iris import parameters
from rekam.abis.iris.closed_path import closed_path

_TURN = np.arange(parameters.COLUMNS) * (2 * np.pi / parameters.COLUMNS)
_SINE, _COSINE = np.sin(_TURN), np.cos(_TURN)
_ROUNDS = 3
SIDES = (_SINE > -0.35) & (_SINE < 0.6)
"""Columns of the sheet that lids usually leave free."""
UPPER = _SINE < parameters.UPPER
"""Columns over which the upper lid can come."""


def free_iris(
    sheet: NDArray[np.float32], inside: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """What of the sheet is iris, by its brightness; and how many rows of each column lie before the lids.

    At its sides the sheet shows how bright this iris is at each row, and how the light falls off across it. From there
    on a lid is the closed line that
    parts best what looks like iris, before it, from what does not, beyond it: skin, lashes and their shadow.
    Under the upper lid lashes hang. Single lashes and reflections before the line are samples far darker or brighter than the iris.

    Args:
        sheet: Brightness (ROWS, COLUMNS).
        inside: Which samples lie in the picture, same shape.
    """
    even = gaussian_filter(sheet, (0.7, 1.0), mode=("nearest", "wrap"))
    usual = gaussian_filter(np.median(even[:, SIDES], axis=1), 2.0)
    off = even - usual[:, None]
    off -= _shade(off[:, SIDES])
    spread = max(_deviation(off[:, SIDES] - np.median(off[:, SIDES])), parameters.SPREAD_LEAST)
    deviation = off / spread
    worth = parameters.FREE_WORTH - np.minimum(deviation**2 / 2, parameters.FOREIGN_MOST)
    worth = np.where(inside, worth, -parameters.FOREIGN_MOST)
    gain = np.pad(np.cumsum(worth, axis=0), ((1, 0), (0, 0))).T
    lid = closed_path(np.ascontiguousarray(gain, np.float32), parameters.LID_STIFFNESS, parameters.ROWS)
    # The row at the lid's edge is half lid, except where the lid leaves the whole column free.
    whole = np.where(lid == parameters.ROWS, lid, lid - 1)
    lowest = minimum_filter1d(lid, parameters.LID_NEAR, mode="wrap")
    hung = np.where(UPPER & (lowest < parameters.ROWS), lowest - parameters.LID_HANG, parameters.ROWS)
    free = np.arange(parameters.ROWS)[:, None] < np.minimum(whole, hung)
    free &= (deviation > -parameters.LASH_DARK) & (deviation < parameters.SPOT_BRIGHT)
    return free & inside, lid


def _shade(off: NDArray[np.float32]) -> NDArray[np.float32]:
    """How much brighter each column of the sheet is because the light comes from one side, (COLUMNS,).

    A plane of light over the eye is one turn of a sine around the sheet: fitted to the sides, rows alike, with single
    samples that are far off held down (Cauchy weights, three rounds).

    Args:
        off: Brightness of the sides less what is usual in each row, (ROWS, columns of ``SIDES``).
    """
    wave = np.stack([_COSINE, _SINE])[:, SIDES]
    weight, light = np.ones_like(off), np.zeros(2)
    for _ in range(_ROUNDS):
        pairs = np.einsum("ic,rc,jc->ij", wave, weight, wave)
        pairs[1, 1] *= 1 + parameters.SHADE_HELD
        light = np.linalg.solve(pairs, np.einsum("ic,rc,rc->i", wave, weight, off))
        rest = off - light @ wave
        weight = 1 / (1 + (rest / (2 * max(_deviation(rest), 1e-3))) ** 2)
    return np.asarray(light @ np.stack([_COSINE, _SINE]), np.float32)


def _deviation(values: NDArray[np.float32]) -> float:
    """The deviation that the median of sizes gives for normal values."""
    return 1.4826 * float(np.median(np.abs(values)))
