"""Clocks years off at the station, jumping while somebody is recorded, and hours off at the centre."""

import random
from contextlib import ExitStack
from dataclasses import dataclass, field

from rekam.fault.bed.audit import Finding, audit_office, audit_station
from rekam.fault.bed.counter import SIGNATURE, Counter, make_counter, resident
from rekam.fault.bed.office import Office, open_office
from rekam.fault.outcome import Outcome
from rekam.fault.trial import Trials
from rekam.packet import check_receipt, read_receipt
from rekam.problem import Problem

_NOW = 1_780_000_000
_YEAR = 31_556_952
_BACK, _AHEAD = -5 * _YEAR, 10 * _YEAR
"""How far a station's clock is off: a dead battery, a year set wrong."""

_DEAD_BATTERY = 1_009_843_200
"""1 January 2002, where such a laptop wakes up."""

_CENTRE_OFF = 86_400
"""How far the centre's clock jumps to both sides, seconds."""

_JUMPS = 0.02
"""Chance of a jump at each look at the clock: several in each recording."""


@dataclass
class _Clock:
    """A clock that goes on by a second at each look, and sometimes somewhere else."""

    low: float
    high: float
    chance: random.Random
    jumps: float = 0.0
    seconds: float = field(default=float(_NOW))
    looks: int = 0
    jumped: int = 0

    def __call__(self) -> float:
        self.looks += 1
        self.seconds += 1.0
        if self.chance.random() < self.jumps:
            self.jump()
        return self.seconds

    def jump(self) -> None:
        """To any moment of its range, or where a dead battery wakes up."""
        self.jumped += 1
        dead = self.low < _BACK + _NOW + 1 and self.chance.random() < 0.1
        self.seconds = float(_DEAD_BATTERY) if dead else self.chance.uniform(self.low, self.high)


def run(trials: Trials) -> Outcome:
    """One trial is one resident recorded and delivered; the clock was wrong before, or jumps on the way, or both.

    ``details``: looks at the station's clock, and how often it jumped.
    """
    outcome = Outcome("clock", trials.seed, control=trials.control)
    chance = random.Random(f"{trials.seed} clock")  # noqa: S311 - chance, not secrets
    station = _Clock(_NOW + _BACK, _NOW + _AHEAD, chance)
    centre = _Clock(_NOW - _CENTRE_OFF, _NOW + _CENTRE_OFF, chance)
    finding, people = Finding(), {}
    with ExitStack() as opened:
        office = opened.enter_context(open_office(trials.folder, now=lambda: int(centre())))
        residents = min(trials.wanted, 9_999)
        counter, public = make_counter(
            trials.folder / "station", office.keys, residents=residents, clock=station
        )
        office.enrol(counter.station_id, public)
        for number, draw in trials.each("clock"):
            station.chance = centre.chance = draw
            station.jumps = draw.choice((0.0, _JUMPS))
            station.jump()
            centre.jump()
            nik = resident(number % residents + 1).nik
            packet_id = _record(counter, nik, finding)
            if packet_id is not None:
                people[packet_id] = nik
            _deliver(office, counter, finding)
            outcome.trials += 1
        station.jumps = 0.0
        _deliver(office, counter, finding)
        _audit(office, counter, people, finding, outcome)
    outcome.details["looks"] = station.looks
    outcome.details["jumps"] = station.jumped
    return outcome


def _record(counter: Counter, nik: str, finding: Finding) -> bytes | None:
    try:
        station = counter.open()
        try:
            return counter.operator(station).record(nik, SIGNATURE).packet_id
        finally:
            station.close()
    except Problem as problem:
        finding.note("unknown", f"a recording was refused: {problem.code} {dict(problem.details)}")
        return None


def _deliver(office: Office, counter: Counter, finding: Finding) -> None:
    station = counter.open()
    try:
        # The operator's button: a wait until next year counts for nothing.
        station.store.outbox.try_now()
        report = office.round(station)
        for problem in (*report.false_receipts, *(why for _, why in report.waiting)):
            finding.note("unknown", f"delivery: {problem.code}")
    finally:
        station.close()


def _audit(
    office: Office, counter: Counter, people: dict[bytes, str], finding: Finding, outcome: Outcome
) -> None:
    """Everything is receipted, the receipts hold, and numbers alone say what came first."""
    station = counter.open()
    try:
        receipts = {}
        for line in station.store.outbox.latest(1_000_000):
            if line.receipt is None:
                finding.note("lost", f"{line.packet_id.hex()[:12]} never got its receipt")
                continue
            receipts[line.packet_id] = line.receipt
            receipt = read_receipt(line.receipt, station.centre)
            try:
                check_receipt(
                    receipt, packet_id=line.packet_id, station=counter.station_id, sequence=line.sequence
                )
            except Problem as problem:
                finding.note("unknown", f"receipt: {problem.code}")
        audit_station(station).into(outcome)
    finally:
        station.close()
    store = office.centre.store
    if store.packets.misfits("") or store.packets.gaps(""):
        finding.note("unknown", "the chain has gaps or breaks")
    outcome.acknowledged += len(receipts)
    finding.into(outcome)
    audit_office(office, receipts, people=people).into(outcome)
