"""Files that are still there after a power cut: written whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from rekam.problem import Problem

PART_SUFFIX = ".part"
"""Ending of a file that is not finished; whatever carries it after a crash is waste."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


@contextmanager
def disk_problems(path: Path) -> Iterator[None]:
    """Give the operating system's disk errors their names.

    Raises:
        Problem: ``delivery.no_space`` or ``delivery.disk_failed``.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise Problem("delivery.no_space", path=str(path)) from error
        reason = error.strerror or type(error).__name__
        raise Problem("delivery.disk_failed", path=str(path), reason=reason) from error


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable (a new or renamed file is lost without this)."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Create a folder, private to the account, and make its name durable."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)


def write_durably(target: Path, blocks: Iterable[bytes]) -> None:
    """Put a file under its name, whole, or leave what was there.

    Args:
        target: Where it shall stand; its folder exists.
        blocks: The content. What the iterable raises passes through and nothing is left behind.
    """
    write_all_durably((target,), blocks)


def write_all_durably(targets: tuple[Path, ...], blocks: Iterable[bytes]) -> None:
    """Like :func:`write_durably` for several places, reading the content once.

    The names appear only after the content of every copy is on its disk.
    """
    with ExitStack() as open_files:
        parts = [_part_of(target, open_files) for target in targets]
        try:
            for block in blocks:
                for part in parts:
                    part.write(block)
            for part in parts:
                part.flush()
                os.fsync(part.fileno())
            for part, target in zip(parts, targets, strict=True):
                os.replace(part.name, target)  # noqa: PTH105 - the name comes from the open file
        except BaseException:
            for part in parts:
                Path(part.name).unlink(missing_ok=True)
            raise
    for folder in {target.parent for target in targets}:
        sync_folder(folder)


def remove_durably(path: Path) -> bool:
    """Remove a file; says whether there was one."""
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    sync_folder(path.parent)
    return True


def read_past_cache(path: Path, block: int = 1 << 20) -> Iterator[bytes]:
    """The content from the disk itself where the kernel allows it, not from its memory."""
    with path.open("rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while data := file.read(block):
            yield data


def _part_of(target: Path, open_files: ExitStack) -> BinaryIO:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=PART_SUFFIX)
    os.close(handle)
    return open_files.enter_context(Path(name).open("wb"))
