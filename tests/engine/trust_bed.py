"""A real station and a real centre in one process, with clocks in the test's hand."""

from dataclasses import dataclass, field
from pathlib import Path

from centre_world import World

from rekam.account import Account, Role
from rekam.edge.key import PasswordCost, hash_password
from rekam.fault.bed.counter import DISTRICT, PASSWORD, SIGNATURE, make_counter, resident
from rekam.fault.bed.office import Office
from rekam.station import StationConfig, StationOperator, open_station
from rekam.station.station import Station

START = 1_507_514_400  # 9 October 2017, 09.00 WIB, a day before the centre of `centre_world` begins
CHEAP = PasswordCost(rounds=1, memory_kib=64, lanes=1)
DAY = 86_400


@dataclass
class Hands:
    """Two clocks: the laptop's, which may be set, and the one that only goes forward."""

    wall: float = START
    up: float = 50.0

    def __call__(self) -> float:
        return self.wall

    def go_on(self, seconds: float) -> None:
        self.wall += seconds
        self.up += seconds


@dataclass
class Pair:
    """One station and its centre."""

    world: World
    folder: Path
    clock: Hands = field(default_factory=Hands)

    def __post_init__(self) -> None:
        centre = self.world.centre
        self.office = Office(self.folder, "", centre, self.world.desk, self.world.intake)
        self.counter, public = make_counter(
            self.folder / "station", self.office.keys, residents=6, clock=self.clock
        )
        self.office.enrol("ST-1", public)
        self.world.load(*(resident(number) for number in range(1, 7)))

    def open(self) -> Station:
        return open_station(
            StationConfig(self.counter.folder),
            clock=self.clock,
            bench=self.counter.bench,
            finger_quality=lambda _image: 80,
            monotonic=lambda: self.clock.up,
        )

    def record(self, operator: StationOperator, number: int) -> bytes:
        return operator.record(resident(number).nik, SIGNATURE).packet_id

    def deliver(self, station: Station) -> None:
        self.office.round(station)
        self.world.work()

    def status(self, packet_id: bytes) -> tuple[str, str | None]:
        row = self.world.centre.store.ledger.recording(packet_id)
        assert row is not None
        return row.status.value, row.problem


def account(
    name: str = "rina", *, password: str = PASSWORD, active: bool = True, valid_until: int = 0
) -> Account:
    hashed = hash_password(password, cost=CHEAP)
    role = Role.SUPERVISOR if name == "budi" else Role.OPERATOR
    return Account(name, name.title(), role, DISTRICT, hashed, valid_until, active)
