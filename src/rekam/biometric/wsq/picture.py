import re
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from rekam.biometric.wsq.kernel import decode_block, join
from rekam.biometric.wsq.marker import BrokenWsqError, Marker, Reader
from rekam.biometric.wsq.subband import plane
from rekam.biometric.wsq.table import (
    Filters,
    Frame,
    Huffman,
    Quantisation,
    read_filters,
    read_frame,
    read_huffman,
    read_quantisation,
)

MOST_SEGMENTS = 64
"""Segments of tables and comments that one picture may carry; encoders write about ten."""
_NEXT_MARKER = re.compile(rb"\xff[^\x00]", re.DOTALL)


@dataclass(slots=True)
class _Tables:
    frame: Frame | None = None
    filters: Filters | None = None
    quantisation: Quantisation | None = None
    huffman: dict[int, Huffman] = field(default_factory=dict)
    seen: int = 0

    def read(self, marker: Marker, body: Reader) -> None:
        """Takes in one segment that stands before or between the blocks."""
        self.seen += 1
        if self.seen > MOST_SEGMENTS:
            raise BrokenWsqError("more segments than any encoder writes")
        if marker is Marker.FRAME:
            self.frame = read_frame(body)
        elif marker is Marker.FILTERS:
            self.filters = read_filters(body)
        elif marker is Marker.QUANTISATION:
            self.quantisation = read_quantisation(body)
        elif marker is Marker.HUFFMAN:
            self.huffman.update(read_huffman(body))
        elif marker is not Marker.COMMENT:
            raise BrokenWsqError(f"marker {marker.name} stands where a table was expected")


def _until_block(reader: Reader, tables: _Tables) -> Marker:
    while (marker := reader.marker()) not in (Marker.BLOCK, Marker.END):
        tables.read(marker, reader.segment())
    return marker


def _start(content: bytes) -> Reader:
    reader = Reader(content)
    if reader.marker() is not Marker.START:
        raise BrokenWsqError("the file does not begin as WSQ")
    return reader


def wsq_size(content: bytes) -> tuple[int, int]:
    """Width and height in pixels, read from the header alone.

    Raises:
        BrokenWsqError: If the header is not WSQ.
    """
    reader = _start(content)
    tables = _Tables()
    while tables.frame is None:
        marker = reader.marker()
        if marker in (Marker.BLOCK, Marker.END):
            raise BrokenWsqError("the header states no size")
        tables.read(marker, reader.segment())
    return tables.frame.width, tables.frame.height


def read_wsq(content: bytes) -> NDArray[np.uint8]:
    """The picture, array (height, width).

    The size is what the header states: ask ``wsq_size`` first and refuse what is too large.

    Raises:
        BrokenWsqError: If any part is not what the standard allows.
    """
    reader = _start(content)
    tables = _Tables()
    marker = _until_block(reader, tables)
    frame, filters, quantisation = tables.frame, tables.filters, tables.quantisation
    if frame is None or filters is None or quantisation is None:
        raise BrokenWsqError("a table is missing")
    layout = plane(frame.width, frame.height)
    stored = [
        (box, quantisation.width[band], quantisation.zero[band])
        for band, box in enumerate(layout.bands)
        if quantisation.width[band] > 0
    ]
    indices = np.zeros(sum(box.width * box.height for box, _, _ in stored), np.int32)
    filled = 0
    while marker is Marker.BLOCK:
        filled = _read_block(reader, tables, indices, filled)
        marker = _until_block(reader, tables)
    if filled != indices.size:
        raise BrokenWsqError("the blocks do not hold the whole picture")

    # Absurd scales of a hostile file overflow to infinity and end as black or white.
    with np.errstate(over="ignore", invalid="ignore"):
        coefficients = np.zeros((frame.height, frame.width), np.float32)
        at = 0
        for box, width, zero in stored:
            part = indices[at : at + box.width * box.height].reshape(box.height, box.width)
            at += part.size
            sign = np.sign(part)
            values = width * (part - sign * quantisation.centre) + sign * (zero / 2)
            coefficients[box.y : box.y + box.height, box.x : box.x + box.width] = values
        for box in reversed(layout.splits):
            area = coefficients[box.y : box.y + box.height, box.x : box.x + box.width]
            join(area, (box.turned_x, box.turned_y), filters.low, filters.high)
        grey = coefficients * np.float32(frame.scale) + np.float32(frame.shift) + np.float32(0.5)
        return np.asarray(np.clip(np.nan_to_num(grey, nan=0.0), 0, 255), np.uint8)


def _read_block(reader: Reader, tables: _Tables, indices: NDArray[np.int32], filled: int) -> int:
    name = reader.segment().number(1)
    if name not in tables.huffman:
        raise BrokenWsqError("a block names a code table that was not sent")
    end = _NEXT_MARKER.search(reader.content, reader.at)
    if end is None:
        raise BrokenWsqError("the file ends inside a block")
    # A data byte 0xFF is followed by a stuffed zero so that no data can look like a marker.
    data = reader.take(end.start() - reader.at).replace(b"\xff\x00", b"\xff")
    filled = decode_block(data, tables.huffman[name], indices, filled)
    if filled < 0:
        raise BrokenWsqError("a block holds codes that mean nothing")
    return filled
