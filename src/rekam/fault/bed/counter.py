"""A provisioned station in a folder, cheap enough to make ten thousand times."""

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rekam.account import Account, Role
from rekam.biometric.drawn import signature
from rekam.edge.key import KeyFolder, PasswordCost, export_public, hash_password
from rekam.person import Nik
from rekam.person.biodata import Biodata
from rekam.station import Provisioning, StationConfig, StationOperator, load_roster, open_station, provision
from rekam.station.station import Station
from rekam.station.still_bench import StillBench

DISTRICT = "15.02.01"
VILLAGE = "15.02.01.2001"
OPERATOR = "rina"
PASSWORD = "rahasia"  # noqa: S105 - of a station that lives for one trial
_CHEAP = PasswordCost(rounds=1, memory_kib=64, lanes=1)
_BORN = date(1987, 3, 5)
SIGNATURE = signature(1, "SULASTRI")


def resident(number: int) -> Biodata:
    """An invented woman of the station's district whose NIK fits; numbers from 1 to 9999."""
    return Biodata(
        nik=Nik.build(DISTRICT.replace(".", ""), _BORN, "P", number).digits,
        kk=f"15020101011{number:05d}",
        name=f"SULASTRI {number:b}".replace("0", "O").replace("1", "I"),
        sex="P",
        birth_place="BANGKO",
        birth_date=_BORN,
        blood_type="O",
        address="DUSUN BARU",
        rt="001",
        rw="002",
        village=VILLAGE,
        religion="1",
        marital_status="2",
        occupation="1",
    )


@dataclass
class Counter:
    """One station's folder with what is needed to open it.

    Attributes:
        folder: The station's state folder.
        station_id: Its id.
        bench: Its devices: still pictures at once.
        clock: Unix seconds.
    """

    folder: Path
    station_id: str
    bench: StillBench = field(default_factory=StillBench)
    clock: Callable[[], float] = time.time

    def open(self, **changes: object) -> Station:
        """The station at work, without threads; ``changes`` go into its `StationConfig`."""
        config = StationConfig(self.folder, **changes)  # type: ignore[arg-type]
        return open_station(config, clock=self.clock, bench=self.bench, finger_quality=lambda _image: 80)

    def operator(self, station: Station) -> StationOperator:
        """Somebody who may record there."""
        known = station.store.accounts.find(OPERATOR)
        assert known is not None
        return StationOperator(station, known.account)

    def copy_to(self, folder: Path) -> "Counter":
        """The same station in another folder: a trial's own copy."""
        shutil.copytree(self.folder, folder)
        return Counter(folder, self.station_id, self.bench, self.clock)


def make_counter(
    folder: Path,
    keys: "PublicKeys",
    *,
    station_id: str = "ST-1",
    residents: int = 5,
    centre_url: str = "http://127.0.0.1:9",
    clock: Callable[[], float] = time.time,
) -> tuple[Counter, bytes]:
    """A station with a roster of invented residents.

    Args:
        folder: Where; made.
        keys: Public keys of the centre that it works for.
        station_id: Its id.
        residents: Lines of the roster.
        centre_url: Where it delivers.
        clock: Unix seconds.

    Returns:
        The station and its public signing key.
    """
    papers = Provisioning(
        station=station_id,
        region=DISTRICT,
        place="Kecamatan Jangkat, Kabupaten Merangin",
        centre_url=centre_url,
        ask_at="cek.example.go.id",
        centre_key=keys.centre,
        recipients=keys.recipients,
        accounts=(
            Account(OPERATOR, "Rina Marlina", Role.OPERATOR, DISTRICT, hash_password(PASSWORD, cost=_CHEAP)),
            Account("budi", "Budi Santoso", Role.SUPERVISOR, DISTRICT, hash_password(PASSWORD, cost=_CHEAP)),
        ),
    )
    at = int(clock())
    public = provision(folder, papers, at=at)
    load_roster(folder, "1", [resident(number) for number in range(1, residents + 1)], at=at)
    return Counter(folder, station_id, clock=clock), public


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """What a station has to know of its centre, as `edge.key.export_public` writes it.

    Attributes:
        centre: Signing key.
        recipients: Sealing keys, the centre's and the recovery key.
    """

    centre: bytes
    recipients: tuple[bytes, ...]


def absent_centre(folder: Path) -> tuple[KeyFolder, PublicKeys]:
    """Keys of a centre that is not there, for cases that need none: ``keys.opener("centre")`` opens packets."""
    keys = KeyFolder(folder)
    signer = keys.create_signer("centre")
    openers = [keys.create_opener(name) for name in ("centre", "recovery")]
    return keys, PublicKeys(
        export_public(signer.verifier), tuple(export_public(opener.recipient) for opener in openers)
    )
