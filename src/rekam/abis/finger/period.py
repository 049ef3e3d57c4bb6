import math

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.finger.flow import Flow
from rekam.abis.grid import smoothed
from rekam.abis.kernel import kernel


def ridge_period(normal: NDArray[np.float32], flow: Flow, area: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Distance from ridge to ridge, measured on a coarse grid and smoothed.

    Args:
        normal: Normalised grey values (height, width).
        flow: Ridge flow on cells.
        area: Foreground on cells.

    Returns:
        Period in px on a grid of ``PERIOD_STEP``, array (rows, columns) float32.
    """
    measured = _measured(normal, flow.double_cosine, flow.double_sine, area, parameters.CELL,
                         parameters.PERIOD_STEP, parameters.PERIOD_REACH, parameters.PERIOD_WIDTH,
                         parameters.PERIOD_RANGE[0], parameters.PERIOD_RANGE[1])  # fmt: skip
    found = measured[measured > 0]
    usual = float(np.median(found)) if found.size else parameters.PERIOD_DEFAULT
    sound = (measured > 0.6 * usual) & (measured < 1.6 * usual)
    weight = smoothed(sound.astype(np.float32), 1.25) + np.float32(0.01)
    total = smoothed(np.where(sound, measured, np.float32(0)), 1.25) + np.float32(0.01 * usual)
    return (total / weight).astype(np.float32)


@kernel
def _measured(
    normal: NDArray[np.float32],
    double_cosine: NDArray[np.float32],
    double_sine: NDArray[np.float32],
    area: NDArray[np.bool_],
    cell: int,
    step: int,
    reach: int,
    width: int,
    shortest: int,
    longest: int,
) -> NDArray[np.float32]:
    """Period on the coarse grid; 0 outside the finger and where no profile repeats itself."""
    height, breadth = normal.shape
    rows, columns = (height + step - 1) // step, (breadth + step - 1) // step
    result = np.zeros((rows, columns), np.float32)
    for row in range(rows):
        for column in range(columns):
            cy, cx = min(row * step + step // 2, height - 1), min(column * step + step // 2, breadth - 1)
            y, x = cy // cell, cx // cell
            if area[y, x]:
                angle = 0.5 * math.atan2(double_sine[y, x], double_cosine[y, x])
                profile = _profile(normal, cx, cy, math.cos(angle), math.sin(angle), reach, width)
                result[row, column] = _repeat(profile, shortest, longest)
    return result


@kernel
def _profile(
    normal: NDArray[np.float32], cx: int, cy: int, along_x: float, along_y: float, reach: int, width: int
) -> NDArray[np.float32]:
    """Mean brightness along lines parallel to the ridge, from one side to the other, centred."""
    height, breadth = normal.shape
    profile = np.zeros(2 * reach + 1, np.float32)
    for i in range(-reach, reach + 1):
        total, count = 0.0, 0
        for j in range(-width, width + 1, 2):
            x = round(cx - along_y * i + along_x * j)
            y = round(cy + along_x * i + along_y * j)
            if 0 <= x < breadth and 0 <= y < height:
                total += normal[y, x]
                count += 1
        profile[i + reach] = total / count if count > 0 else 0.0
    profile -= profile.mean()
    return profile


@kernel
def _repeat(profile: NDArray[np.float32], shortest: int, longest: int) -> int:
    """Lag of the first strong peak of the autocorrelation; 0 if there is none."""
    energy = (profile * profile).sum()
    if energy <= 1e-3:
        return 0
    best, best_lag = 0.25, 0
    for lag in range(shortest, longest):
        total = 0.0
        for i in range(len(profile) - lag):
            total += profile[i] * profile[i + lag]
        total /= energy
        if total > best:
            best, best_lag = total, lag
        elif best_lag > 0 and total < best - 0.3:
            break
    return best_lag
