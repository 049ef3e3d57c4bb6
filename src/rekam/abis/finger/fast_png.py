"""A grey picture as PNG, as fast as its reader is slow: the only way into NBIS leads through an image file."""

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY8 = 0
UP = 2
"""Row filter: each byte minus the one above (PNG, ISO/IEC 15948, 9.2)."""


def fast_png(grey: NDArray[np.uint8]) -> bytes:
    """PNG of a grey picture: rows filtered by "up", runs packed.

    On cleaned ridges a third of the time of Pillow's smallest effort, and no larger.

    Args:
        grey: Array (height, width) uint8.
    """
    height, width = grey.shape
    rows = np.full((height, width + 1), UP, np.uint8)
    rows[0, 1:] = grey[0]
    np.subtract(grey[1:], grey[:-1], out=rows[1:, 1:])  # modulo 256, as the format has it
    packer = zlib.compressobj(1, zlib.DEFLATED, zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_RLE)
    packed = packer.compress(rows.tobytes()) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, GREY8, 0, 0, 0)
    return SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
