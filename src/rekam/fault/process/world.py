"""One centre and one station as processes, with a ledger of everything they said was safe."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rekam.edge.job import failed, unfinished
from rekam.edge.store.centre.register import ListedResident, load_cut
from rekam.edge.wire.serving import bind
from rekam.fault.bed.audit import Finding, audit_office, audit_station
from rekam.fault.bed.counter import Counter, make_counter, resident
from rekam.fault.bed.office import Office, open_office
from rekam.fault.outcome import Outcome
from rekam.fault.process.child import Child, Nursery
from rekam.fault.process.control import DELETE_EARLY
from rekam.person import name_key
from rekam.registry import EventKind

_ONCE = frozenset(
    {EventKind.RECEIVED, EventKind.PUT_IN_QUARANTINE, EventKind.EXTRACTED, EventKind.FAILED_AT_CENTRE}
)
"""What befalls a packet of this world at most once."""

_DRAINS = 10


@dataclass
class Ledger:
    """What was said to be safe.

    Attributes:
        kept: Events of the draft of each resident, the most that was said.
        sealed: Packet of each resident, as the page showed it.
        finding: What did not hold.
        acknowledged: How much was said in all.
    """

    kept: dict[int, int] = field(default_factory=dict)
    sealed: dict[int, bytes] = field(default_factory=dict)
    finding: Finding = field(default_factory=Finding)
    acknowledged: int = 0

    def note(self, number: int, heard: list[list[str]]) -> None:
        """Takes what a recording process of a resident said, in order."""
        for place, words in enumerate(heard):
            match words:
                case ["kept", count]:
                    self._note_kept(number, int(count), place)
                case ["sealed", packet, _]:
                    self._note_sealed(number, bytes.fromhex(packet))
                case ["open", mode, synchronous] if (mode, synchronous) != ("wal", "2"):
                    self.finding.note("unknown", f"opened with {mode}, synchronous {synchronous}")
                case ["problem" | "error", *said]:
                    self.finding.note("unknown", " ".join(said))

    def _note_kept(self, number: int, count: int, place: int) -> None:
        known = self.kept.get(number, 0)
        if count < known:
            self.finding.note("lost", f"{known - count} acknowledged events of resident {number}")
        elif count > known or place > 1:
            self.acknowledged += 1
        self.kept[number] = max(known, count)

    def _note_sealed(self, number: int, packet_id: bytes) -> None:
        known = self.sealed.setdefault(number, packet_id)
        self.acknowledged += 1
        if known != packet_id:
            self.finding.note("duplicated", f"resident {number} was sealed twice")


class World:
    """The processes of one batch of trials.

    Args:
        nursery: Forks them.
        office: The centre's stores, for looking at from outside.
        counter: The station.
        control: The protection that is off.
    """

    def __init__(self, nursery: Nursery, office: Office, counter: Counter, control: str) -> None:
        self.nursery = nursery
        self.office = office
        self.counter = counter
        self.control = control
        self.ledger = Ledger()
        self.number = 0
        self.waiting = 0
        self._listener = bind()
        self._url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.server = self.start_server()

    def start_server(self) -> Child:
        """The centre's web process, on the socket that outlives it."""
        self.server = self.nursery.start(
            "centre_part:serve", self._listener, folder=str(self.office.folder), url=self.office.url
        )
        self._hear_or_tell(self.server, "serving")
        return self.server

    def start_worker(self) -> Child:
        """The centre's worker, ready to work."""
        worker = self.nursery.start("centre_part:work", folder=str(self.office.folder), url=self.office.url)
        self._hear_or_tell(worker, "working")
        return worker

    def start_recording(self, *, fresh: bool) -> Child:
        """A recording of the resident who stands before the counter, or of the next one."""
        self.number += fresh or self.number == 0
        return self._station("record", number=self.number)

    def start_delivery(self, hold: str = "") -> Child:
        """Rounds until everything is receipted."""
        return self._station("deliver", url=self._url, hold=hold)

    def record_one(self) -> None:
        """Somebody recorded and sealed without a kill; first whoever was interrupted."""
        fresh = self.number in self.ledger.sealed or self.number == 0
        with self.start_recording(fresh=fresh) as child:
            self.note_recording(child.hear_all())
            child.wait()

    def note_recording(self, heard: list[list[str]]) -> None:
        """Takes what a recording said."""
        before = len(self.ledger.sealed)
        self.ledger.note(self.number, heard)
        self.waiting += len(self.ledger.sealed) - before

    def note_delivery(self, heard: list[list[str]]) -> bool:
        """Takes what a delivery said; whether everything was receipted."""
        for words in heard:
            if words[0] in {"problem", "error"} or (words[0] == "stuck" and self.control != DELETE_EARLY):
                self.ledger.finding.note("unknown", " ".join(words))
        delivered = any(words[0] == "delivered" for words in heard)
        if delivered:
            self.waiting = 0
        return delivered

    def deliver_all(self) -> None:
        """A delivery without a kill."""
        with self.start_delivery() as child:
            self.note_delivery(child.hear_all())
            child.wait()
        # A server that nobody listens to stands still once its line is full.
        while self.server.hear(0.0):
            pass

    def jobs(self) -> int:
        """Jobs that a worker could take now; those of killed workers are given back first."""
        with self.office.centre.store.database.transaction() as connection:
            # The time in which a killed worker might still be at its start passes at once.
            connection.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'")
            return unfinished(connection)

    def finish(self, outcome: Outcome) -> None:
        """Everybody recorded, delivered and worked on, then the audit of both sides."""
        if self.number and self.number not in self.ledger.sealed:
            self.record_one()
        self.deliver_all()
        self._drain()
        self.close()
        self._audit(outcome)

    def close(self) -> None:
        """Ends the server; its socket is free."""
        self.server.close()
        self._listener.close()

    def _drain(self) -> None:
        for _ in range(_DRAINS):
            if not self.jobs():
                return
            with self.start_worker() as worker:
                while self.unfinished():
                    worker.hear(0.05)
        self.ledger.finding.note("unknown", "jobs that never end")

    def _audit(self, outcome: Outcome) -> None:
        ledger = self.ledger
        station = self.counter.open()
        try:
            lines = station.store.outbox.latest(100_000)
            receipts = {line.packet_id: line.receipt for line in lines if line.receipt is not None}
            for number, packet_id in ledger.sealed.items():
                if station.store.outbox.line(packet_id) is None:
                    ledger.finding.note("lost", f"packet of resident {number} is in no outbox")
            if station.store.drafts.open_lines():
                ledger.finding.note("unknown", "drafts that nobody recorded")
            people = {line.packet_id: "" for line in lines}
            ledger.acknowledged += len(receipts)
            audit_station(station).into(outcome)
        finally:
            station.close()
        audit_office(self.office, receipts, people=people).into(outcome)
        self._audit_work()
        ledger.finding.into(outcome)
        outcome.acknowledged += ledger.acknowledged

    def _audit_work(self) -> None:
        store, finding = self.office.centre.store, self.ledger.finding
        with store.database.connection() as connection:
            if failed(connection):
                finding.note("unknown", f"{failed(connection)} jobs failed for good")
            arrived = [
                bytes(row[0])
                for row in connection.execute(
                    "SELECT packet_id FROM rekam.packet WHERE received_at IS NOT NULL"
                )
            ]
        for packet_id in arrived:
            kinds = [event.kind for event in store.ledger.history(packet_id)]
            if any(kinds.count(kind) > 1 for kind in _ONCE):
                finding.note("duplicated", f"work on {packet_id.hex()[:12]} was noted twice")
            if EventKind.EXTRACTED not in kinds:
                finding.note("lost", f"{packet_id.hex()[:12]} was never worked on")
        if store.templates.size() != len(arrived):
            finding.note("unknown", f"{store.templates.size()} in the gallery, {len(arrived)} packets")
        if store.coverage.differences() or store.ledger.differing_folds():
            finding.note("unknown", "counters or statuses differ from the events")

    def unfinished(self) -> int:
        """Jobs that wait or are being done."""
        with self.office.centre.store.database.connection() as connection:
            return unfinished(connection)

    def _station(self, act: str, **arguments: object) -> Child:
        counter = self.counter
        return self.nursery.start(
            f"station_part:{act}", folder=str(counter.folder), station_id=counter.station_id,
            control=self.control, **arguments,
        )  # fmt: skip

    def _hear_or_tell(self, child: Child, word: str) -> None:
        heard = child.hear_until(word)
        if not heard or heard[-1][0] != word:
            message = f"{word} was never said: {heard}"
            raise RuntimeError(message)


@contextmanager
def open_world(folder: Path, nursery: Nursery, control: str, residents: int) -> Iterator[World]:
    """A new office and a new station in a folder.

    Args:
        folder: Made.
        nursery: Forks the processes.
        control: The protection that is off; empty = none.
        residents: How many there are to record.
    """
    with open_office(folder) as office:
        counter, public = make_counter(folder / "station", office.keys, residents=residents)
        office.enrol(counter.station_id, public)
        people = [ListedResident(resident(number), True, False) for number in range(1, residents + 1)]
        load_cut(
            office.centre.store.database, "DKB", date(2017, 6, 30), people, name_key=name_key,
            now=office.centre.now(),
        )  # fmt: skip
        world = World(nursery, office, counter, control)
        try:
            yield world
        finally:
            world.close()
