"""Files that are still there after a power cut: written whole or not at all."""

import errno
import mmap
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from io import FileIO
from pathlib import Path
from typing import BinaryIO

from rekam.problem import Problem

PART_SUFFIX = ".part"
"""Ending of a file that is not finished; whatever carries it after a crash is waste."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_NO_LINK = frozenset({errno.EXDEV, errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
"""What a file system answers that gives a file no second name here; then the bytes are written once more."""

_BOUNDARY = 4_096
"""Where direct reading may begin, bytes: no disk asks for more."""
_ROOMS: list[mmap.mmap] = []
_ROOMS_KEPT = 16


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


def write_all_durably(
    targets: tuple[Path, ...], blocks: Iterable[bytes | bytearray], *, given: Path | None = None
) -> None:
    """Like :func:`write_durably` for several places, reading the content once.

    The names appear only after the content of every copy is on its disk.

    Args:
        targets: Where they shall stand; their folders exist.
        blocks: The content.
        given: A file with exactly this content that nobody changes any more: where the file system allows it, it
            becomes the first copy by a second name and is not written again.
    """
    with ExitStack() as open_files:
        linked = _linked(given, targets[0], open_files) if given else None
        written = [_part_of(target, open_files) for target in targets[1 if linked else 0 :]]
        parts = [linked, *written] if linked else written
        try:
            for block in blocks:
                for part in written:
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
    """The content from the disk itself, not from the kernel's memory, as far as the file system allows it.

    Args:
        path: Which file.
        block: Bytes at a time; a multiple of 4,096.
    """
    with _past_cache(path) as file, _room(block) as room:
        while count := file.readinto(room):
            yield bytes(room[:count])
            if count < block:  # the end; nothing may be asked for that begins off a boundary
                return


def equals_past_cache(path: Path, content: bytearray) -> bool:
    """Whether the disk itself gives exactly this content back; nothing is copied to find out."""
    size = len(content)
    with _past_cache(path) as file, _room(size + 1) as room:
        filled = 0
        # A read that stops off a boundary has come to the end, or is a fault: then the length differs.
        while filled <= size and filled % _BOUNDARY == 0 and (count := file.readinto(room[filled:])):
            filled += count
        return filled == size and content == room[:filled]


@contextmanager
def _room(size: int) -> Iterator[memoryview]:
    """Memory at a boundary, of whole boundaries, as direct reading wants it; used again, because new pages cost."""
    try:
        pages = _ROOMS.pop()
    except IndexError:
        pages = mmap.mmap(-1, 1 << 22)
    wanted = -(-size // _BOUNDARY) * _BOUNDARY
    if wanted > len(pages):
        pages = mmap.mmap(-1, wanted)
    with memoryview(pages) as whole, whole[:wanted] as room:
        yield room
    if len(_ROOMS) < _ROOMS_KEPT:
        _ROOMS.append(pages)


def _past_cache(path: Path) -> FileIO:
    try:
        return FileIO(path, opener=lambda name, flags: os.open(name, flags | os.O_DIRECT))
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
    file = FileIO(path)  # a file system that only reads through the cache: it is asked to forget
    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return file


def _linked(given: Path, target: Path, open_files: ExitStack) -> BinaryIO | None:
    part = target.with_name(f".{target.name}.{os.urandom(6).hex()}{PART_SUFFIX}")
    try:
        part.hardlink_to(given)
    except OSError as error:
        if error.errno in _NO_LINK:
            return None
        raise
    return open_files.enter_context(part.open("r+b"))


def _part_of(target: Path, open_files: ExitStack) -> BinaryIO:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=PART_SUFFIX)
    os.close(handle)
    return open_files.enter_context(Path(name).open("wb"))
