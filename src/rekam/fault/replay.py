"""Everything said twice, late, out of order or by two ways at once: each packet has its effect once."""

import random
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from rekam.edge.store.centre import log as merkle_log
from rekam.edge.store.centre.packets import Packets
from rekam.edge.wire.tus.client import UploadReport
from rekam.fault.bed.audit import Finding, audit_office, audit_station
from rekam.fault.bed.counter import make_counter, resident
from rekam.fault.bed.office import Office, open_office
from rekam.fault.bed.patched import patched
from rekam.fault.bed.quick import seal_quickly
from rekam.fault.outcome import Outcome
from rekam.fault.trial import Trials
from rekam.packet import ExchangeAnswer, ExchangeRequest, SealedPacket, read_answer, sign_request
from rekam.packet.receipt import read_receipt
from rekam.problem import Problem
from rekam.station.station import Station

_REMEMBERED = 50
"""Requests and bodies of the past from which a replay is drawn."""

_RESIDENTS = 9_999


@dataclass
class _Traffic:
    """A line that remembers, repeats and forgets.

    Attributes:
        requests: Signed requests as they went.
        receipts: First receipt that the centre gave for each packet.
    """

    office: Office
    station: Station
    chance: random.Random
    folder: Path
    finding: Finding = field(default_factory=Finding)
    requests: list[bytes] = field(default_factory=list)
    bodies: dict[bytes, Path] = field(default_factory=dict)
    receipts: dict[bytes, bytes] = field(default_factory=dict)
    lose_answer: bool = False

    def post(self, request: ExchangeRequest) -> ExchangeAnswer:
        """The request, sometimes twice, sometimes its manifests in another order; its answer, sometimes lost."""
        if self.chance.random() < 0.5:
            shuffled = list(request.manifests)
            self.chance.shuffle(shuffled)
            request = replace(request, manifests=tuple(shuffled))
        signed = sign_request(request, self.station.signer)
        self.requests = [*self.requests[-_REMEMBERED:], signed]
        answer = self.office.desk.receive_exchange(signed)
        if self.lose_answer:
            self.lose_answer = False
            raise Problem("delivery.line_broken")
        read = read_answer(answer, self.station.centre, station=request.station, nonce=request.nonce)
        wanted = list(read.wanted)
        self.chance.shuffle(wanted)
        return replace(read, wanted=tuple(wanted))

    def upload(self, packet_id: bytes, path: Path) -> UploadReport:
        """The body, by two ways at once."""
        size = path.stat().st_size
        kept = self.folder / packet_id.hex()
        kept.write_bytes(path.read_bytes())
        self.bodies[packet_id] = kept
        with ThreadPoolExecutor(2) as ways:
            for got in [ways.submit(self.office.intake.body_complete, packet_id, kept) for _ in range(2)]:
                self._compare(packet_id, got.result)
        return UploadReport(size, size, 0, 0, 0.0)

    def repeat_body(self) -> None:
        """A body that the centre has had for long."""
        if self.bodies:
            packet_id = self.chance.choice(list(self.bodies))
            self._compare(
                packet_id, lambda: self.office.intake.body_complete(packet_id, self.bodies[packet_id])
            )

    def repeat_request(self) -> None:
        """An old request, byte for byte, as a recorder on the line would send it."""
        if self.requests:
            self._expect_nothing(lambda: self.office.desk.receive_exchange(self.chance.choice(self.requests)))

    def repeat_receipt(self) -> None:
        """A receipt that the station has had for long."""
        for packet_id, signed in self.chance.sample(
            sorted(self.receipts.items()), min(1, len(self.receipts))
        ):
            if self.station.store.outbox.line(packet_id) is not None:
                receipt = read_receipt(signed, self.station.centre)
                self._expect_nothing(partial(self.station.port.accept_receipt, signed, receipt))

    def round(self) -> None:
        """One delivery round over this line."""
        from rekam.edge.wire.delivery import Ways, deliver_round

        centre = self.office.centre.keys.signer.verifier
        report = deliver_round(
            self.station.port, Ways(self, self, centre, self.station.now, self.station.random)
        )
        for packet_id, problem in report.waiting:
            self.finding.note("unknown", f"{packet_id.hex()[:12]}: {problem.code}")

    def _compare(self, packet_id: bytes, receive: Callable[[], bytes]) -> None:
        signed = self._expect_nothing(receive)
        if signed is not None and self.receipts.setdefault(packet_id, signed) != signed:
            self.finding.note("duplicated", f"{packet_id.hex()[:12]} got another receipt")

    def _expect_nothing(self, act: Callable[[], bytes | None]) -> bytes | None:
        try:
            return act()
        except Problem as problem:
            self.finding.note("unknown", f"a repetition was refused: {problem.code}")
        except Exception as failure:  # noqa: BLE001 - what has no name is what this case looks for
            self.finding.note("unknown", f"a repetition failed: {type(failure).__name__}")
        return None


