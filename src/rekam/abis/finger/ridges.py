import math

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.kernel import kernel

DIRECTIONS = 64
"""Directions in half a turn for which sampling offsets are prepared."""


def cleaned_ridges(
    normal: NDArray[np.float32],
    angle: NDArray[np.uint8],
    period: NDArray[np.float32],
    area: NDArray[np.bool_],
) -> NDArray[np.float32]:
    """Ridges with gaps closed and scars bridged: a blur along the flow, then a cosine across it.

    Args:
        normal: Normalised grey values (height, width).
        angle: Direction of the ridge at each pixel, in steps of 1 / ``DIRECTIONS`` of half a turn.
        period: Distance from ridge to ridge at each pixel, px.
        area: Foreground at each pixel.

    Returns:
        Array (height, width) float32; ridges negative, valleys positive, background 0.
    """
    reach = parameters.RIDGE_ALONG_REACH
    along = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * parameters.RIDGE_ALONG_SIGMA**2))
    blurred = _along(normal, angle, area, (along / along.sum()).astype(np.float32))
    return _across(blurred, angle, period, area, _across_weights())


def _across_weights() -> NDArray[np.float32]:
    """Zero-sum cosine filters for periods in half pixels; row = 2 * period, column = tap."""
    longest = parameters.PERIOD_RANGE[1]
    table = np.zeros((2 * longest + 1, 2 * longest + 1), np.float32)
    for row in range(2 * parameters.PERIOD_RANGE[0], 2 * longest + 1):
        period = row / 2
        reach = int(parameters.RIDGE_ACROSS_REACH * period)
        tap = np.arange(-reach, reach + 1)
        bell = np.exp(-(tap**2) / (2 * (parameters.RIDGE_ACROSS_SIGMA * period) ** 2))
        wave = bell * np.cos(2 * np.pi * tap / period)
        wave = (wave - bell * wave.sum() / bell.sum()) / bell.sum()
        table[row, longest - reach : longest + reach + 1] = wave
    return table


@kernel
def _along(
    values: NDArray[np.float32],
    angle: NDArray[np.uint8],
    area: NDArray[np.bool_],
    weights: NDArray[np.float32],
) -> NDArray[np.float32]:
    height, width = values.shape
    reach = len(weights) // 2
    result = np.zeros((height, width), np.float32)
    for y in range(height):
        for x in range(width):
            if not area[y, x]:
                continue
            turn = math.pi * angle[y, x] / DIRECTIONS
            dx, dy = math.cos(turn), math.sin(turn)
            total, weight = 0.0, 0.0
            for tap in range(-reach, reach + 1):
                fx, fy = x + dx * tap, y + dy * tap
                if fx < 0 or fy < 0 or fx >= width - 1 or fy >= height - 1:
                    continue
                x0, y0 = int(fx), int(fy)
                ax, ay = fx - x0, fy - y0
                upper = values[y0, x0] + ax * (values[y0, x0 + 1] - values[y0, x0])
                lower = values[y0 + 1, x0] + ax * (values[y0 + 1, x0 + 1] - values[y0 + 1, x0])
                total += weights[tap + reach] * (upper + ay * (lower - upper))
                weight += weights[tap + reach]
            result[y, x] = total / weight if weight > 0 else 0.0
    return result


@kernel
def _across(
    values: NDArray[np.float32],
    angle: NDArray[np.uint8],
    period: NDArray[np.float32],
    area: NDArray[np.bool_],
    table: NDArray[np.float32],
) -> NDArray[np.float32]:
    height, width = values.shape
    longest = table.shape[1] // 2
    result = np.zeros((height, width), np.float32)
    for y in range(height):
        for x in range(width):
            if not area[y, x]:
                continue
            turn = math.pi * angle[y, x] / DIRECTIONS
            dx, dy = -math.sin(turn), math.cos(turn)
            row = min(max(int(2 * period[y, x] + 0.5), 8), table.shape[0] - 1)
            reach = row // 2
            total = 0.0
            for tap in range(-reach, reach + 1):
                fx = min(max(x + dx * tap, 0.0), width - 1.001)
                fy = min(max(y + dy * tap, 0.0), height - 1.001)
                x0, y0 = int(fx), int(fy)
                ax, ay = fx - x0, fy - y0
                upper = values[y0, x0] + ax * (values[y0, x0 + 1] - values[y0, x0])
                lower = values[y0 + 1, x0] + ax * (values[y0 + 1, x0 + 1] - values[y0 + 1, x0])
                total += table[row, tap + longest] * (upper + ay * (lower - upper))
            result[y, x] = total
    return result
