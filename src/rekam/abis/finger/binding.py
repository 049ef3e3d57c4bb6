"""The binding of NBIS, mended where it wastes time.

It copies a picture into the other language byte by byte in Python, which costs 10 ms for a finger and holds the
interpreter's lock. The same bytes in one move cost nothing.
"""

import ctypes
from typing import Any

import nbis.nbis as generated

BUILDER = "_UniffiRustBufferBuilder"


def mend_binding() -> bool:
    """Make the binding copy at once; whether it could. Another release of it is left as it is."""
    builder: Any = getattr(generated, BUILDER, None)
    if builder is None or not hasattr(builder, "write") or not hasattr(builder, "_reserve"):
        return False
    builder.write = _write
    return True


def _write(builder: Any, value: bytes) -> None:
    with builder._reserve(len(value)):  # noqa: SLF001 - what the generated method does
        if value:
            start = ctypes.addressof(builder.rbuf.data.contents) + builder.rbuf.len
            ctypes.memmove(start, bytes(value), len(value))
