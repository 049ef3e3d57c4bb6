"""A mounted file system (FUSE) that forgets what nobody synced."""

import errno
import logging
import os
import random
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from rekam.fault.disk.tool import complaint, missing
from rekam.fault.disk.unsynced import File, Folder, Mercy, Node, leave_tree, read_tree
from rekam.problem import Problem

_CUT = "user.rekam.cut"
_MOUNTED_WITHIN_S = 20.0


class ForgetfulFiles:
    """Operations as `mfusepy` calls them, on a tree in memory; one thread.

    Args:
        tree: What the disk holds.
        after: Empty folder: what a power cut leaves is written there.
    """

    use_ns = True

    def __init__(self, tree: Folder, after: Path) -> None:
        self._tree = tree
        self._after = after
        self._open: dict[int, Node] = {}
        self._next = 1
        self._gone = False

    def setxattr(self, _path: str, name: str, value: bytes, _options: int, _position: int = 0) -> int:
        """The power cut comes as an extended attribute; its value is the seed of its kind."""
        if name != _CUT:
            raise OSError(errno.ENOTSUP, name)
        self._gone = True
        leave_tree(self._tree, self._after, Mercy.drawn(random.Random(value)))  # noqa: S311 - chance, not secrets
        return 0

    def getattr(self, path: str, fh: int | None = None) -> dict[str, Any]:
        """Kind, rights and length."""
        node = self._node(path, fh)
        size = len(node.data) if isinstance(node, File) else 0
        return {
            "st_mode": node.mode, "st_nlink": 1, "st_size": size, "st_blocks": -(-size // 512),
            "st_uid": os.getuid(), "st_gid": os.getgid(),
        }  # fmt: skip

    def readdir(self, path: str, _fh: int) -> list[str]:
        """Names in a folder."""
        return [".", "..", *self._folder(path).names]

    def statfs(self, _path: str) -> dict[str, int]:
        """Room enough."""
        blocks = 1 << 20
        return {"f_bsize": 4096, "f_frsize": 4096, "f_blocks": blocks, "f_bfree": blocks, "f_bavail": blocks}

    def create(self, path: str, mode: int) -> int:
        """A new, open file."""
        node = File(stat.S_IFREG | stat.S_IMODE(mode))
        self._parent(path).change({_name(path): node})
        return self._handle(node)

    def open(self, path: str, flags: int) -> int:
        """An open file."""
        node = self._node(path)
        if flags & os.O_TRUNC and isinstance(node, File):
            node.truncate(0)
        return self._handle(node)

    def opendir(self, path: str) -> int:
        """An open folder."""
        return self._handle(self._folder(path))

    def release(self, _path: str, fh: int) -> int:
        """Closing syncs nothing."""
        self._open.pop(fh, None)
        return 0

    releasedir = release

    def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
        """Bytes as written, synced or not."""
        return bytes(self._file(path, fh).data[offset : offset + size])

    def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
        """Kept in memory only."""
        self._file(path, fh).write(offset, data)
        return len(data)

    def truncate(self, path: str, length: int, fh: int | None = None) -> int:
        """Kept in memory only."""
        self._file(path, fh).truncate(length)
        return 0

    def fsync(self, path: str, _datasync: int, fh: int) -> int:
        """A file's content reaches the disk; its name does not."""
        self._file(path, fh).sync()
        return 0

    def fsyncdir(self, path: str, _datasync: int, _fh: int) -> int:
        """A folder's names reach the disk."""
        self._folder(path).sync()
        return 0

    def mkdir(self, path: str, mode: int) -> int:
        """A new folder."""
        self._parent(path).change({_name(path): Folder(stat.S_IFDIR | stat.S_IMODE(mode))})
        return 0

    def unlink(self, path: str) -> int:
        """A name vanishes; who has the file open keeps it."""
        self._node(path)
        self._parent(path).change({_name(path): None})
        return 0

    def rmdir(self, path: str) -> int:
        """An empty folder vanishes."""
        if self._folder(path).names:
            raise OSError(errno.ENOTEMPTY, path)
        return self.unlink(path)

    def rename(self, old: str, new: str) -> int:
        """One change inside one folder; between two folders the caller has to copy."""
        if PurePosixPath(old).parent != PurePosixPath(new).parent:
            raise OSError(errno.EXDEV, old)
        self._parent(old).change({_name(new): self._node(old), _name(old): None})
        return 0

    def link(self, target: str, source: str) -> int:
        """A second name of a file."""
        self._parent(target).change({_name(target): self._node(source)})
        return 0

    def chmod(self, path: str, mode: int) -> int:
        """Rights are kept at once: nothing here depends on them."""
        node = self._node(path)
        node.mode = stat.S_IFMT(node.mode) | stat.S_IMODE(mode)
        return 0

    def utimens(self, path: str, _times: tuple[int, int] | None = None) -> int:
        """Times are not kept."""
        self._node(path)
        return 0

    def _handle(self, node: Node) -> int:
        self._next += 1
        self._open[self._next] = node
        return self._next

    def _node(self, path: str, fh: int | None = None) -> Node:
        if self._gone:
            raise OSError(errno.EIO, path)
        if fh in self._open:
            return self._open[fh]
        node: Node = self._tree
        for name in PurePosixPath(path).parts[1:]:
            if not isinstance(node, Folder):
                raise OSError(errno.ENOTDIR, path)
            if name not in node.names:
                raise OSError(errno.ENOENT, path)
            node = node.names[name]
        return node

    def _file(self, path: str, fh: int | None) -> File:
        node = self._node(path, fh)
        if not isinstance(node, File):
            raise OSError(errno.EISDIR, path)
        return node

    def _folder(self, path: str) -> Folder:
        node = self._node(path)
        if not isinstance(node, Folder):
            raise OSError(errno.ENOTDIR, path)
        return node

    def _parent(self, path: str) -> Folder:
        return self._folder(str(PurePosixPath(path).parent))


class ForgetfulDisk:
    """A mounted `ForgetfulFiles`, served by a process of its own.

    Attributes:
        at: Where it is mounted.
    """

    def __init__(self, at: Path) -> None:
        self.at = at

    def cut(self, seed: str) -> None:
        """The power is gone: what is left is in the ``after`` folder, everything else fails from now on."""
        os.setxattr(self.at, _CUT, seed.encode())


@contextmanager
def forgetful_disk(before: Path, at: Path, after: Path) -> Iterator[ForgetfulDisk]:
    """Mounts a disk that holds what ``before`` holds.

    Args:
        before: A real folder.
        at: An empty folder to mount on.
        after: An empty folder for what `ForgetfulDisk.cut` leaves.

    Raises:
        Problem: ``fault.not_possible`` without FUSE or the right to mount.
    """
    fuse = _library()
    server = os.fork()
    if server == 0:
        _serve(fuse, before, at, after)
    try:
        _wait_mounted(at, server)
        yield ForgetfulDisk(at)
    finally:
        said = complaint("fusermount3", "-u", "-z", str(at))
        os.waitpid(server, 0)
        if said and at.is_mount():
            raise Problem("fault.not_possible", reason=said)


def _library() -> Any:
    if missing("fusermount3") or not os.access("/dev/fuse", os.R_OK | os.W_OK):
        raise Problem("fault.not_possible", reason="FUSE: fusermount3, /dev/fuse")
    try:
        import mfusepy  # type: ignore[import-untyped]  # it has none
    except (ImportError, OSError, AttributeError) as error:  # the library itself may be missing below it
        raise Problem("fault.not_possible", reason=f"mfusepy: {error}") from error
    return mfusepy


def _serve(fuse: Any, before: Path, at: Path, after: Path) -> None:
    status = 1
    try:
        logging.getLogger("fuse").setLevel(logging.CRITICAL)
        files = ForgetfulFiles(read_tree(before), after)
        fuse.FUSE(files, str(at), foreground=True, nothreads=True, hard_remove=True, fsname="rekam-fault")
        status = 0
    finally:
        os._exit(status)


def _wait_mounted(at: Path, server: int) -> None:
    end = time.monotonic() + _MOUNTED_WITHIN_S
    while not at.is_mount():
        ended = os.waitid(os.P_PID, server, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        if ended is not None or time.monotonic() > end:
            raise Problem("fault.not_possible", reason=f"FUSE: {at.name}")
        time.sleep(0.005)


def _name(path: str) -> str:
    return PurePosixPath(path).name
