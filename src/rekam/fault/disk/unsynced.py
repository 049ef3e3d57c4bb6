"""Files and folders that know which of their changes have reached the disk, and what a power cut leaves of them."""

import random
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Union

PIECES = (512, 4096)
"""Bytes that a disk writes whole or not at all: old and new sectors."""

Node = Union["File", "Folder"]


@dataclass(slots=True)
class Mercy:
    """How much of what was not synced a power cut spares.

    Attributes:
        chance: Source of chance.
        spared: Probability that a piece of a write or a change of a name is kept.
        piece: Bytes that are kept or lost together.
        in_order: Names change in order, as with a journal; else any of the changes may be missing.
    """

    chance: random.Random
    spared: float
    piece: int
    in_order: bool

    @classmethod
    def drawn(cls, chance: random.Random) -> "Mercy":
        """A kind of power cut."""
        spared = chance.choice((0.0, 0.5, 0.9, 1.0))
        return cls(chance, spared, chance.choice(PIECES), chance.random() < 0.5)

    def spares(self) -> bool:
        """Whether this one is kept."""
        return self.chance.random() < self.spared


@dataclass(slots=True)
class File:
    """Content as programs see it, as the disk has it, and the writes between."""

    mode: int
    data: bytearray = field(default_factory=bytearray)
    safe: bytes = b""
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, offset: int, data: bytes) -> None:
        """A write that nothing has synced."""
        _put(self.data, offset, data)
        self.pending.append((offset, data))

    def truncate(self, size: int) -> None:
        """A change of length that nothing has synced."""
        _cut(self.data, size)
        self.pending.append((size, None))

    def sync(self) -> None:
        """Everything is on the disk."""
        if self.pending:
            self.safe = bytes(self.data)
            self.pending.clear()

    def after_cut(self, mercy: Mercy) -> bytes:
        """What the disk holds after a power cut now: torn writes and all."""
        left = bytearray(self.safe)
        for offset, data in self.pending:
            if data is None:
                if mercy.spares():
                    _cut(left, offset)
                continue
            for begin, end in _pieces(offset, len(data), mercy.piece):
                if mercy.spares():
                    _put(left, begin, data[begin - offset : end - offset])
        return bytes(left)


@dataclass(slots=True)
class Folder:
    """Names as programs see them, as the disk has them, and the changes between; each change is whole or not."""

    mode: int
    names: dict[str, Node] = field(default_factory=dict)
    safe: dict[str, Node] = field(default_factory=dict)
    pending: list[dict[str, Node | None]] = field(default_factory=list)

    def change(self, change: dict[str, Node | None]) -> None:
        """Names that appear or (``None``) vanish together; nothing has synced them."""
        _apply(self.names, change)
        self.pending.append(change)

    def sync(self) -> None:
        """The names are on the disk; what the files hold is not."""
        self.safe = dict(self.names)
        self.pending.clear()

    def after_cut(self, mercy: Mercy) -> dict[str, Node]:
        """The names that the disk has after a power cut now."""
        left = dict(self.safe)
        for change in self.pending:
            if mercy.spares():
                _apply(left, change)
            elif mercy.in_order:
                break
        return left


def read_tree(path: Path) -> Folder:
    """A real folder, all of it on the disk."""
    folder = Folder(path.stat().st_mode)
    for child in path.iterdir():
        if child.is_dir():
            folder.names[child.name] = read_tree(child)
        else:
            content = child.read_bytes()
            folder.names[child.name] = File(child.stat().st_mode, bytearray(content), content)
    folder.safe = dict(folder.names)
    return folder


def leave_tree(folder: Folder, path: Path, mercy: Mercy) -> None:
    """Writes what a power cut leaves into a real, empty folder."""
    for name, node in folder.after_cut(mercy).items():
        target = path / name
        if isinstance(node, Folder):
            target.mkdir()
            leave_tree(node, target, mercy)
        else:
            target.write_bytes(node.after_cut(mercy))
        target.chmod(node.mode & 0o7777)


def _apply(names: dict[str, Node], change: dict[str, Node | None]) -> None:
    for name, node in change.items():
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node


def _put(content: bytearray, offset: int, data: bytes) -> None:
    if offset > len(content):
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


def _cut(content: bytearray, size: int) -> None:
    del content[size:]
    content.extend(bytes(size - len(content)))


def _pieces(offset: int, length: int, piece: int) -> list[tuple[int, int]]:
    """Begin and end of the parts of a write, cut at the disk's own borders."""
    borders = range((offset // piece + 1) * piece, offset + length, piece)
    edges = [offset, *borders, offset + length]
    return list(pairwise(edges))
