"""What the centre publishes to its stations."""

from collections.abc import Callable
from pathlib import Path

from rekam.edge.trust import Kind, UpdateRepository
from rekam.problem import Problem


def updates_of(folder: Path, now: Callable[[], int]) -> UpdateRepository:
    """The signed updates of a centre's folder.

    The keys of root and targets lie in ``updates/safe`` and are to be taken off this machine; what needs them
    (publishing, changing root) says so when they are away.
    """
    return UpdateRepository(folder / "updates", now)


def publish_file(folder: Path, file: Path, kind: str, version: str, now: Callable[[], int]) -> str:
    """Offer a file to every station; its name among the updates.

    Raises:
        Problem: ``command.bad_option``, ``command.file_not_found``, ``trust.*``.
    """
    kinds = [one.value for one in Kind]
    if kind not in kinds:
        raise Problem("command.bad_option", option="--kind", reason=", ".join(kinds))
    if not file.is_file():
        raise Problem("command.file_not_found", path=str(file))
    name = f"{kind}/{file.name}"
    updates_of(folder, now).publish(name, file.read_bytes(), Kind(kind), version)
    return name
