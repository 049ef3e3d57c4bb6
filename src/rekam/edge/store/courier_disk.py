"""A courier's disk: sealed bodies, signed lists and signed answers as files, each whole or absent."""

import errno
import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rekam.edge.store.durable_file import (
    PART_SUFFIX,
    make_folder,
    read_past_cache,
    remove_durably,
    write_durably,
)
from rekam.packet.fields import IDENTIFIER
from rekam.packet.parameters import ANSWER_BYTES_MOST, BATCH_BYTES_MOST
from rekam.problem import Problem

FOLDER = "rekam-kurir"
"""The only folder that is touched on a disk."""

_MARK = "kurir.json"
_READ_ME = "BACA-SAYA.txt"
_WORDS = (
    "Cakram kurir Rekam. Berisi rekaman KTP-el yang tersegel: hanya pusat yang dapat membukanya.\n"
    "Jangan menghapus atau mengubah apa pun; serahkan cakram ini ke kantor Dukcapil.\n\n"
    "A Rekam courier's disk. It holds sealed recordings that only the centre can open.\n"
    "Delete and change nothing; hand this disk to the civil registry office.\n"
)
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class CourierDisk:
    """One disk, or a folder that serves as one.

    Layout under ``rekam-kurir/``: ``kurir.json`` (its name), and for each station ``batch-NNNNNN.cose``,
    ``answer-NNNNNN.cose``, ``bodies/<packet id>.body`` and the public keys ``station.pub`` and ``centre.pub``.

    Args:
        folder: Where the disk is mounted.

    Raises:
        Problem: ``courier.disk_missing``, ``courier.disk_foreign``, ``courier.disk_gone``.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = folder / FOLDER
        if not folder.is_dir():
            raise Problem("courier.disk_missing", disk=folder.name)
        mark = self.root / _MARK
        if not mark.is_file():
            raise Problem("courier.disk_foreign", disk=folder.name)
        with disk_problems(folder.name):
            text = mark.read_bytes()[:1000]
        self.name = _name(text, folder)

    @classmethod
    def made(cls, folder: Path, random: Callable[[int], bytes], name: str = "") -> "CourierDisk":
        """The disk, marked with a new name when it was never used.

        Raises:
            Problem: ``courier.disk_missing``, ``courier.disk_foreign``, ``courier.disk_read_only``,
                ``courier.disk_full``, ``courier.disk_gone``.
        """
        if not folder.is_dir():
            raise Problem("courier.disk_missing", disk=folder.name)
        root = folder / FOLDER
        if not (root / _MARK).is_file():
            with disk_problems(folder.name):
                make_folder(root)
                write_durably(root / _READ_ME, [_WORDS.encode()])
                mark = {"disk": name or f"KURIR-{random(3).hex().upper()}"}
                write_durably(root / _MARK, [json.dumps(mark).encode()])
        return cls(folder)

    def stations(self) -> list[str]:
        """Stations that have something here."""
        with disk_problems(self.name):
            folders = sorted(self.root.iterdir())
            return [one.name for one in folders if one.is_dir() and IDENTIFIER.fullmatch(one.name)]

    def batches(self, station: str) -> list[int]:
        """Numbers of a station's lists, oldest first."""
        return self._numbers(station, "batch")

    def answers(self, station: str) -> list[int]:
        """Numbers of the lists that were answered."""
        return self._numbers(station, "answer")

    def batch(self, station: str, number: int) -> bytes | None:
        """A signed list as it lies here; nothing in it is checked."""
        return self._read(self._file(station, "batch", number), BATCH_BYTES_MOST)

    def answer(self, station: str, number: int) -> bytes | None:
        """The centre's signed answer to a list; nothing in it is checked."""
        return self._read(self._file(station, "answer", number), ANSWER_BYTES_MOST)

    def put_batch(self, station: str, number: int, signed: bytes) -> None:
        """Writes a list, whole or not at all."""
        self._write(self._file(station, "batch", number), signed)

    def put_answer(self, station: str, number: int, signed: bytes) -> None:
        """Writes an answer, whole or not at all."""
        self._write(self._file(station, "answer", number), signed)

    def key(self, station: str, name: str) -> bytes | None:
        """The public key ``station`` or ``centre`` as the station put it here; believe it only after comparing."""
        return self._read(self.root / station / f"{name}.pub", 10_000)

    def put_key(self, station: str, name: str, public: bytes) -> None:
        """Puts a public key beside a station's lists."""
        if self.key(station, name) != public:
            self._write(self.root / station / f"{name}.pub", public)

    def body_path(self, station: str, packet_id: bytes) -> Path:
        """Where a body lies or would lie."""
        return self.root / station / "bodies" / f"{packet_id.hex()}.body"

    def holds(self, station: str, packet_id: bytes) -> bool | None:
        """Whether a body is here and good; ``None`` = here, but not what its name says."""
        path = self.body_path(station, packet_id)
        with disk_problems(self.name):
            if not path.is_file():
                return False
            digest = hashlib.sha256()
            for block in read_past_cache(path):
                digest.update(block)
        return True if digest.digest() == packet_id else None

    def put_body(self, station: str, packet_id: bytes, body: bytes) -> None:
        """Writes a body whose hash was checked; one that is here and good stays as it is."""
        if self.holds(station, packet_id):
            return
        self._write(self.body_path(station, packet_id), body)

    def bodies(self, station: str) -> list[bytes]:
        """Packets whose bodies lie here."""
        with disk_problems(self.name):
            found = sorted((self.root / station / "bodies").glob("*.body"))
        return [bytes.fromhex(path.stem) for path in found if _is_id(path.stem)]

    def drop_body(self, station: str, packet_id: bytes) -> None:
        """Makes room; only for a packet with a checked receipt."""
        with disk_problems(self.name):
            remove_durably(self.body_path(station, packet_id))

    def drop_batch(self, station: str, number: int) -> None:
        """Removes a list that is done with, then its answer."""
        with disk_problems(self.name):
            remove_durably(self._file(station, "batch", number))
            remove_durably(self._file(station, "answer", number))

    def room(self) -> int:
        """Bytes that are free."""
        with disk_problems(self.name):
            return shutil.disk_usage(self.folder).free

    def sweep(self, station: str) -> None:
        """Removes what a pulled disk left half-written."""
        with disk_problems(self.name):
            own = (self.root / station).rglob(f".*{PART_SUFFIX}")
            for path in [*self.root.glob(f".*{PART_SUFFIX}"), *own]:
                remove_durably(path)

    def _numbers(self, station: str, kind: str) -> list[int]:
        with disk_problems(self.name):
            names = [path.stem.partition("-")[2] for path in (self.root / station).glob(f"{kind}-*.cose")]
        return sorted(int(name) for name in names if name.isascii() and name.isdigit())

    def _file(self, station: str, kind: str, number: int) -> Path:
        return self.root / station / f"{kind}-{number:06d}.cose"

    def _read(self, path: Path, limit: int) -> bytes | None:
        with disk_problems(self.name):
            if not path.is_file():
                return None
            with path.open("rb") as file:
                return file.read(limit + 1)

    def _write(self, path: Path, content: bytes) -> None:
        with disk_problems(self.name):
            make_folder(path.parent)
            write_durably(path, [content])


@contextmanager
def disk_problems(disk: str) -> Iterator[None]:
    """Gives the operating system's errors about a removable disk their names.

    Raises:
        Problem: ``courier.disk_read_only``, ``courier.disk_full``, ``courier.disk_gone``.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _READ_ONLY:
            raise Problem("courier.disk_read_only", disk=disk) from error
        if error.errno in _FULL:
            raise Problem("courier.disk_full", disk=disk) from error
        reason = error.strerror or type(error).__name__
        raise Problem("courier.disk_gone", disk=disk, reason=reason) from error


def _name(mark: bytes, folder: Path) -> str:
    try:
        name = json.loads(mark)["disk"]
    except (ValueError, KeyError, TypeError) as error:
        raise Problem("courier.disk_foreign", disk=folder.name) from error
    if not isinstance(name, str) or not IDENTIFIER.fullmatch(name):
        raise Problem("courier.disk_foreign", disk=folder.name)
    return name


def _is_id(stem: str) -> bool:
    try:
        return len(bytes.fromhex(stem)) == 32
    except ValueError:
        return False
