"""Keeping the process small on an old laptop: what a recording needed is given back to the system."""

import ctypes
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
"""From <malloc.h> of the GNU C library."""
_MADV_DONTNEED = 4
"""From <linux/mman.h>."""
_COMPILER = "libllvmlite.so"
_BLOCK_BYTES = 256 * 1024
"""Blocks from this size on are given back as soon as they are free; pictures are larger, everything else smaller."""


def spare() -> None:
    """Call before the first thread: one heap for all threads instead of one each.

    Threads of a small web application rarely allocate at the same time; with a heap each, the pictures of one
    recording leave holes in all of them (measured: a third of the station's memory).
    """
    library = _glibc()
    if library is not None:
        for name, value in (
            (_M_ARENA_MAX, 1),
            (_M_MMAP_THRESHOLD, _BLOCK_BYTES),
            (_M_TRIM_THRESHOLD, _BLOCK_BYTES),
        ):
            library.mallopt(name, value)


def give_back() -> None:
    """Free pages go back to the system, and those of the kernels' compiler; some milliseconds, once a recording.

    The compiler (68 MB of a file) is needed while the first print of a session is measured and hardly afterwards.
    Only its machine code is let go, which nobody ever writes to: a page that is needed again comes from its file.
    """
    library = _glibc()
    if library is None:
        return
    library.malloc_trim(0)
    for start, end in _mappings(_COMPILER):
        library.madvise(ctypes.c_void_p(start), ctypes.c_size_t(end - start), _MADV_DONTNEED)


def _mappings(name: str) -> Iterator[tuple[int, int]]:
    """Address ranges of a library's machine code."""
    for line in Path("/proc/self/maps").read_text("ascii", errors="replace").splitlines():
        addresses, rights, *rest = line.split(maxsplit=5)
        if rights.startswith("r-x") and rest[-1].endswith(name):
            start, _, end = addresses.partition("-")
            yield int(start, 16), int(end, 16)


@cache
def _glibc() -> ctypes.CDLL | None:
    """The C library where it is GNU's; others have no such knobs and need none."""
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "mallopt") and hasattr(library, "malloc_trim") else None
