"""The two loops over every coefficient: reading Huffman symbols, and joining wavelet halves."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rekam.biometric.wsq.table import Huffman

LAST_RUN = 100
"""Symbols 1-100 stand for that many zeros (IAFIS-IC-0110 table 3)."""
FIRST_VALUE, LAST_VALUE, ZERO_VALUE = 107, 254, 180
"""Symbols 107-254 stand for the value symbol - 180; 101-106 announce longer values and runs."""


@njit(cache=True, nogil=True)
def _number(data: NDArray[np.uint8], bit: int, count: int) -> int:
    # Past the end come ones, as in the padding of a last byte.
    value = 0
    for place in range(bit, bit + count):
        byte = data[place >> 3] if place >> 3 < data.size else 0xFF
        value = (value << 1) | ((byte >> (7 - (place & 7))) & 1)
    return value


@njit(cache=True, nogil=True)
def _meaning(symbol: int, number: int) -> tuple[int, int]:
    """How many coefficients a symbol fills (-1: it means nothing), and with which value."""
    if 1 <= symbol <= LAST_RUN:
        return symbol, 0
    if FIRST_VALUE <= symbol <= LAST_VALUE:
        return 1, symbol - ZERO_VALUE
    if symbol in (101, 103):
        return 1, number
    if symbol in (102, 104):
        return 1, -number
    return (number, 0) if symbol in (105, 106) else (-1, 0)


@njit(cache=True, nogil=True)
def _decode(
    data: NDArray[np.uint8],
    symbols: NDArray[np.uint8],
    lengths: NDArray[np.uint8],
    out: NDArray[np.int32],
    start: int,
) -> int:
    total = data.size * 8
    bit = 0
    at = start
    while at < out.size:
        ahead = _number(data, bit, 16)
        length = lengths[ahead]
        if length == 0 or bit + length > total:
            # What is left must be the padding of the last byte.
            return at if total - bit < 8 else -1
        bit += length
        symbol = int(symbols[ahead])
        extra = 0
        if 101 <= symbol <= 106:
            extra = 8 if symbol in (101, 102, 105) else 16
        run, value = _meaning(symbol, _number(data, bit, extra))
        bit += extra
        if bit > total or run < 0 or at + run > out.size:
            return -1
        out[at : at + run] = value
        at += run
    return at


def decode_block(data: bytes, table: Huffman, out: NDArray[np.int32], start: int) -> int:
    """Reads one block of symbols into ``out`` from ``start`` on.

    Returns:
        Where the next block goes on, or -1 if the block holds what no encoder writes.
    """
    return int(_decode(np.frombuffer(data, np.uint8), table.symbol, table.bits, out, start))


@njit(cache=True, nogil=True)
def _mirror(place: int, size: int) -> int:
    period = 2 * (size - 1)
    if period == 0:
        return 0
    place = abs(place) % period
    return place if place < size else period - place


@njit(cache=True, nogil=True)
def _join_rows(
    area: NDArray[np.float32], turned: bool, low: NDArray[np.float32], high: NDArray[np.float32]
) -> None:
    # Low-pass samples sit at even places, high-pass at odd ones; the row is mirrored at its end samples.
    rows, size = area.shape
    lows = (size + 1) // 2
    low_reach, high_reach = low.size // 2, high.size // 2
    reach = max(low_reach, high_reach)
    line = np.zeros(size + 2 * reach, np.float32)
    for row in range(rows):
        for place in range(-reach, size + reach):
            inside = _mirror(place, size)
            half = inside // 2
            if inside % 2 == 0:
                source = half + (size - lows if turned else 0)
            else:
                source = half + (0 if turned else lows)
            line[place + reach] = area[row, source]
        for place in range(size):
            total = np.float32(0.0)
            for step in range(-reach, reach + 1):
                if (place + step) % 2 == 0:
                    if -low_reach <= step <= low_reach:
                        total += line[place + step + reach] * low[step + low_reach]
                elif -high_reach <= step <= high_reach:
                    total += line[place + step + reach] * high[step + high_reach]
            area[row, place] = total


def join(
    area: NDArray[np.float32],
    turned: tuple[bool, bool],
    low: NDArray[np.float32],
    high: NDArray[np.float32],
) -> None:
    """Puts the four quarters of ``area`` together in place.

    Args:
        area: A view into the coefficient plane (height, width).
        turned: Whether the high-pass half comes first, along x and along y.
        low: Synthesis low-pass filter, odd length.
        high: Synthesis high-pass filter, odd length.
    """
    _join_rows(area.T, turned[1], low, high)
    _join_rows(area, turned[0], low, high)
