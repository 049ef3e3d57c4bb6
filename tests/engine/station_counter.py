"""A provisioned station in a folder, with the centre's keys at hand: shared by the station's tests."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rekam.account import Account, Role
from rekam.edge.key import KeyFolder, PasswordCost, export_public, hash_password
from rekam.person.biodata import Biodata
from rekam.station import Provisioning, StationConfig, StationOperator, load_roster, open_station, provision
from rekam.station.still_bench import StillBench

START = 1_508_205_600  # 17 October 2017, 09.00 WIB
CHEAP = PasswordCost(rounds=1, memory_kib=64, lanes=1)


def resident(number, **changes):
    """A woman of Jangkat whose NIK fits; numbers from 1."""
    fields = {
        "nik": f"150201450387{number:04d}",
        "kk": f"150201010110{number:04d}",
        "name": f"SULASTRI {number:b}".replace("0", "O").replace("1", "I"),
        "sex": "P",
        "birth_place": "BANGKO",
        "birth_date": date(1987, 3, 5),
        "blood_type": "O",
        "address": "DUSUN BARU",
        "rt": "001",
        "rw": "002",
        "village": "15.02.01.2001",
        "religion": "1",
        "marital_status": "2",
        "occupation": "1",
    }
    return Biodata(**{**fields, **changes})


def accounts():
    hashed = hash_password("rahasia", cost=CHEAP)
    return (
        Account("rina", "Rina Marlina", Role.OPERATOR, "15.02.01", hashed),
        Account("budi", "Budi Santoso", Role.SUPERVISOR, "15.02.01", hashed),
        Account("lama", "Akun Lama", Role.OPERATOR, "15.02.01", hashed, valid_until=START - 1),
        Account("cabut", "Akun Dicabut", Role.OPERATOR, "15.02.01", hashed, active=False),
        Account("jauh", "Operator Lain", Role.OPERATOR, "15.03.01", hashed),
    )


class Clock:
    """Unix seconds that go on by a second each time they are asked."""

    def __init__(self, now=START):
        self.now = float(now)

    def __call__(self):
        self.now += 1
        return self.now


@dataclass
class Counter:
    folder: Path
    keys: KeyFolder
    clock: Clock
    bench: StillBench

    def open(self, **changes):
        config = StationConfig(self.folder / "station", **changes)
        quality = lambda image: self.bench.quality.get(_item(image), 80)  # noqa: E731
        return open_station(config, clock=self.clock, bench=self.bench, finger_quality=quality)

    def operator(self, station, name="rina"):
        return StationOperator(station, station.store.accounts.find(name).account)

    @property
    def opener(self):
        return self.keys.opener("centre")


def _item(image):
    from rekam.biometric import Modality
    from rekam.recording import item_of

    return item_of(Modality.FINGER, image.position)


def make_counter(folder, residents=(), centre_url="http://127.0.0.1:9", centre_key=None):
    """Keys of a centre, a provisioned station, a roster."""
    keys = KeyFolder(folder / "centre_keys")
    centre, opener, recovery = (
        keys.create_signer("centre"),
        keys.create_opener("centre"),
        keys.create_opener("recovery"),
    )
    papers = Provisioning(
        station="JANGKAT-1",
        region="15.02.01",
        place="Kecamatan Jangkat, Kabupaten Merangin",
        centre_url=centre_url,
        ask_at="cek.example.go.id",
        centre_key=centre_key or export_public(centre.verifier),
        recipients=(export_public(opener.recipient), export_public(recovery.recipient)),
        accounts=accounts(),
    )
    provision(folder / "station", papers, at=START)
    load_roster(folder / "station", "1", residents or [resident(number) for number in range(1, 6)], at=START)
    return Counter(folder, keys, Clock(), StillBench())
