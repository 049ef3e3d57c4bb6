"""What is known to be right in a gallery folder: two copies, each written whole or not at all."""

import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

import cbor2

from rekam.edge.store.durable_file import disk_problems, write_durably

COPIES = ("head.a", "head.b")
MAGIC = b"RKGH1"


@dataclass(frozen=True, slots=True)
class Head:
    """State of the files at a checkpoint.

    Attributes:
        number: Counts the checkpoints of the folder.
        generation: Which files are in use; each compaction begins a new one.
        rows: People written by then, dead ones too.
        log_bytes: Length of the log by then; what lies behind it is read again at the opening.
        shelves: Sets of galleries, by the number a row has.
        extractors: Names of extractors, by the number a row has.
        forms: ``Feature.form`` of each column.
        checks: For each column the CRC-32 of its blocks, uint32 little-endian.
        dead: One bit a row.
        damaged: References whose record could not be read; they wait for the registry.
        mark: How far the owner of the files had come in the registry, in the owner's words.
    """

    number: int
    generation: int
    rows: int = 0
    log_bytes: int = 0
    shelves: list[list[str]] = field(default_factory=list)
    extractors: list[str] = field(default_factory=list)
    forms: list[list[object]] = field(default_factory=list)
    checks: Mapping[str, bytes] = field(default_factory=dict)
    dead: bytes = b""
    damaged: list[str] = field(default_factory=list)
    mark: str = ""


def write_head(folder: Path, head: Head) -> None:
    """Put both copies down, one after the other: at any moment one of them is whole."""
    content = cbor2.dumps(asdict(head))
    data = MAGIC + zlib.crc32(content).to_bytes(4, "little") + content
    for name in COPIES:
        with disk_problems(folder / name):
            write_durably(folder / name, (data,))


def read_head(folder: Path) -> Head | None:
    """The newest copy that is whole; ``None`` if there is none."""
    heads = [_read(folder / name) for name in COPIES]
    return max((head for head in heads if head is not None), key=lambda head: head.number, default=None)


def _read(path: Path) -> Head | None:
    with disk_problems(path):
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
    start = len(MAGIC) + 4
    content = data[start:]
    if not data.startswith(MAGIC) or zlib.crc32(content).to_bytes(4, "little") != data[len(MAGIC) : start]:
        return None
    return Head(**cbor2.loads(content))
