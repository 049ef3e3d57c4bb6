from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.abis.iris.code import WORDS
from rekam.problem import Problem

HEAD = bytes([0x12, 1])
"""Magic and version."""


@dataclass(frozen=True, slots=True, eq=False)
class IrisTemplate:
    """One iris: 2,048 phase bits and their mask, 512 bytes.

    Attributes:
        code: Array (32,) uint64; words 2k and 2k + 1 are line k.
        mask: Array (32,) uint64; a set bit counts.
    """

    code: NDArray[np.uint64]
    mask: NDArray[np.uint64]

    def to_bytes(self) -> bytes:
        """Two bytes of head, the code, the mask."""
        return HEAD + self.code.astype("<u8").tobytes() + self.mask.astype("<u8").tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> "IrisTemplate":
        """Read what ``to_bytes`` wrote.

        Raises:
            Problem: ``abis.template_unreadable`` for any other bytes.
        """
        if len(data) != len(HEAD) + 16 * WORDS or not data.startswith(HEAD):
            raise Problem("abis.template_unreadable", part="iris")
        words = np.frombuffer(data, "<u8", 2 * WORDS, len(HEAD)).astype(np.uint64)
        return cls(words[:WORDS], words[WORDS:])
