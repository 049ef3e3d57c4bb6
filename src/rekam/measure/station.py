"""What a station needs: memory after many recordings, time to its first page, time to durable, size of a packet."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median, quantiles

import msgspec
import numpy as np

from rekam.abis.finger.resampled import resampled
from rekam.account import Account, Role
from rekam.biometric import FingerImage, FingerPosition
from rekam.biometric.drawn import signature
from rekam.edge.device.simulator import DeviceSimulator
from rekam.edge.device.simulator.drawn_subject import DrawnSubject
from rekam.edge.key import KeyFolder, export_public, hash_password
from rekam.edge.store.picture_folder import read_sets
from rekam.measure.first_page import FirstPage, first_page
from rekam.measure.sitting import OPERATOR, SIGNATURE, Sat
from rekam.person import Biodata, Nik
from rekam.problem import Problem
from rekam.station import Provisioning, load_roster, provision

_DISTRICT, _VILLAGE = "15.02.01", "15.02.01.2001"
_BORN = date(1987, 3, 5)
_STARTS = 5


@dataclass(frozen=True, slots=True)
class StationMeasure:
    """What was measured.

    Attributes:
        recordings: Made by one process.
        rss_bytes: Resident memory of it afterwards.
        peak_bytes: The most it ever had.
        first_start: From the command to the first page, the program not yet compiled by Python.
        starts: The same, of those after it.
        step_ms: Milliseconds from the device's answer to the step being durable, measuring of quality included.
        durable_ms: The part of it behind the measuring: encrypting, writing, fsync.
        packet_bytes: Of every sealed body.
        pictures: Where the fingers came from.
    """

    recordings: int
    rss_bytes: int
    peak_bytes: int
    first_start: FirstPage
    starts: Sequence[FirstPage]
    step_ms: Sequence[float]
    durable_ms: Sequence[float]
    packet_bytes: Sequence[int]
    pictures: str

    def as_json(self) -> dict[str, object]:
        """The report of ``rekam bench station``; medians unless the name says otherwise."""
        return {
            "recordings": self.recordings,
            "pictures": self.pictures,
            "rss_bytes": self.rss_bytes,
            "peak_bytes": self.peak_bytes,
            "start_seconds": round(median(one.seconds for one in self.starts), 2),
            "start_seconds_worst": round(max(one.seconds for one in self.starts), 2),
            "start_seconds_uncompiled": round(self.first_start.seconds, 2),
            "start_core_seconds": round(median(one.core_seconds for one in self.starts), 2),
            "step_ms": round(median(self.durable_ms), 1),
            "step_ms_p95": round(_p95(self.durable_ms), 1),
            "step_with_quality_ms": round(median(self.step_ms), 1),
            "step_with_quality_ms_p95": round(_p95(self.step_ms), 1),
            "packet_bytes": round(median(self.packet_bytes)),
            "packet_bytes_p95": round(_p95(self.packet_bytes)),
        }


def run_station_measure(folder: Path | None, *, recordings: int, fingers: Path | None) -> StationMeasure:
    """Makes recordings in a real process with simulated devices, then starts the real station.

    Args:
        folder: On the disk to be measured; a temporary one when not given.
        recordings: How many, 2 to 9,999.
        fingers: Folder of real prints in FVC layout; drawn ones when not given.

    Raises:
        Problem: ``command.bad_option``, and what the folder of prints or the station says.
    """
    if not 2 <= recordings <= 9_999:
        raise Problem("command.bad_option", option="--recordings", reason="2 … 9999")
    with tempfile.TemporaryDirectory(prefix="rekam-station-", dir=folder) as place:
        home = Path(place) / "station"
        niks = _provisioned(Path(place), home, recordings)
        with _devices(fingers) as devices:
            sat = _sitting(home, devices, niks)
            bytecode = Path(place) / "bytecode"
            first, *starts = (first_page(home, devices.port, bytecode) for _ in range(1 + _STARTS))
    return StationMeasure(
        recordings, sat.rss, sat.peak, first, starts, sat.step_ms, sat.durable_ms, sat.sizes,
        "drawn" if fingers is None else fingers.name,
    )  # fmt: skip


def _provisioned(place: Path, home: Path, residents: int) -> list[str]:
    keys = KeyFolder(place / "centre_keys")
    centre = keys.create_signer("centre")
    openers = [keys.create_opener(name) for name in ("centre", "recovery")]
    hashed = hash_password("rahasia")
    papers = Provisioning(
        station="BENCH-1",
        region=_DISTRICT,
        place="Kecamatan Jangkat, Kabupaten Merangin",
        centre_url="http://127.0.0.1:9",
        ask_at="cek.example.go.id",
        centre_key=export_public(centre.verifier),
        recipients=tuple(export_public(opener.recipient) for opener in openers),
        accounts=(Account(OPERATOR, "Rina Marlina", Role.OPERATOR, _DISTRICT, hashed),),
    )
    (place / SIGNATURE).write_bytes(signature(1, "SULASTRI"))
    now = int(time.time())
    provision(home, papers, at=now)
    people = [_resident(number) for number in range(1, residents + 1)]
    load_roster(home, "1", people, at=now)
    return [one.nik for one in people]


def _resident(number: int) -> Biodata:
    return Biodata(
        nik=Nik.build(_DISTRICT.replace(".", ""), _BORN, "P", number).digits, kk=f"15020101011{number:05d}",
        name=f"SULASTRI {number:b}".translate(str.maketrans("01", "OI")), sex="P", birth_place="BANGKO",
        birth_date=_BORN, blood_type="O", address="DUSUN BARU", rt="001", rw="002", village=_VILLAGE,
        religion="1", marital_status="2", occupation="1",
    )  # fmt: skip


def _devices(fingers: Path | None) -> DeviceSimulator:
    if fingers is None:
        return DeviceSimulator(0, subject_of=DrawnSubject)
    prints = [by_number for _, by_number in sorted(next(iter(read_sets(fingers).values())).items())]
    if len(prints) < len(FingerPosition):
        raise Problem("command.bad_option", option="--fingers", reason=f"10 jari / fingers, {len(prints)}")
    return DeviceSimulator(0, subject_of=lambda sitter: TenPrints(sitter, prints))


@dataclass(frozen=True, slots=True)
class TenPrints(DrawnSubject):
    """Somebody whose ten fingers are ten real prints of one set; face and eyes are drawn.

    Attributes:
        prints: For each of ten fingers its impressions by number.
    """

    prints: Sequence[Mapping[int, FingerImage]] = ()

    def finger(self, position: FingerPosition, attempt: int) -> FingerImage:
        """The impression whose turn it is, at 500 dpi as a scanner delivers it (ISO/IEC 19794-4)."""
        impressions = self.prints[int(position) - 1]
        numbers = sorted(impressions)
        image = impressions[numbers[(self.sitter.person + attempt) % len(numbers)]]
        return FingerImage(position, np.clip(np.rint(resampled(image)), 0, 255).astype(np.uint8))


def _sitting(home: Path, devices: DeviceSimulator, niks: Sequence[str]) -> Sat:
    command = [sys.executable, "-m", "rekam.measure.sitting", str(home), str(devices.port), *niks]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own program
    if done.returncode != 0:
        log = home.parent / "sitting.log"
        log.write_text(done.stderr, "utf-8")
        raise Problem("command.part_died", name="station", log=str(log))
    return msgspec.json.decode(done.stdout, type=Sat)


def _p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20)[-1]
