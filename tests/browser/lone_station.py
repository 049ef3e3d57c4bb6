"""A station by itself with drawn devices: no centre, no demo, up in a second."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import httpx

from rekam.account import Account, Role
from rekam.edge.device import DeviceBench, first_use
from rekam.edge.device.simulator import DeviceSimulator
from rekam.edge.key import KeyFolder, export_public, hash_password
from rekam.edge.wire.serving import free_port, served
from rekam.person.biodata import Biodata
from rekam.station import Provisioning, StationConfig, load_roster, open_station, provision
from rekam.station.app import station_app

RESIDENT = Biodata(
    nik="1502014503870001", kk="1502010101100001", name="SULASTRI", sex="P", birth_place="BANGKO",
    birth_date=date(1987, 3, 5), blood_type="O", address="DUSUN BARU", rt="001", rw="002",
    village="15.02.01.2001", religion="1", marital_status="2", occupation="1",
)  # fmt: skip
START = 1_508_205_600


@dataclass(frozen=True)
class LoneStation:
    address: str
    devices: DeviceSimulator


@contextmanager
def lone_station(folder: Path) -> Iterator[LoneStation]:
    keys = KeyFolder(folder / "centre_keys")
    centre, opener = keys.create_signer("centre"), keys.create_opener("centre")
    account = Account("operator", "Rina", Role.OPERATOR, "15.02.01", hash_password("rekam-operator"))
    papers = Provisioning(
        station="JANGKAT-1",
        region="15.02.01",
        place="Kecamatan Jangkat, Kabupaten Merangin",
        centre_url="http://127.0.0.1:9",
        ask_at="cek.example.go.id",
        centre_key=export_public(centre.verifier),
        recipients=(export_public(opener.recipient),),
        accounts=(account,),
    )
    provision(folder / "station", papers, at=START)
    load_roster(folder / "station", "1", [RESIDENT], at=START)
    with DeviceSimulator(free_port()) as devices, httpx.Client(trust_env=False) as client:
        port = int(devices.url.rpartition(":")[2])
        station = open_station(
            StationConfig(folder / "station"), bench=DeviceBench([port], client, first_use())
        )
        with served(station_app(station)) as address:
            yield LoneStation(address, devices)
