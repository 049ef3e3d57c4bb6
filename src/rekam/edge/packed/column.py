"""The container of a packed file: named columns of numbers and lines of text, in xz.

Integers are stored as differences to the value before, byte plane by byte plane, which xz packs
three to five times smaller than the plain columns. The first line is a JSON header.
"""

import json
import lzma
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.int32] | bytes | Sequence[str]

_PLANES = 4


def write_columns(columns: Mapping[str, Column]) -> bytes:
    """Packs columns: int32 arrays, bytes, or lines of text (no line may hold a line break)."""
    header: list[list[object]] = []
    parts: list[bytes] = []
    for name, column in columns.items():
        if isinstance(column, bytes):
            kind, part = "bytes", column
        elif isinstance(column, np.ndarray):
            kind, part = "int32", _planes(column)
        else:
            if any("\n" in line for line in column):
                message = f"a line of column {name} holds a line break"
                raise ValueError(message)
            kind, part = "text", "\n".join(column).encode()
        header.append([name, kind, len(column), len(part)])
        parts.append(part)
    plain = b"\n".join([json.dumps(header).encode(), b"".join(parts)])
    return lzma.compress(plain, preset=9 | lzma.PRESET_EXTREME)


def read_columns(packed: bytes) -> dict[str, Column]:
    """Unpacks what `write_columns` packed.

    Raises:
        lzma.LZMAError: If the bytes are damaged (xz carries a CRC-64).
    """
    header, _, body = lzma.decompress(packed).partition(b"\n")
    columns: dict[str, Column] = {}
    at = 0
    for name, kind, count, size in json.loads(header):
        part = body[at : at + size]
        at += size
        if kind == "bytes":
            columns[name] = part
        elif kind == "int32":
            columns[name] = _numbers(part, count)
        else:
            columns[name] = part.decode().split("\n") if count else []
    return columns


def _planes(column: NDArray[np.int32]) -> bytes:
    steps = np.diff(column.astype("<i4"), prepend=np.int32(0)).astype("<i4")
    zigzag = ((steps.astype(np.int64) << 1) ^ (steps.astype(np.int64) >> 63)).astype("<u4")
    return zigzag.view(np.uint8).reshape(-1, _PLANES).T.tobytes()


def _numbers(part: bytes, count: int) -> NDArray[np.int32]:
    planes = np.frombuffer(part, dtype=np.uint8).reshape(_PLANES, count)
    zigzag = np.ascontiguousarray(planes.T).view("<u4").reshape(-1).astype(np.int64)
    steps = (zigzag >> 1) ^ -(zigzag & 1)
    return np.cumsum(steps).astype(np.int32)
