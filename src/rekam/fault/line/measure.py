"""One pass over some lines, all at the same time: each beside a line of its own kind that carries plain TCP."""

import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from rekam.fault.bed.audit import Finding, audit_office, audit_station
from rekam.fault.bed.office import Office, open_office
from rekam.fault.line.bulk import Bulk
from rekam.fault.line.desk import Desk
from rekam.fault.line.measured import Measured
from rekam.fault.line.profile import Profile
from rekam.fault.line.receiver import CountedUploads, receiving
from rekam.fault.line.road import Road, Roads
from rekam.fault.line.sender import Sender
from rekam.fault.outcome import Outcome

_FINISH_S = 180.0

_RESIDENTS = 999
"""On the roster, for each station of a profile; a pass needs about 220."""


@dataclass(slots=True)
class _Course:
    """One station under way."""

    desk: Desk
    name: str
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
    folder: Path,
    profiles: Mapping[str, Profile],
    roads: Roads,
    outcome: Outcome,
    seed: int,
    *,
    stations: int = 1,
) -> Mapping[str, list[Measured]]:
    """Runs a pass and adds what became of the recordings to an outcome.

    Args:
        folder: Empty; for stations and centre.
        profiles: By name.
        roads: Where lines come from.
        outcome: Gets the counts.
        seed: Source of chance.
        stations: On lines of each profile, each on its own.

    Raises:
        Problem: ``fault.not_possible``, or of the centre's database.
    """
    with open_office(folder) as office, ExitStack() as opened:
        listener = roads.listen()
        uploads = opened.enter_context(receiving(office, listener))
        desks = _desks(folder, office, opened, profiles, stations)
        port = int(listener.getsockname()[1])
        courses = [
            _course(desk, name, profiles[name], roads, port, Random(f"{seed} {desk.name}"))  # noqa: S311 - chance
            for desk, name in desks.items()
        ]
        began = time.monotonic()
        for course in courses:
            course.begin()
        for course in sorted(courses, key=lambda one: one.profile.window_s):
            time.sleep(max(0.0, began + course.profile.window_s - time.monotonic()))
            course.look(uploads, began)
        finding = Finding()
        measured: dict[str, list[Measured]] = {name: [] for name in profiles}
        for course in courses:
            measured[course.name].append(course.finish(finding))
        receipts = {packet: signed for desk in desks for packet, signed in desk.receipts().items()}
        people = {packet: nik for desk in desks for packet, nik in desk.packets.items()}
        for found in (finding, audit_office(office, receipts, people=people), *map(_audit, desks)):
            found.into(outcome)
        outcome.trials += len(courses)
        outcome.acknowledged += len(receipts)
    return measured


def _audit(desk: Desk) -> Finding:
    return audit_station(desk.station)


def _desks(
    folder: Path, office: Office, opened: ExitStack, profiles: Mapping[str, Profile], stations: int
) -> dict[Desk, str]:
    """Stations for each profile with more recordings than its line can carry; the profile's name by station."""
    desks: dict[Desk, str] = {}
    first = 1
    for name, profile in profiles.items():
        for number in range(1, stations + 1):
            own = f"{name}-{number}"
            desk = Desk(folder / own, own, office, residents=_RESIDENTS * stations)
            opened.callback(desk.station.close)
            desk.record_for(profile.capacity, first)
            first += len(desk.packets)
            desks[desk] = name
    return desks


def _course(desk: Desk, name: str, profile: Profile, roads: Roads, port: int, chance: Random) -> _Course:
    road = roads.road(profile, port, chance.getrandbits(32))
    listener = roads.listen()
    bulk_road = roads.road(profile, int(listener.getsockname()[1]), chance.getrandbits(32))
    return _Course(
        desk, name, profile, road, Sender(desk.station, road, chance), bulk_road, Bulk(bulk_road, listener)
    )
