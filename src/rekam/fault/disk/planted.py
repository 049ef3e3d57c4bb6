"""Random payloads as the pictures of a bench, and the search for any 32 bytes of them."""

import os
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rekam.abis.kernel import kernel
from rekam.biometric import Modality
from rekam.biometric.sample import Place
from rekam.edge.device.captured import Captured
from rekam.station.still_bench import StillBench

WINDOW = 32  # bytes in a row that count as plaintext
_ANCHOR = 8  # bytes of one index entry
_STEP = WINDOW - _ANCHOR + 1  # every window holds one whole anchor at a multiple of this
_SIZES = (1500, 6000)  # bytes of a payload, from and to
_BLOCK = 16 << 20  # bytes of the image at once
_SIEVE_BITS = 24  # two to this many entries; nearly all positions of an image are turned away here
_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # Fibonacci hashing: the golden ratio in 64 bits
_BEGIN = {
    "image/x-wsq": bytes.fromhex("ffa0ffa8"),
    "image/jp2": bytes.fromhex("0000000c6a5020200d0a870a"),
}
"""How files of the two kinds begin; the rest is chance and stands nowhere else."""


def payload(seed: int, number: int) -> bytes:
    """The random part of one picture."""
    chance = random.Random(f"{seed} payload {number}")  # noqa: S311 - chance, not secrets
    return chance.randbytes(chance.randrange(*_SIZES))


class PlantingBench(StillBench):
    """Devices whose pictures are numbered payloads.

    Args:
        seed: Of the payloads.
        first: Number of the first.
        planted: Told how many were given, before they are.
    """

    def __init__(self, seed: int, first: int, planted: Callable[[int], None]) -> None:
        super().__init__()
        self._seed = seed
        self._next = first
        self._planted = planted

    def capture(
        self,
        modality: Modality,
        places: Sequence[Place] = (None,),
        *,
        exceptions: Iterable[Place] = (),
        timeout_s: float = 30.0,
    ) -> tuple[Captured, ...]:
        """Every place that is not excepted, each with a payload of its own."""
        given = super().capture(modality, places, exceptions=exceptions, timeout_s=timeout_s)
        numbers = range(self._next, self._next + len(given))
        self._next = numbers.stop
        self._planted(self._next)
        return tuple(self._plant(one, number) for one, number in zip(given, numbers, strict=True))

    def _plant(self, one: Captured, number: int) -> Captured:
        content = _BEGIN[one.media_type] + payload(self._seed, number)
        return replace(one, encoded=content, record=content)


class Search:
    """Finds windows of payloads in files.

    Args:
        payloads: What to look for.
    """

    def __init__(self, payloads: Sequence[bytes]) -> None:
        anchors = {
            one[at : at + _ANCHOR]: (number, at)
            for number, one in enumerate(payloads)
            for at in range(0, len(one) - _ANCHOR + 1, _STEP)
        }
        self._payloads = payloads
        self._anchors = anchors
        values = np.frombuffer(b"".join(anchors), np.uint64)
        self._sorted = np.sort(values)
        self._sieve = np.zeros(1 << _SIEVE_BITS, bool)
        self._sieve[(values * _SPREAD) >> np.uint64(64 - _SIEVE_BITS)] = True

    def windows_in(self, path: Path) -> int:
        """How many 32-byte windows of payloads stand in a file, at any place and in any of its blocks."""
        return sum(self._windows(block) for block in _blocks(path))

    def _windows(self, block: bytes) -> int:
        runs = set()
        for at in self._candidates(block):
            known = self._anchors.get(block[at : at + _ANCHOR])
            if known is not None:
                runs.add((known[0], at - known[1]))
        return sum(self._run(block, number, begin) for number, begin in runs)

    def _candidates(self, block: bytes) -> list[int]:
        return _anchors_in(np.frombuffer(block, np.uint8), self._sieve, self._sorted)

    def _run(self, block: bytes, number: int, begin: int) -> int:
        """Windows of one payload that lies at ``begin`` of the block, whole or in parts."""
        one = self._payloads[number]
        low, high = max(0, -begin), min(len(one), len(block) - begin)
        if high - low < WINDOW:
            return 0
        here = np.frombuffer(block, np.uint8, high - low, begin + low)
        same = (here == np.frombuffer(one, np.uint8, high - low, low)).astype(np.int64)
        sums = np.concatenate(([0], np.cumsum(same)))
        return int(np.count_nonzero(sums[WINDOW:] - sums[:-WINDOW] == WINDOW))


@kernel
def _anchors_in(block: NDArray[np.uint8], sieve: NDArray[np.bool_], anchors: NDArray[np.uint64]) -> list[int]:
    """Places where an anchor begins: eight bytes, little-endian, roll through one word."""
    found = [0]
    found.clear()
    word = np.uint64(0)
    for end in range(len(block)):
        word = (word >> np.uint64(8)) | (np.uint64(block[end]) << np.uint64(56))
        if end >= _ANCHOR - 1 and sieve[(word * _SPREAD) >> np.uint64(64 - _SIEVE_BITS)]:
            place = np.searchsorted(anchors, word)
            if place < len(anchors) and anchors[place] == word:
                found.append(end - _ANCHOR + 1)
    return found


def _blocks(path: Path) -> Iterator[bytes]:
    """The parts of a file that are not holes, overlapping by one byte less than a window."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        at = 0
        while at < size:
            try:
                at = os.lseek(file.fileno(), at, os.SEEK_DATA)
            except OSError:
                return  # nothing but a hole up to the end
            end = os.lseek(file.fileno(), at, os.SEEK_HOLE)
            for begin in range(at, end, _BLOCK):
                yield os.pread(file.fileno(), min(_BLOCK + WINDOW - 1, end - begin), begin)
            at = end
