"""Smooth random fields and lookups by coordinates: the brushes that everything drawn shares."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

Field = NDArray[np.float32]
"""Array (height, width) of real values."""


def smooth_noise(
    rng: np.random.Generator, shape: tuple[int, int], cell: float, cell_x: float | None = None
) -> Field:
    """Gaussian noise of unit spread whose grains are about ``cell`` pixels large.

    Args:
        rng: Source of the control values.
        shape: (height, width).
        cell: Distance of the control points along y, in pixels.
        cell_x: The same along x; equal to ``cell`` when not given.
    """
    if cell_x is None:
        cell_x = cell
    rows, columns = int((shape[0] - 1) / cell) + 4, int((shape[1] - 1) / cell_x) + 4
    control = rng.standard_normal((rows, columns), np.float32)
    out = np.empty(shape, np.float32)
    _spread(control, cell, cell_x, out)
    return out


@njit(cache=True, nogil=True)
def _weights(place: float, out: Field) -> None:
    t = np.float32(place)
    # The uniform cubic B-spline, divided by the spread that it leaves of its control values along one axis.
    scale = np.float32(1.0 / 6.0 / 0.6921)
    back = np.float32(1) - t
    out[0] = scale * back * back * back
    out[1] = scale * (np.float32(4) + t * t * (np.float32(3) * t - np.float32(6)))
    out[2] = scale * (np.float32(1) + t * (np.float32(3) + t * (np.float32(3) - np.float32(3) * t)))
    out[3] = scale * t * t * t


@njit(cache=True, nogil=True)
def _spread(control: Field, cell: float, cell_x: float, out: Field) -> None:
    height, width = out.shape
    across = np.empty((width, 4), np.float32)
    first = np.empty(width, np.int64)
    for x in range(width):
        first[x] = int(x / cell_x)
        _weights(x / cell_x - first[x], across[x])
    along = np.empty(4, np.float32)
    line = np.empty(control.shape[1], np.float32)
    for y in range(height):
        top = int(y / cell)
        _weights(y / cell - top, along)
        for k in range(line.size):
            line[k] = (
                along[0] * control[top, k]
                + along[1] * control[top + 1, k]
                + along[2] * control[top + 2, k]
                + along[3] * control[top + 3, k]
            )
        for x in range(width):
            k = first[x]
            out[y, x] = (
                across[x, 0] * line[k]
                + across[x, 1] * line[k + 1]
                + across[x, 2] * line[k + 2]
                + across[x, 3] * line[k + 3]
            )


def ramp(values: Field, low: float, high: float) -> Field:
    """0 below ``low``, 1 above ``high``, smooth between (cubic); ``low`` may lie above ``high``."""
    t = np.clip((values - np.float32(low)) / np.float32(high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


@njit(cache=True, nogil=True)
def sample_linear(source: Field, x: Field, y: Field) -> Field:
    """Values of ``source`` at real coordinates, bilinear, edge values outside."""
    height, width = source.shape
    out = np.empty(x.shape, np.float32)
    for row in range(x.shape[0]):
        for column in range(x.shape[1]):
            px = min(max(x[row, column], np.float32(0)), np.float32(width - 1.001))
            py = min(max(y[row, column], np.float32(0)), np.float32(height - 1.001))
            ix, iy = int(px), int(py)
            fx, fy = px - ix, py - iy
            upper = source[iy, ix] + fx * (source[iy, ix + 1] - source[iy, ix])
            lower = source[iy + 1, ix] + fx * (source[iy + 1, ix + 1] - source[iy + 1, ix])
            out[row, column] = upper + fy * (lower - upper)
    return out


@njit(cache=True, nogil=True)
def sample_cubic(source: Field, x: Field, y: Field) -> Field:
    """Values of ``source`` at real coordinates by Catmull-Rom cubics, zero outside."""
    height, width = source.shape
    out = np.zeros(x.shape, np.float32)
    wx = np.empty(4, np.float32)
    for row in range(x.shape[0]):
        for column in range(x.shape[1]):
            px, py = x[row, column], y[row, column]
            ix, iy = int(np.floor(px)), int(np.floor(py))
            if ix < 1 or iy < 1 or ix > width - 3 or iy > height - 3:
                continue
            t = px - np.float32(ix)
            u = py - np.float32(iy)
            wx[0] = t * (-0.5 + t * (1.0 - 0.5 * t))
            wx[1] = 1.0 + t * t * (-2.5 + 1.5 * t)
            wx[2] = t * (0.5 + t * (2.0 - 1.5 * t))
            wx[3] = t * t * (-0.5 + 0.5 * t)
            total = np.float32(0)
            for k in range(4):
                if k == 0:
                    wy = u * (-0.5 + u * (1.0 - 0.5 * u))
                elif k == 1:
                    wy = 1.0 + u * u * (-2.5 + 1.5 * u)
                elif k == 2:
                    wy = u * (0.5 + u * (2.0 - 1.5 * u))
                else:
                    wy = u * u * (-0.5 + 0.5 * u)
                line = source[iy - 1 + k]
                total += wy * (
                    wx[0] * line[ix - 1] + wx[1] * line[ix] + wx[2] * line[ix + 1] + wx[3] * line[ix + 2]
                )
            out[row, column] = total
    return out