def run(trials: Trials) -> Outcome:
    """One trial is one packet on a line that repeats, forgets and mixes."""
    outcome = Outcome("replay", trials.seed, control=trials.control)
    with ExitStack() as opened:
        office = opened.enter_context(open_office(trials.folder))
        if trials.control:
            _forget_what_came(opened)
        counter, public = make_counter(trials.folder / "station", office.keys, residents=1)
        office.enrol(counter.station_id, public)
        station = counter.open()
        opened.callback(station.close)
        (trials.folder / "line").mkdir()
        traffic = _Traffic(office, station, random.Random(trials.seed), trials.folder / "line")  # noqa: S311
        people = {}
        for number, chance in trials.each("replay"):
            packet = _one(traffic, chance, number % _RESIDENTS + 1)
            if number < _RESIDENTS:
                people[packet.packet_id] = resident(number + 1).nik
            outcome.trials += 1
        _settle(traffic)
        _audit(outcome, traffic, people)
    return outcome


def _one(traffic: _Traffic, chance: random.Random, number: int) -> SealedPacket:
    traffic.chance = chance
    packet = seal_quickly(traffic.station, number)
    traffic.lose_answer = chance.random() < 0.3
    repeats = (traffic.repeat_body, traffic.repeat_request, traffic.repeat_receipt)
    for act in (traffic.round, *chance.choices(repeats, k=3), traffic.round):
        act()
    return packet


def _settle(traffic: _Traffic) -> None:
    for _ in range(3):
        traffic.lose_answer = False
        traffic.round()


def _audit(outcome: Outcome, traffic: _Traffic, people: dict[bytes, str]) -> None:
    lines = traffic.station.store.outbox.latest(1_000_000)
    receipts = {line.packet_id: line.receipt for line in lines if line.receipt is not None}
    for packet_id, signed in receipts.items():
        if traffic.receipts.get(packet_id, signed) != signed:
            traffic.finding.note("duplicated", f"{packet_id.hex()[:12]} has two receipts")
    outcome.acknowledged += len(receipts)
    for line in lines:
        if line.receipt is None:
            traffic.finding.note("lost", f"{line.packet_id.hex()[:12]} never got its receipt")
    traffic.finding.into(outcome)
    audit_station(traffic.station).into(outcome)
    audit_office(traffic.office, receipts, people=people).into(outcome)


def _forget_what_came(opened: ExitStack) -> None:
    """The centre no longer knows a packet by its id: whoever brings it again is a stranger."""
    arriving = Packets.arriving

    def forgotten(packets: Packets, packet_ids: Sequence[bytes]) -> object:
        rows = arriving(packets, packet_ids)
        return {packet_id: replace(row, receipt=None) for packet_id, row in rows.items()}

    opened.enter_context(patched(Packets, "arriving", forgotten))
    opened.enter_context(patched(merkle_log, "receipts_of", lambda _connection, _packets: {}))
