"""The tables in front of the data: picture size, filters, quantiser bins, Huffman codes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.biometric.wsq.marker import BrokenWsqError, Reader

BANDS = 64
LONGEST_FILTER = 31
"""Taps; the standard's filters have 9 and 7."""
LAST_TABLE = 7
"""Highest name of a Huffman table (IAFIS-IC-0110, DHT)."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Size in pixels and the affine map from wavelet values back to grey: value * scale + shift."""

    width: int
    height: int
    shift: float
    scale: float


@dataclass(frozen=True, slots=True, eq=False)
class Filters:
    """Synthesis filters, odd lengths, centre in the middle."""

    low: NDArray[np.float32]
    high: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Quantisation:
    """Bin width and zero-bin width for each of 64 subbands; width 0 = the subband is absent."""

    centre: float
    width: NDArray[np.float64]
    zero: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Huffman:
    """For each 16-bit look-ahead the symbol it begins with and the bits that symbol takes (0 = no such code)."""

    symbol: NDArray[np.uint8]
    bits: NDArray[np.uint8]


def read_frame(body: Reader) -> Frame:
    """Reads the frame header (SOF)."""
    body.take(2)  # values of black and white; the affine map already carries them
    height, width = body.number(2), body.number(2)
    shift, scale = body.decimal(), body.decimal()
    if width == 0 or height == 0:
        raise BrokenWsqError("a picture without pixels")
    return Frame(width, height, shift, scale)


def _half_filter(body: Reader, length: int) -> list[float]:
    if length % 2 == 0 or length > LONGEST_FILTER:
        raise BrokenWsqError("only filters of odd length are known")
    taps = []
    for _ in range(length // 2 + 1):
        sign = -1.0 if body.number(1) else 1.0
        power = body.number(1)
        taps.append(sign * body.number(4) / 10.0**power)
    return taps


def _mirrored(taps: list[float]) -> NDArray[np.float32]:
    signed = [tap if place % 2 == 0 else -tap for place, tap in enumerate(taps)]
    return np.array(signed[:0:-1] + signed, np.float32)


def read_filters(body: Reader) -> Filters:
    """Reads the transform table (DTT): analysis low-pass then high-pass, each as centre and right half.

    In a two-channel perfect-reconstruction pair each synthesis filter is the other analysis filter with the sign
    of every odd tap turned.
    """
    low_length, high_length = body.number(1), body.number(1)
    low, high = _half_filter(body, low_length), _half_filter(body, high_length)
    return Filters(low=_mirrored(high), high=_mirrored(low))


def read_quantisation(body: Reader) -> Quantisation:
    """Reads the quantisation table (DQT)."""
    centre = body.decimal()
    pairs = np.array([(body.decimal(), body.decimal()) for _ in range(BANDS)])
    return Quantisation(centre, pairs[:, 0], pairs[:, 1])


def read_huffman(body: Reader) -> dict[int, Huffman]:
    """Reads one segment of Huffman tables (DHT): canonical codes given by the count of each length."""
    tables: dict[int, Huffman] = {}
    while body.left:
        name = body.number(1)
        if name > LAST_TABLE or name in tables:
            raise BrokenWsqError("a code table with a name that does not exist, or twice")
        counts = body.take(16)
        symbols = body.take(sum(counts))
        tables[name] = _look_ahead(counts, symbols)
    return tables


def _look_ahead(counts: bytes, symbols: bytes) -> Huffman:
    symbol = np.zeros(1 << 16, np.uint8)
    bits = np.zeros(1 << 16, np.uint8)
    at = 0
    taken = 0
    for length, count in enumerate(counts, start=1):
        span = 1 << (16 - length)
        if at + count * span > 1 << 16:
            raise BrokenWsqError("more Huffman codes than their lengths allow")
        for value in symbols[taken : taken + count]:
            symbol[at : at + span] = value
            bits[at : at + span] = length
            at += span
        taken += count
    return Huffman(symbol, bits)
