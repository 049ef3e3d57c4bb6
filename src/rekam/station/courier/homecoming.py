"""What came back on a disk: the centre's answers to this station's lists."""

from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from rekam.edge.store.courier_disk import CourierDisk
from rekam.edge.store.station.courier import BatchLine, CourierBook
from rekam.edge.wire.delivery import take_answer
from rekam.packet import ExchangeAnswer, read_answer, read_request
from rekam.packet.batch import read_batch
from rekam.problem import Problem
from rekam.station.courier.room import clear_disk
from rekam.station.station import Station


@dataclass(slots=True)
class HomecomingReport:
    """What a disk brought.

    Attributes:
        disk: Its name.
        lists: Numbers of the lists that were answered.
        receipts: Packets whose receipt came with it; their bodies are deleted from the laptop.
        refused: Packets that the centre does not take.
        waiting: Lists of this station on this disk without an answer.
        old: Answers older than what the centre said since by another way: only their receipts were taken.
        false: Lists and receipts that were not believed, each with its problem.
    """

    disk: str
    lists: list[int] = field(default_factory=list)
    receipts: int = 0
    refused: int = 0
    waiting: list[int] = field(default_factory=list)
    old: list[int] = field(default_factory=list)
    false: list[Problem] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        """For ``--json``."""
        return {**asdict(self), "false": [problem.code for problem in self.false]}


def take_receipts(station: Station, folder: Path) -> HomecomingReport:
    """Take the answers on a disk; taking them again changes nothing.

    Raises:
        Problem: ``courier.disk_*``, ``courier.nothing_for_station``, and those of the station's own store.
    """
    disk = CourierDisk(folder)
    name = station.papers.station
    stations = disk.stations()
    if name not in stations and stations:
        raise Problem(
            "courier.nothing_for_station", disk=disk.name, station=name, others=", ".join(stations[:10])
        )
    book = CourierBook(station.store.database)
    report = HomecomingReport(disk.name)
    for line in book.open():
        signed = disk.answer(name, line.number)
        if signed is None:
            if line.disk == disk.name:
                report.waiting.append(line.number)
            continue
        try:
            answer = read_answer(signed, station.centre, station=name, nonce=line.nonce)
        except Problem as problem:
            report.false.append(problem)
            continue
        _take(station, book, line, answer, signed, report)
    if report.lists:
        clear_disk(station, disk)
    station.store.journal.write(
        station.now(), "station", "courier_returned", disk.name, receipts=report.receipts,
        refused=report.refused, waiting=len(report.waiting), false=len(report.false),
    )  # fmt: skip
    return report


def _take(
    station: Station,
    book: CourierBook,
    line: BatchLine,
    answer: ExchangeAnswer,
    signed: bytes,
    report: HomecomingReport,
) -> None:
    if answer.answered_at < book.heard_at():
        report.old.append(line.number)
    known = station.port.receipts_known()
    taken = take_answer(_still_true(station, book, line, answer), station.port, station.centre)
    _note_known(station, book, line)
    station.port.note_answer(signed, answer)
    report.receipts += station.port.receipts_known() - known
    report.refused += taken.refused
    report.false += taken.false_receipts
    # Last: a crash before this takes the same answer again, which changes nothing.
    book.answered(line.number, station.now())
    report.lists.append(line.number)


def _still_true(
    station: Station, book: CourierBook, line: BatchLine, answer: ExchangeAnswer
) -> ExchangeAnswer:
    """The answer without what a newer word of the centre has overtaken: receipts never grow old."""
    if line.roster != station.port.roster_version():
        answer = replace(answer, roster=None)
    if answer.answered_at < book.heard_at():
        return replace(
            answer, roster=None, policy=None, statuses=(), statuses_until=b"", refused=(), missing_sequences=(),
            connection=station.port.connection(),
        )  # fmt: skip
    return answer


def _note_known(station: Station, book: CourierBook, line: BatchLine) -> None:
    """The centre has read the request on this list: its manifests and observations need not go again."""
    signed = book.signed(line.number)
    if signed is None:
        return
    own = station.signer.verifier
    batch = read_batch(signed, lambda _: own)
    request = read_request(batch.request, lambda _: own)
    station.port.note_manifests_known(request.manifests)
    station.port.note_journal_known(request.journal)
