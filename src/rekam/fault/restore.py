"""The centre comes back from an older copy of itself, older than receipts that stations have acted on."""

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from rekam.centre.centre import open_centre
from rekam.centre.exchange import ExchangeDesk
from rekam.centre.intake import Intake
from rekam.edge.store.postgres import PostgresServer, open_server
from rekam.edge.wire.delivery import Ways, deliver_round
from rekam.edge.wire.tus.client import UploadReport
from rekam.fault.bed.audit import Finding, audit_office, audit_station
from rekam.fault.bed.counter import Counter, PublicKeys, make_counter, resident
from rekam.fault.bed.office import Office
from rekam.fault.bed.patched import patched
from rekam.fault.bed.quick import seal_quickly
from rekam.fault.outcome import Outcome
from rekam.fault.trial import Trials
from rekam.packet import ExchangeAnswer, ExchangeRequest, read_answer, sign_request
from rekam.problem import Problem
from rekam.station.delivery.port import DeliveryPort
from rekam.station.station import Station

_STATIONS = 2
_LINES_MOST = 100_000
_AGED = ("database", "everything", "first", "second")
"""What is older after the restore; the rest of the centre stayed as it was."""


@dataclass
class _World:
    """A centre that can be put back, and its stations.

    Attributes:
        people: NIK of each sealed packet.
        epoch: How often it was put back.
    """

    folder: Path
    server: PostgresServer
    counters: list[Counter] = field(default_factory=list)
    people: dict[bytes, str] = field(default_factory=dict)
    epoch: int = 0

    @contextmanager
    def office(self) -> Iterator[Office]:
        """The centre as it is now."""
        url = self.server.database(self._name(self.epoch))
        with open_centre(self.folder / "centre", url, now=_Clock.now, sessions=3) as centre:
            yield Office(self.folder / "centre", url, centre, ExchangeDesk(centre), Intake(centre))

    def keep_copy(self) -> None:
        """A copy of database and files; nobody is connected."""
        self.server.database(self._name(self.epoch + 1), template=self._name(self.epoch))
        for name in ("first", "second"):
            shutil.copytree(self.folder / "centre" / name, self.folder / "copy" / name)

    def restore(self, aged: str) -> None:
        """The copy takes the place of what is aged; the database always is."""
        self.server.drop(self._name(self.epoch))
        self.epoch += 1
        for name in ("first", "second"):
            if aged in {name, "everything"}:
                shutil.rmtree(self.folder / "centre" / name)
                shutil.move(self.folder / "copy" / name, self.folder / "centre" / name)

    def _name(self, epoch: int) -> str:
        return f"rekam_restore_{sha256(str(self.folder).encode()).hexdigest()[:12]}_{epoch}"

    def end(self) -> None:
        """Drops the database."""
        self.server.drop(self._name(self.epoch))


class _Clock:
    seconds = 1_780_000_000

    @classmethod
    def now(cls) -> int:
        cls.seconds += 1
        return cls.seconds


@dataclass
class _Hand:
    """Carries to the desk; a body that begins its way while the line breaks does not arrive."""

    office: Office
    station: Station
    breaks: bool

    def post(self, request: ExchangeRequest) -> ExchangeAnswer:
        signed = self.office.desk.receive_exchange(sign_request(request, self.station.signer))
        return read_answer(signed, self.station.centre, station=request.station, nonce=request.nonce)

    def upload(self, packet_id: bytes, path: Path) -> UploadReport:
        size = path.stat().st_size
        if self.breaks:
            raise Problem("delivery.line_broken")
        self.office.intake.body_complete(packet_id, path)
        return UploadReport(size, size, 0, 0, 0.0)


def run(trials: Trials) -> Outcome:
    """One trial is one restore, with another part of the centre aged each time.

    ``details``: bodies that were nowhere any more and are named as missing.
    """
    outcome = Outcome("restore", trials.seed, control=trials.control)
    named = 0
    with ExitStack() as opened:
        server = open_server(trials.folder / "postgres", os.environ)
        opened.callback(server.close)
        if trials.control:
            opened.enter_context(patched(DeliveryPort, "body_path", _deleted_path))
        for number, chance in trials.each("restore"):
            world = _World(trials.folder / str(number), server)
            try:
                named += _one(world, chance, _AGED[number % len(_AGED)], outcome)
            finally:
                world.end()
            shutil.rmtree(world.folder)
            outcome.trials += 1
    outcome.details["named_missing"] = named
    return outcome


