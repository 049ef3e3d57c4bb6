"""Where cases work whose faults a disk adds nothing to."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SHARED = Path("/dev/shm")  # noqa: S108 - a folder with a random name is made in it


@contextmanager
def scratch_in_memory(wanted: Path) -> Iterator[Path]:
    """A folder in memory where there is one, unless the person named a place: a killed process loses no page cache.

    Args:
        wanted: The case's scratch folder; used itself when it is not in the machine's usual place.
    """
    usual = wanted.is_relative_to(tempfile.gettempdir())
    if usual and _SHARED.is_dir() and os.access(_SHARED, os.W_OK):
        with tempfile.TemporaryDirectory(prefix="rekam-fault-", dir=_SHARED) as folder:
            yield Path(folder)
    else:
        yield wanted
