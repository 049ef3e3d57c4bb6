"""Files that hold secrets: nobody else may read them, and none is ever overwritten."""

import os
import stat
from pathlib import Path

from rekam.edge.store.durable_file import disk_problems
from rekam.problem import Problem

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_folder(path: Path) -> None:
    """Creates a folder with mode 0700, or checks the one that is there.

    Raises:
        Problem: ``packet.key_open_to_others``.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=0o700, exist_ok=True)
        sync_folder(path.parent)
    _closed(path, path.stat())


def create(path: Path, data: bytes, *, name: str) -> None:
    """Writes a new file with mode 0600; it is durable, whole and under its name when this returns.

    Raises:
        Problem: ``packet.key_exists``; the file there is left as it is. ``delivery.no_space``,
            ``delivery.disk_failed``.
    """
    fresh = path.with_name(f".{path.name}.new")
    with disk_problems(path):
        fresh.unlink(missing_ok=True)  # left by a crash; it never became a key
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(fresh, path)  # unlike a rename, fails if the name is taken
        except FileExistsError as error:
            raise Problem("packet.key_exists", name=name) from error
        finally:
            fresh.unlink()
            sync_folder(path.parent)


def read(path: Path, *, name: str) -> bytes:
    """The bytes of a secret file.

    Raises:
        Problem: ``packet.key_missing``, ``packet.key_open_to_others``, ``packet.key_unreadable`` (the system
            does not give the file).
    """
    try:
        with path.open("rb") as file:
            _closed(path, os.fstat(file.fileno()))
            return file.read(65_536)
    except FileNotFoundError as error:
        raise Problem("packet.key_missing", name=name) from error
    except OSError as error:
        raise Problem("packet.key_unreadable", name=name) from error


def destroy(path: Path) -> None:
    """Overwrites and removes a secret file; nothing happens if it is gone already.

    On flash memory old blocks may survive the overwriting: full-disk encryption of the station stays a duty.

    Raises:
        Problem: ``delivery.disk_failed``; repeat it.
    """
    with disk_problems(path):
        try:
            with path.open("r+b") as file:
                size = os.fstat(file.fileno()).st_size
                for filling in (os.urandom(size), bytes(size)):
                    file.seek(0)
                    file.write(filling)
                    file.flush()
                    os.fsync(file.fileno())
        except FileNotFoundError:
            return
        path.unlink()
        sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Makes names in a folder durable."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _closed(path: Path, status: os.stat_result) -> None:
    if status.st_mode & _OTHERS:
        raise Problem("packet.key_open_to_others", name=path.name, mode=f"{stat.S_IMODE(status.st_mode):04o}")
