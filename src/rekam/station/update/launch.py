"""The start of a station: the newest checked program takes over, or the one before it when that fails."""

import os
import sys
from pathlib import Path

from rekam.edge.store.station.lock import StationLock
from rekam.station.update.version import Versions

STARTED = "REKAM_STARTED"
"""Environment variable with the version that the launcher chose: that program does not choose again."""


def launch(folder: Path, words: list[str]) -> None:
    """Give this process over to the chosen program; returns where the running one is to go on.

    Args:
        folder: The station's state folder.
        words: Words of the command line.

    Raises:
        Problem: ``station.already_running``, ``delivery.no_space``.
    """
    if os.environ.get(STARTED) or not (folder / "versions").is_dir():
        return
    lock = StationLock(folder)
    try:
        chosen = Versions(folder).starting()
    finally:
        lock.release()
    if chosen is None:
        return
    environment = {**os.environ, STARTED: chosen.version, "PYTHONPATH": chosen.path}
    os.execve(sys.executable, [sys.executable, "-m", "rekam.command", *words], environment)  # noqa: S606


def awaits_proof() -> bool:
    """Whether the launcher chose this program: it has to show that it works."""
    return STARTED in os.environ


def note_proved(folder: Path) -> None:
    """The pages of this program are there: it is kept."""
    version = os.environ.get(STARTED)
    if version:
        Versions(folder).proved(version)
