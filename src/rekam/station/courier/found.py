"""Disks that an operator may mean: what is mounted where removable disks are mounted."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rekam.edge.store.courier_disk import FOLDER, CourierDisk
from rekam.problem import Problem

_DEEPEST = 2
"""Folders below a root: ``/media/<account>/<label>``."""


@dataclass(frozen=True, slots=True)
class FoundDisk:
    """A disk as the page shows it.

    Attributes:
        folder: Where it is mounted.
        name: Its courier's name; empty before its first use.
        room: Bytes that are free; ``None`` when it does not say.
        stations: Packets, lists and answers on it, by station.
        problem: Why it cannot be read.
    """

    folder: Path
    name: str = ""
    room: int | None = None
    stations: tuple[tuple[str, int, int, int], ...] = ()
    problem: Problem | None = None


def found_folders(roots: Sequence[Path]) -> list[Path]:
    """Folders under the roots that are mounts of their own, or that a courier used before."""
    found: list[Path] = []
    for root in roots:
        found += _below(root, _DEEPEST)
    return found


def found_disks(roots: Sequence[Path]) -> list[FoundDisk]:
    """The same, with what is on each."""
    return [_look(folder) for folder in found_folders(roots)]


def chosen_folder(roots: Sequence[Path], name: str) -> Path:
    """The folder that a page named; only one that is there now, never any path.

    Raises:
        Problem: ``courier.disk_missing``.
    """
    for folder in found_folders(roots):
        if str(folder) == name:
            return folder
    raise Problem("courier.disk_missing", disk=Path(name).name or "-")


def _below(root: Path, deep: int) -> list[Path]:
    try:
        children = sorted(child for child in root.iterdir() if child.is_dir())
    except OSError:
        return []  # no such place on this system, or not for this account: nothing is mounted there for us
    found: list[Path] = []
    for child in children:
        if (child / FOLDER).is_dir() or os.path.ismount(child):
            found.append(child)
        elif deep > 1:
            found += _below(child, deep - 1)
    return found


def _look(folder: Path) -> FoundDisk:
    if not (folder / FOLDER).is_dir():
        return FoundDisk(folder)
    try:
        disk = CourierDisk(folder)
        stations = tuple(
            (name, len(disk.bodies(name)), len(disk.batches(name)), len(disk.answers(name)))
            for name in disk.stations()
        )
        return FoundDisk(folder, disk.name, disk.room(), stations)
    except Problem as problem:
        return FoundDisk(folder, problem=problem)
