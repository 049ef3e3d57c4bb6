from functools import cache

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
    blurred = _along(normal, angle, area, ALONG_STEPS, ALONG_SHARES, (along / along.sum()).astype(np.float32))
    return _across(blurred, angle, period, area, ACROSS_STEPS, ACROSS_SHARES, _across_weights())


def _taps(reach: int, quarter: float) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Where the taps of a line through a pixel lie, for every direction.

    Args:
        reach: Half length of the line, px.
        quarter: Angle between the line and the ridge, radians.

    Returns:
        Whole steps right and down (directions, taps, 2), and the shares of the pixel to the right and of the pixel
        below (directions, taps, 2).
    """
    turn = np.pi * np.arange(DIRECTIONS) / DIRECTIONS + quarter
    tap = np.arange(-reach, reach + 1)
    places = np.stack([np.outer(np.cos(turn), tap), np.outer(np.sin(turn), tap)], axis=2)
    # A step of 1e-17 to the left is none: the pixel itself, not its neighbour with a share of 1.
    places = np.round(places, 9)
    whole = np.floor(places)
    return whole.astype(np.int32), (places - whole).astype(np.float32)


ALONG_STEPS, ALONG_SHARES = _taps(parameters.RIDGE_ALONG_REACH, 0.0)
ACROSS_STEPS, ACROSS_SHARES = _taps(parameters.PERIOD_RANGE[1], np.pi / 2)


@cache
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
    steps: NDArray[np.int32],
    shares: NDArray[np.float32],
    weights: NDArray[np.float32],
) -> NDArray[np.float32]:
    height, width = values.shape
    taps = len(weights)
    reach = taps // 2
    result = np.zeros((height, width), np.float32)
    flat, wide, one, whole = values.ravel(), np.uint64(width), np.uint64(1), weights.sum()
    for y in range(height):
        for x in range(width):
            if not area[y, x]:
                continue
            step, share = steps[angle[y, x]], shares[angle[y, x]]
            total, weight = np.float32(0), np.float32(0)
            if reach < x < width - reach - 1 and reach < y < height - reach - 1:
                here = y * width + x
                for tap in range(taps):
                    # Unsigned: a signed index may count from the end, and asking each time costs a third.
                    at = np.uint64(here + step[tap, 1] * width + step[tap, 0])
                    under = np.uint64(at + wide)
                    upper = flat[at] + share[tap, 0] * (flat[at + one] - flat[at])
                    lower = flat[under] + share[tap, 0] * (flat[under + one] - flat[under])
                    total += weights[tap] * (upper + share[tap, 1] * (lower - upper))
                result[y, x] = total / whole
                continue
            for tap in range(taps):
                x0, y0 = x + step[tap, 0], y + step[tap, 1]
                if x0 < 0 or y0 < 0 or x0 >= width - 1 or y0 >= height - 1:
                    continue
                upper = values[y0, x0] + share[tap, 0] * (values[y0, x0 + 1] - values[y0, x0])
                lower = values[y0 + 1, x0] + share[tap, 0] * (values[y0 + 1, x0 + 1] - values[y0 + 1, x0])
                total += weights[tap] * (upper + share[tap, 1] * (lower - upper))
                weight += weights[tap]
            result[y, x] = total / weight if weight > 0 else np.float32(0)
    return result


@kernel
def _across(
    values: NDArray[np.float32],
    angle: NDArray[np.uint8],
    period: NDArray[np.float32],
    area: NDArray[np.bool_],
    steps: NDArray[np.int32],
    shares: NDArray[np.float32],
    table: NDArray[np.float32],
) -> NDArray[np.float32]:
    height, width = values.shape
    longest = table.shape[1] // 2
    result = np.zeros((height, width), np.float32)
    flat, wide, one = values.ravel(), np.uint64(width), np.uint64(1)
    for y in range(height):
        for x in range(width):
            if not area[y, x]:
                continue
            step, share = steps[angle[y, x]], shares[angle[y, x]]
            row = min(max(int(2 * period[y, x] + np.float32(0.5)), 8), table.shape[0] - 1)
            reach = row // 2
            weights = table[row]
            total = np.float32(0)
            if reach < x < width - reach - 1 and reach < y < height - reach - 1:
                here = y * width + x
                for tap in range(longest - reach, longest + reach + 1):
                    at = np.uint64(here + step[tap, 1] * width + step[tap, 0])
                    under = np.uint64(at + wide)
                    upper = flat[at] + share[tap, 0] * (flat[at + one] - flat[at])
                    lower = flat[under] + share[tap, 0] * (flat[under + one] - flat[under])
                    total += weights[tap] * (upper + share[tap, 1] * (lower - upper))
                result[y, x] = total
                continue
            for tap in range(longest - reach, longest + reach + 1):
                x0, y0 = x + step[tap, 0], y + step[tap, 1]
                right, down = share[tap, 0], share[tap, 1]
                if x0 < 0 or x0 > width - 2:  # beyond the picture its last pixels go on
                    x0 = 0 if x0 < 0 else width - 2
                    right = np.float32(0) if x0 == 0 else np.float32(0.999)
                if y0 < 0 or y0 > height - 2:
                    y0 = 0 if y0 < 0 else height - 2
                    down = np.float32(0) if y0 == 0 else np.float32(0.999)
                upper = values[y0, x0] + right * (values[y0, x0 + 1] - values[y0, x0])
                lower = values[y0 + 1, x0] + right * (values[y0 + 1, x0 + 1] - values[y0 + 1, x0])
                total += weights[tap] * (upper + down * (lower - upper))
            result[y, x] = total
    return result
