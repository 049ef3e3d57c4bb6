"""One pass over some lines, all at the same time: each beside a line of its own kind that carries plain TCP."""

import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from random import Random

from rekam.fault.bed.audit import Finding, audit_office, audit_station
from rekam.fault.bed.office import Office, open_office
from rekam.fault.line.bulk import Bulk
from rekam.fault.line.desk import Desk
from rekam.fault.line.profile import Profile
from rekam.fault.line.receiver import CountedUploads, receiving
from rekam.fault.line.road import Road, Roads
from rekam.fault.line.sender import Sender
from rekam.fault.outcome import Outcome

_FINISH_S = 180.0


@dataclass(frozen=True, slots=True)
class Measured:
    """One profile's figures.

    Attributes:
        tcp_kbit_s: What plain TCP got through, over the whole window.
        kbit_s: What of the bodies arrived for good, over the whole window.
        of_capacity: The same as a share of what the line could carry while it held.
        packets: Recordings delivered.
        body_bytes: All bodies together.
        resent: Bytes of bodies that the station's kernel put on the line for nothing, as a share of the bodies.
        carried: TCP payload that came out of the line, everything included, as a share of the bodies.
        stops: Rounds that the line ended.
    """

    tcp_kbit_s: float = 0.0
    kbit_s: float = 0.0
    of_capacity: float = 0.0
    packets: int = 0
    body_bytes: int = 0
    resent: float = 0.0
    carried: float = 0.0
    stops: int = 0

    @property
    def goodput(self) -> float:
        """Share of the line's measured TCP limit."""
        return self.kbit_s / self.tcp_kbit_s if self.tcp_kbit_s else 0.0

    def figures(self) -> Mapping[str, int | float]:
        """For the report."""
        return {"goodput": round(self.goodput, 3), **{k: round(v, 4) for k, v in asdict(self).items()}}


@dataclass(slots=True)
class _Course:
    """One profile under way."""

    desk: Desk
    profile: Profile
    road: Road
    sender: Sender
    bulk_road: Road
    bulk: Bulk
    measured: Measured = field(default_factory=Measured)

    def begin(self) -> None:
        for road in (self.road, self.bulk_road):
            road.begin()
        self.sender.begin()
        self.bulk.begin()

    def look(self, uploads: CountedUploads, began: float) -> None:
        """At the end of the window: what is there? Then the line gets good."""
        useful, arrived = uploads.useful(list(self.desk.packets)), self.bulk.arrived
        seconds = time.monotonic() - began
        self.bulk.end()
        self.road.free()
        self.bulk_road.close()
        self.measured = Measured(
            tcp_kbit_s=arrived / 125 / seconds,
            kbit_s=useful / 125 / seconds,
            of_capacity=useful / self.profile.capacity,
        )

    def finish(self, finding: Finding) -> Measured:
        """Waits until the rest is there; what does not come, or fails without a name, is noted."""
        if not self.sender.finish(_FINISH_S):
            finding.note("unknown", f"{self.desk.name} did not come to its end")
        if self.sender.unnamed:
            finding.note("unknown", f"{self.desk.name}: {self.sender.unnamed}")
        self.road.close()
        bodies, sent = self.desk.body_bytes, self.sender.sent_bytes
        return replace(
            self.measured,
            packets=len(self.desk.packets),
            body_bytes=bodies,
            resent=(sent - bodies) / bodies,
            carried=self.road.carried / bodies,
            stops=len(self.sender.stops),
        )


def measure(
    folder: Path, profiles: Mapping[str, Profile], roads: Roads, outcome: Outcome, seed: int
) -> Mapping[str, Measured]:
    """Runs a pass and adds what became of the recordings to an outcome.

    Args:
        folder: Empty; for stations and centre.
        profiles: By name.
        roads: Where lines come from.
        outcome: Gets the counts.
        seed: Source of chance.

    Raises:
        Problem: ``fault.not_possible``, or of the centre's database.
    """
    with open_office(folder) as office, ExitStack() as opened:
        listener = roads.listen()
        uploads = opened.enter_context(receiving(office, listener))
        stations = _stations(folder, office, opened, profiles)
        port = int(listener.getsockname()[1])
        courses = [
            _course(desk, profiles[desk.name], roads, port, Random(f"{seed} {desk.name}"))  # noqa: S311 - chance
            for desk in stations
        ]
        began = time.monotonic()
        for course in courses:
            course.begin()
        for course in sorted(courses, key=lambda one: one.profile.window_s):
            time.sleep(max(0.0, began + course.profile.window_s - time.monotonic()))
            course.look(uploads, began)
        finding = Finding()
        measured = {course.desk.name: course.finish(finding) for course in courses}
        receipts = {packet: signed for desk in stations for packet, signed in desk.receipts().items()}
        people = {packet: nik for desk in stations for packet, nik in desk.packets.items()}
        for found in (finding, audit_office(office, receipts, people=people), *map(_audit, stations)):
            found.into(outcome)
        outcome.trials += len(courses)
        outcome.acknowledged += len(receipts)
    return measured


def _audit(desk: Desk) -> Finding:
    return audit_station(desk.station)


def _stations(folder: Path, office: Office, opened: ExitStack, profiles: Mapping[str, Profile]) -> list[Desk]:
    """A station for each profile with more recordings than its line can carry."""
    desks: list[Desk] = []
    first = 1
    for name, profile in profiles.items():
        desk = Desk(folder / name, name, office)
        opened.callback(desk.station.close)
        desk.record_for(profile.capacity, first)
        first += len(desk.packets)
        desks.append(desk)
    return desks


def _course(desk: Desk, profile: Profile, roads: Roads, port: int, chance: Random) -> _Course:
    road = roads.road(profile, port, chance.getrandbits(32))
    listener = roads.listen()
    bulk_road = roads.road(profile, int(listener.getsockname()[1]), chance.getrandbits(32))
    return _Course(
        desk, profile, road, Sender(desk.station, road, chance), bulk_road, Bulk(bulk_road, listener)
    )
