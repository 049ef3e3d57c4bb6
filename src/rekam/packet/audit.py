"""Checks what a station or a disk holds against itself: chain, receipts, and the log that the receipts name."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rekam.packet.chain import Link, check_chain
from rekam.packet.key import Verifiers
from rekam.packet.manifest import Manifest, read_manifest
from rekam.packet.receipt import check_receipt, read_receipt
from rekam.packet.witness import LogBook
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class Entry:
    """One packet as a book names it.

    Attributes:
        packet_id: The packet.
        sequence: Its number.
        manifest: Its signed manifest.
        receipt: Its signed receipt.
        freed: Whether the book says that the body may be gone: then there has to be a receipt.
    """

    packet_id: bytes
    sequence: int
    manifest: bytes
    receipt: bytes | None = None
    freed: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """The packets of one station.

    Attributes:
        station: Its id.
        keys: Its public key or keys.
        centre: The centre's.
        entries: What it holds.
        head: Where the station says that its chain stands; ``None`` = not said: the book may hold a part of it.
        heads: Size and root of every head of the centre's log that was seen.
    """

    station: str
    keys: Verifiers
    centre: Verifiers
    entries: Sequence[Entry]
    head: Link | None = None
    heads: Sequence[tuple[int, bytes]] = ()


@dataclass(slots=True)
class Audit:
    """What an audit found.

    Attributes:
        packets: Manifests read.
        gaps: Numbers that are not there.
        breaks: Manifests that are not true, not in their place, not joined, or two of one number.
        receipts: Receipts read.
        receipts_wrong: Receipts that are not true or do not prove what they are there for, and those missing.
        problems: What was found, in the words of the problem table, at most 20.
    """

    packets: int = 0
    gaps: int = 0
    breaks: int = 0
    receipts: int = 0
    receipts_wrong: int = 0
    problems: list[Problem] = field(default_factory=list)

    def note(self, problem: Problem) -> None:
        """Keeps the first problems for the person who reads the report."""
        if len(self.problems) < _PROBLEMS_MOST:
            self.problems.append(problem)


_PROBLEMS_MOST = 20


def audit_book(book: Book, log: LogBook, audit: Audit) -> None:
    """Checks one station's book, without any word of the centre beyond what was signed already.

    Args:
        book: What was found.
        log: Everything seen of the centre's log, by other stations too; grows.
        audit: Counts; grow.
    """
    manifests = [
        manifest for entry in book.entries if (manifest := _manifest(book, entry, audit)) is not None
    ]
    _check_links(book, manifests, audit)
    for entry in book.entries:
        _check_receipt(book, entry, log, audit)
    for size, root in book.heads:
        if not log.note_head(size, root):
            audit.note(Problem("courier.two_histories", size=size))


def _manifest(book: Book, entry: Entry, audit: Audit) -> Manifest | None:
    try:
        manifest = read_manifest(entry.manifest, lambda name: book.keys if name == book.station else None)
        if (manifest.packet_id, manifest.sequence) != (entry.packet_id, entry.sequence):
            raise Problem("packet.chain_break", station=book.station, sequence=entry.sequence)  # noqa: TRY301
    except Problem as problem:
        audit.breaks += 1
        audit.note(problem)
        return None
    audit.packets += 1
    return manifest


def _check_links(book: Book, manifests: list[Manifest], audit: Audit) -> None:
    whole = book.head is not None
    first = min(manifests, key=lambda one: one.sequence, default=None)
    start = Link() if whole or first is None else Link(first.sequence - 1, first.previous)
    report = check_chain(manifests, after=start)
    last = max(manifests, key=lambda one: one.sequence, default=None)
    stands = Link(last.sequence, last.hash) if last else Link()
    audit.gaps += sum(end - begin + 1 for begin, end in report.gaps)
    audit.breaks += len(report.breaks) + len(report.forks)
    for problem in report.problems(book.station):
        audit.note(problem)
    if book.head is None or stands == book.head:
        return
    if stands.sequence < book.head.sequence:
        audit.gaps += book.head.sequence - stands.sequence
        problem = Problem(
            "packet.chain_gap", station=book.station, first=stands.sequence + 1, last=book.head.sequence
        )
    else:
        audit.breaks += 1
        problem = Problem("packet.chain_break", station=book.station, sequence=stands.sequence)
    audit.note(problem)


def _check_receipt(book: Book, entry: Entry, log: LogBook, audit: Audit) -> None:
    if entry.receipt is None:
        if entry.freed:
            audit.receipts_wrong += 1
            audit.note(Problem("courier.receipt_missing", station=book.station, sequence=entry.sequence))
        return
    try:
        receipt = read_receipt(entry.receipt, book.centre)
        audit.receipts += 1
        check_receipt(receipt, packet_id=entry.packet_id, station=book.station, sequence=entry.sequence)
    except Problem as problem:
        audit.receipts_wrong += 1
        audit.note(problem)
        return
    if not log.note_receipt(receipt):
        audit.note(Problem("courier.two_histories", size=receipt.log_size))
