"""What is kept of a finger: its minutiae and the flow of its ridges, in under 1 kB."""

import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.problem import Problem

HEAD = struct.Struct("<BBBHHHBB")
"""Magic, version, scale of the flow grid, width, height, number of minutiae, rows, columns of the flow."""
MAGIC, VERSION = 0xF1, 1
NO_FLOW = 255
"""Flow value of a cell outside the finger."""


@dataclass(frozen=True, slots=True, eq=False)
class FingerTemplate:
    """One finger at 500 dpi.

    Attributes:
        x: Minutiae from the left, px, array (n,) uint16.
        y: Minutiae from the top, px, array (n,) uint16.
        direction: Direction of each minutia, 256 steps a turn, from +x towards +y, array (n,) uint8.
        quality: Coherence of the flow around each minutia, 0-255, array (n,) uint8.
        flow: Direction of the ridges on cells of ``FLOW_STEP`` px, 255 steps a half turn;
            255 = background. Array (rows, columns) uint8.
        width: Width of the picture at 500 dpi, px.
        height: Height of the picture at 500 dpi, px.
    """

    x: NDArray[np.uint16]
    y: NDArray[np.uint16]
    direction: NDArray[np.uint8]
    quality: NDArray[np.uint8]
    flow: NDArray[np.uint8]
    width: int
    height: int

    def to_bytes(self) -> bytes:
        """Head of 11 bytes, six bytes a minutia, one byte a cell of flow."""
        rows, columns = self.flow.shape
        head = HEAD.pack(
            MAGIC, VERSION, parameters.FLOW_STEP, self.width, self.height, len(self.x), rows, columns
        )
        parts = (self.x.astype("<u2"), self.y.astype("<u2"), self.direction, self.quality, self.flow)
        return head + b"".join(part.tobytes() for part in parts)

    @classmethod
    def from_bytes(cls, data: bytes) -> "FingerTemplate":
        """Read what ``to_bytes`` wrote.

        Raises:
            Problem: ``abis.template_unreadable`` for any other bytes.
        """
        if len(data) < HEAD.size:
            raise Problem("abis.template_unreadable", part="finger")
        magic, version, step, width, height, count, rows, columns = HEAD.unpack_from(data)
        if (magic, version, step) != (MAGIC, VERSION, parameters.FLOW_STEP):
            raise Problem("abis.template_unreadable", part="finger")
        most = parameters.SIDE_RANGE[1]
        fits = (
            count <= parameters.MOST_MINUTIAE
            and 0 < width <= most
            and 0 < height <= most
            and (rows, columns) == (-(-height // step), -(-width // step))
            and len(data) == HEAD.size + 6 * count + rows * columns
        )
        if not fits:
            raise Problem("abis.template_unreadable", part="finger")
        at = HEAD.size
        x = np.frombuffer(data, "<u2", count, at).astype(np.uint16)
        y = np.frombuffer(data, "<u2", count, at + 2 * count).astype(np.uint16)
        if count and (x.max() >= width or y.max() >= height):
            raise Problem("abis.template_unreadable", part="finger")
        direction = np.frombuffer(data, np.uint8, count, at + 4 * count)
        quality = np.frombuffer(data, np.uint8, count, at + 5 * count)
        flow = np.frombuffer(data, np.uint8, rows * columns, at + 6 * count).reshape(rows, columns)
        return cls(x, y, direction, quality, flow, width, height)
