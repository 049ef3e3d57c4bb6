"""One process a station: two would number packets twice."""

import fcntl
import os
from pathlib import Path

from rekam.problem import Problem


class StationLock:
    """Held from opening to closing; the kernel lets go of it when the process dies.

    Args:
        folder: The station's folder.

    Raises:
        Problem: ``station.already_running``.
    """

    def __init__(self, folder: Path) -> None:
        self._handle = os.open(folder / "station.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(self._handle)
            raise Problem("station.already_running", folder=folder.name) from error

    def release(self) -> None:
        """Lets the next process in."""
        os.close(self._handle)
