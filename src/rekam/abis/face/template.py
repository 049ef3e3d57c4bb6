"""What is kept of a face: one vector of a named describer, in under 1 kB."""

import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.abis.face import parameters
from rekam.problem import Problem

HEAD = struct.Struct("<BBBHf")
"""Magic, version, letters of the describer's name, numbers of the vector, its length."""
MAGIC, VERSION = 0xFA, 1


@dataclass(frozen=True, slots=True, eq=False)
class FaceTemplate:
    """One face.

    Attributes:
        describer: Who made the vector, with its version; vectors of two describers say nothing to each other.
        vector: Direction of the descriptor, array (n,) float32 of Euclidean length 1.
        length: Length of the descriptor before; 1 for networks that only mean directions.
    """

    describer: str
    vector: NDArray[np.float32]
    length: float = 1.0

    def to_bytes(self) -> bytes:
        """Head of 9 bytes, the describer's name, two bytes a number (IEEE half)."""
        name = self.describer.encode("ascii")
        head = HEAD.pack(MAGIC, VERSION, len(name), len(self.vector), self.length)
        return head + name + self.vector.astype("<f2").tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> "FaceTemplate":
        """Read what ``to_bytes`` wrote.

        Raises:
            Problem: ``abis.template_unreadable`` for any other bytes.
        """
        if len(data) < HEAD.size:
            raise Problem("abis.template_unreadable", part="face")
        magic, version, name, count, length = HEAD.unpack_from(data)
        fits = (
            (magic, version) == (MAGIC, VERSION)
            and 0 < name <= parameters.MOST_NAME
            and 0 < count <= parameters.MOST_NUMBERS
            and len(data) == HEAD.size + name + 2 * count
            and 0 < length <= parameters.MOST_LENGTH
            and data[HEAD.size : HEAD.size + name].isascii()
        )
        if not fits:
            raise Problem("abis.template_unreadable", part="face")
        describer = data[HEAD.size : HEAD.size + name].decode("ascii")
        vector = np.frombuffer(data, "<f2", count, HEAD.size + name).astype(np.float32)
        if not np.isfinite(vector).all():
            raise Problem("abis.template_unreadable", part="face")
        return cls(describer, vector, length)


def face_template(describer: str, vector: NDArray[np.float64]) -> FaceTemplate:
    """A template of any descriptor, at the precision that is stored."""
    length = max(float(np.linalg.norm(vector)), parameters.LEAST_LENGTH)
    return FaceTemplate(describer, _stored(vector / length), float(np.float32(length)))


def unit_template(describer: str, vector: NDArray[np.float64]) -> FaceTemplate:
    """The same for networks whose descriptors differ by their direction alone."""
    return FaceTemplate(describer, face_template(describer, vector).vector)


def _stored(vector: NDArray[np.float64]) -> NDArray[np.float32]:
    return vector.astype(np.float16).astype(np.float32)
