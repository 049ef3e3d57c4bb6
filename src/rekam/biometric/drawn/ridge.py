"""The ridge pattern: spots grown into ridges by passing them again and again through filters turned along the flow.

The method is that of SFinGe (Handbook of Fingerprint Recognition, chapter 6): where growing ridges meet out of step,
minutiae arise by themselves. Flow and period choose one filter of a fixed bank a cell.
"""

from functools import lru_cache

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rekam.biometric.drawn import parameters as p
from rekam.biometric.drawn.field import Field, ramp, smooth_noise
from rekam.biometric.drawn.orientation import Singularities

_SIDE = 2 * p.FILTER_RADIUS + 1
_ROW = 16
"""Taps stored a filter row: the last is zero, so that a row fills whole vector registers."""


def period_map(rng: np.random.Generator, singular: Singularities) -> Field:
    """Ridge period in pixels at 500 dpi for each master cell; wider below the deltas."""
    shape = (p.MASTER_HEIGHT // p.MASTER_STEP, p.MASTER_WIDTH // p.MASTER_STEP)
    mean = p.PERIOD_MEAN + p.PERIOD_SPREAD * np.clip(rng.standard_normal(), -2, 2)
    y = np.arange(shape[0], dtype=np.float32)[:, None] * p.MASTER_STEP
    lowest = max((point[1] for point in singular.deltas), default=singular.middle[1] + 90.0)
    below = ramp(y, lowest - 40.0, lowest + 120.0)
    noise = smooth_noise(rng, shape, p.PERIOD_NOISE_CELL / p.MASTER_STEP)
    period = mean * (1 + p.PERIOD_BELOW * below + p.PERIOD_NOISE * noise)
    return np.asarray(np.clip(period, p.PERIOD_LEAST, p.PERIOD_MOST), np.float32)


@lru_cache(maxsize=1)
def _bank() -> NDArray[np.float32]:
    """Zero-mean Gabor filters, array (orientation * period, _SIDE, _ROW), of unit gain for their own wave."""
    reach = np.arange(-p.FILTER_RADIUS, p.FILTER_RADIUS + 1)
    x, y = np.meshgrid(reach, -reach)
    bank = np.zeros((p.ORIENTATION_BINS, p.PERIOD_BINS, _SIDE, _ROW), np.float32)
    for turn in range(p.ORIENTATION_BINS):
        angle = np.pi * turn / p.ORIENTATION_BINS
        across = -x * np.sin(angle) + y * np.cos(angle)
        for bin_ in range(p.PERIOD_BINS):
            share = bin_ / (p.PERIOD_BINS - 1)
            period = (p.PERIOD_LEAST + share * (p.PERIOD_MOST - p.PERIOD_LEAST)) / p.MASTER_STEP
            spread = p.FILTER_SPREAD * period
            envelope = np.exp(-(x**2 + y**2) / (2 * spread**2))
            wave = np.cos(2 * np.pi * across / period)
            gabor = envelope * wave
            gabor -= envelope * gabor.sum() / envelope.sum()
            bank[turn, bin_, :, :_SIDE] = gabor / (gabor * wave).sum()
    return bank.reshape(-1, _SIDE, _ROW)


@njit(cache=True, nogil=True, fastmath=True)
def _pass(
    source: Field, which: NDArray[np.int32], bank: NDArray[np.float32], gain: float, out: Field
) -> None:
    rows, columns = which.shape
    # Sixteen sums side by side: one vector register, added up once a cell.
    sums = np.zeros(_ROW, np.float32)
    for row in range(rows):
        for column in range(columns):
            taps = bank[which[row, column]]
            sums[:] = 0
            for i in range(_SIDE):
                tap = taps[i]
                line = source[row + i, column : column + _ROW]
                for j in range(_ROW):
                    sums[j] += tap[j] * line[j]
            total = np.float32(0)
            for j in range(_ROW):
                total += sums[j]
            value = np.float32(gain) * total
            # A cheap odd saturation; its slope at zero is one.
            out[row + p.FILTER_RADIUS, column + p.FILTER_RADIUS] = value / (np.float32(1) + abs(value))


def grow_ridges(rng: np.random.Generator, flow: Field, period: Field) -> Field:
    """Ridge height in each master cell, -1 (valley) to 1 (ridge).

    Args:
        rng: Source of the spots.
        flow: Direction of the ridges, radians.
        period: Ridge period, pixels at 500 dpi.
    """
    turn = np.rint(flow * (p.ORIENTATION_BINS / np.pi)).astype(np.int32) % p.ORIENTATION_BINS
    span = (p.PERIOD_BINS - 1) / (p.PERIOD_MOST - p.PERIOD_LEAST)
    which = turn * p.PERIOD_BINS + np.rint((period - p.PERIOD_LEAST) * span).astype(np.int32)
    rows, columns = flow.shape
    reach = p.FILTER_RADIUS
    current = np.zeros((rows + 2 * reach, columns + 2 * reach + 1), np.float32)
    other = np.zeros_like(current)
    spots = rng.random((rows, columns)) < p.GROWTH_SEEDS
    current[reach : reach + rows, reach : reach + columns] = np.where(
        spots, rng.uniform(-1, 1, spots.shape), 0
    )
    for _ in range(p.GROWTH_STEPS):
        _pass(current, which, _bank(), p.GROWTH_GAIN, other)
        current, other = other, current
    ridges = current[reach : reach + rows, reach : reach + columns]
    return np.asarray(ridges / np.percentile(np.abs(ridges), 95), np.float32)