def _one(world: _World, chance: random.Random, aged: str, outcome: Outcome) -> int:
    with world.office() as office:
        _found(world, office)
        _work(world, office, chance)
    world.keep_copy()
    with world.office() as office:
        before = _work(world, office, chance)
        _send_into_nothing(world, office)
    world.restore(aged)
    with world.office() as office:
        for _ in range(4):
            for counter in world.counters:
                _deliver(office, counter)
        return _audit(world, office, before if aged == "everything" else set(), outcome)


def _found(world: _World, office: Office) -> None:
    for number in range(1, _STATIONS + 1):
        counter, public = make_counter(
            world.folder / f"station{number}", PublicKeys(office.centre.keys.public, office.centre.keys.recipients),
            station_id=f"ST-{number}", residents=1, clock=_Clock.now,
        )  # fmt: skip
        office.enrol(counter.station_id, public)
        world.counters.append(counter)


def _work(world: _World, office: Office, chance: random.Random) -> set[bytes]:
    """Each station records and delivers; the packets whose bodies are at the centre only."""
    made = set()
    for counter in world.counters:
        made |= _record(world, counter, chance.randint(1, 4))
        for _ in range(2):
            _deliver(office, counter)
    return made


def _record(world: _World, counter: Counter, count: int) -> set[bytes]:
    station = counter.open()
    try:
        made = set()
        for _ in range(count):
            number = len(world.people) + 1
            packet = seal_quickly(station, number)
            world.people[packet.packet_id] = resident(number).nik
            made.add(packet.packet_id)
        return made
    finally:
        station.close()


def _deliver(office: Office, counter: Counter, *, breaks: bool = False) -> None:
    station = counter.open()
    try:
        station.store.outbox.try_now()
        hand = _Hand(office, station, breaks)
        centre = office.centre.keys.signer.verifier
        deliver_round(station.port, Ways(hand, hand, centre, station.now, station.random))
    finally:
        station.close()


def _send_into_nothing(world: _World, office: Office) -> None:
    """One body of each station is on its way when the centre goes down."""
    for counter in world.counters:
        _record(world, counter, 1)
        _deliver(office, counter, breaks=True)


def _audit(world: _World, office: Office, gone: set[bytes], outcome: Outcome) -> int:
    """``gone``: bodies that were in no copy and at no station: each has to be named, and no other."""
    finding, receipts = Finding(), {}
    missing = {one.packet_id for one in office.centre.store.bodies.gone("", limit=_LINES_MOST)}
    for counter in world.counters:
        station = counter.open()
        try:
            for line in station.store.outbox.latest(_LINES_MOST):
                if line.packet_id in gone:
                    continue
                if line.receipt is None:
                    finding.note("lost", f"{line.packet_id.hex()[:12]} never got its receipt")
                else:
                    receipts[line.packet_id] = line.receipt
            audit_station(station).into(outcome)
        finally:
            station.close()
    for packet_id in missing ^ gone:
        finding.note(
            "unknown", f"{packet_id.hex()[:12]} missing: {packet_id in missing}, gone: {packet_id in gone}"
        )
    outcome.acknowledged += len(receipts)
    finding.into(outcome)
    people = {packet_id: nik for packet_id, nik in world.people.items() if packet_id not in gone}
    audit_office(office, receipts, people=people).into(outcome)
    return len(missing)


def _deleted_path(port: DeliveryPort, packet_id: bytes) -> Path:
    """The body is moved out of the station's store as soon as its sending begins."""
    files = port._files  # noqa: SLF001 - a control breaks in where no caller may
    path = files.path(packet_id)
    gone = path.with_suffix(".sending")
    path.rename(gone)
    return gone
