"""A station at work in a process of its own; what it called safe stands on a pipe outside its disk."""

import json
import os
import select
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rekam.edge.store.packet_files import PacketFiles
from rekam.edge.store.station import database
from rekam.fault.bed.counter import SIGNATURE, Counter
from rekam.problem import Problem
from rekam.recording import Step
from rekam.station import StationOperator

if TYPE_CHECKING:
    from _typeshed import HasFileno

Say = Callable[[str, str, int], None]
"""What is safe (``draft``, ``packet``, ``copies``), of whom or which, and a number; ``planted`` is no promise but
says how many payloads the devices have given."""

Worker = Callable[[Counter, Say], None]


@dataclass(slots=True)
class Said:
    """Everything that was acknowledged in the life of one station.

    Attributes:
        drafts: Events of each resident's draft that the page had called saved, by NIK.
        packets: NIK and number of each sealed packet, by its id.
        copies: Packets that the centre's side holds twice.
        planted: Payloads that the devices gave, of those that are searched for afterwards.
        acts: How many acknowledgements that were.
        failed: What ended the work before its time: the code of its problem, or ``unnamed`` and the error; empty =
            nothing.
    """

    drafts: dict[str, int] = field(default_factory=dict)
    packets: dict[bytes, tuple[str, int]] = field(default_factory=dict)
    copies: set[bytes] = field(default_factory=set)
    planted: int = 0
    acts: int = 0
    failed: str = ""

    def hear(self, line: bytes) -> None:
        """One line of the pipe."""
        what, of, number = json.loads(line)
        if what == "failed":
            self.failed = of
            return
        if what == "planted":
            self.planted = number
            return
        self.acts += 1
        if what == "draft":
            self.drafts[of] = number
        elif what == "packet":
            packet_id, nik = of.split()
            self.packets[bytes.fromhex(packet_id)] = (nik, number)
        else:
            self.copies.add(bytes.fromhex(of))


def record_on(counter: Counter, say: Say) -> None:
    """Record one resident after another, as the pages do, and hand each packet to the centre's two folders."""
    station = counter.open()
    operator = counter.operator(station)
    copies = copies_of(counter)
    while waiting := station.store.roster.not_recorded(1):
        sealed = record_one(operator, waiting[0].biodata.nik, say)
        copies.put(sealed, station.store.files.path(sealed))
        copies.test_read(sealed)
        say("copies", sealed.hex(), 2)
    station.close()


def record_one(operator: StationOperator, nik: str, say: Say) -> bytes:
    """One recording, or the rest of one; its packet id."""

    def saved() -> None:
        say("draft", nik, operator.draft.last)

    operator.begin(nik)
    saved()
    for step in list(Step)[:-1]:
        if step < operator.step:
            continue
        if step is Step.SIGNATURE:
            operator.sign(SIGNATURE)
            saved()
        elif step is not Step.BIODATA:
            operator.capture(step)
            saved()
        operator.confirm(step)
        saved()
    operator.consent()
    saved()
    sealed = operator.seal()
    say("packet", f"{sealed.packet_id.hex()} {nik}", sealed.sequence)
    return sealed.packet_id


def copies_of(counter: Counter) -> PacketFiles:
    """The centre's two folders, on the station's disk here."""
    return PacketFiles(counter.folder.parent / "first", counter.folder.parent / "second")


@contextmanager
def at_work(counter: Counter, worker: Worker, said: Said) -> Iterator[Callable[[int, float], None]]:
    """Runs a worker in a child that is killed when the block ends; afterwards ``said`` has heard everything.

    Args:
        counter: The station.
        worker: What it does.
        said: Hears every acknowledgement.

    Yields:
        Waits until that many acknowledgements more have been heard and then so many seconds longer, at most until
        the work has ended by itself.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _work(counter, worker, writer)
    os.close(writer)
    heard = _Heard(reader, said)
    try:
        yield heard.wait
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        heard.rest()
        os.close(reader)


def without_sync() -> None:
    """The control ``synchronous-off``: in this process nothing waits for the disk any more."""
    os.fsync = _no_sync
    database.PRAGMAS = tuple(
        ("synchronous", "OFF", 0) if name == "synchronous" else (name, value, expected)
        for name, value, expected in database.PRAGMAS
    )


def _no_sync(fd: "int | HasFileno") -> None:
    """Instead of `os.fsync`."""


def _work(counter: Counter, worker: Worker, writer: int) -> None:
    def say(what: str, of: str, number: int) -> None:
        os.write(writer, json.dumps([what, of, number]).encode() + b"\n")

    try:
        worker(counter, say)
    except Problem as problem:
        say("failed", problem.code, 0)
    except BaseException as error:  # noqa: BLE001 - the child ends here, whatever it is; the parent judges
        place = [one for one in traceback.extract_tb(error.__traceback__) if "rekam" in one.filename][-1]
        say("failed", f"unnamed {error!r} in {Path(place.filename).name}:{place.lineno} {place.name}", 0)
    finally:
        os._exit(0)


class _Heard:
    """The parent's end of the pipe."""

    def __init__(self, reader: int, said: Said) -> None:
        self._reader = reader
        self._said = said
        self._rest = b""

    def wait(self, acts: int, seconds: float) -> None:
        until = self._said.acts + acts
        while self._said.acts < until and self._take():
            pass
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and select.select([self._reader], [], [], left)[0]:
            if not self._take():
                break

    def rest(self) -> None:
        while self._take():
            pass

    def _take(self) -> bool:
        data = os.read(self._reader, 1 << 16)
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            self._said.hear(line)
        return bool(data)


def fresh_life(template: Counter, folder: Path) -> Counter:
    """A new station in ``folder/station`` beside the centre's empty folders."""
    counter = template.copy_to(folder / "station")
    copies_of(counter)
    return counter
