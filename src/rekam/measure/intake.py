"""How many packets a second the centre makes durable, beside what hash, keys and disk of the same machine allow."""

import os
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from statistics import median, quantiles

from rekam.biometric import Eye, FingerPosition, Modality, Sample
from rekam.centre.centre import Centre, open_centre
from rekam.centre.enrolment import enrol_station
from rekam.centre.exchange import ExchangeDesk
from rekam.centre.intake import Intake
from rekam.edge.key import Ed25519Signer, export_public, import_public
from rekam.edge.key.sealing import HybridRecipient
from rekam.edge.store.durable_file import write_all_durably
from rekam.edge.store.postgres import open_server
from rekam.measure.intake_line import open_line
from rekam.packet import (
    RECORDING,
    START,
    ExchangeRequest,
    Recording,
    encode_recording,
    manifest_hash,
    open_packet,
    read_answer,
    read_manifest,
    seal,
    sign_request,
)
from rekam.person import Biodata, Nik
from rekam.problem import Problem

_DISTRICT = "15.02.01"
_AT_ONCE = 64
"""Most manifests in one exchange of the measurement."""


@dataclass(frozen=True, slots=True)
class IntakeMeasure:
    """What was measured.

    Attributes:
        packets: Taken in.
        size: Bytes of one body, about.
        hands: Uploads that end at the same time.
        per_second: Packets durable a second, by the real intake.
        bound_per_second: The same by hash, opening and two durable copies alone.
        p50_ms: Median time from the whole body to the receipt.
        p99_ms: The 99th percentile.
        bound_core_ms: Processor time of the bound, milliseconds a packet.
        line: The same packets over TLS into ``rekam centre``: ``per_second`` with the senders on the same cores,
            processor milliseconds a packet of each side, and ``two_cores_per_second``: what two cores that
            do nothing else could take in by these.
    """

    packets: int
    size: int
    hands: int
    per_second: float
    bound_per_second: float
    p50_ms: float
    p99_ms: float
    bound_core_ms: float
    line: Mapping[str, float]

    def as_json(self) -> dict[str, object]:
        """The report of ``rekam bench intake``."""
        return {
            "packets": self.packets,
            "size_bytes": self.size,
            "hands": self.hands,
            "per_second": round(self.per_second, 1),
            "bound_per_second": round(self.bound_per_second, 1),
            "ratio": round(self.per_second / self.bound_per_second, 3),
            "p50_ms": round(self.p50_ms, 1),
            "p99_ms": round(self.p99_ms, 1),
            "bound_core_ms": round(self.bound_core_ms, 1),
            "line": dict(self.line),
        }


@dataclass(frozen=True, slots=True)
class _Waiting:
    packet_id: bytes
    manifest: bytes
    path: Path


def run_intake(folder: Path | None, *, packets: int, size: int, hands: int) -> IntakeMeasure:
    """As :func:`measure_intake`, in a scratch folder that is removed afterwards.

    Raises:
        Problem: ``command.bad_option``, ``command.file_not_found``, and as :func:`measure_intake`.
    """
    for name, value, most in (("packets", packets, 9_999), ("size", size, 15_000_000), ("hands", hands, 64)):
        if not 1 <= value <= most:
            raise Problem("command.bad_option", option=f"--{name}", reason=f"1 … {most}")
    if folder is not None and not folder.is_dir():
        raise Problem("command.file_not_found", path=str(folder))
    with tempfile.TemporaryDirectory(prefix="rekam-bench-", dir=folder) as scratch:
        return measure_intake(Path(scratch), packets=packets, size=size, hands=hands)


def measure_intake(folder: Path, *, packets: int, size: int, hands: int) -> IntakeMeasure:
    """Seals packets, announces them, and lets several hands bring their bodies in.

    Args:
        folder: On the disk to be measured; takes six times ``packets`` x ``size`` bytes.
        packets: How many.
        size: Content of one packet, bytes.
        hands: How many at the same time.

    Raises:
        Problem: ``centre.database_*``, ``delivery.no_space``, ``delivery.disk_failed``.
    """
    server = open_server(folder / "postgres", os.environ)
    name = f"rekam_bench_{sha256(str(folder).encode()).hexdigest()[:16]}"
    try:
        url = server.database(name)
        try:
            with open_centre(folder / "centre", url, now=lambda: int(time.time())) as centre:
                signer = Ed25519Signer(os.urandom(32))
                waiting = _prepared(centre, signer, folder, 2 * packets + hands, size)
                alone = _measure(centre, signer, folder, waiting[:packets], size, hands)
            return replace(alone, line=_over_line(folder / "centre", url, waiting[packets:], hands))
        finally:
            server.drop(name)
    finally:
        server.close()


def _prepared(centre: Centre, signer: Ed25519Signer, folder: Path, packets: int, size: int) -> list[_Waiting]:
    enrol_station(centre, "ST-1", _DISTRICT, "Stasiun ukur", export_public(signer.verifier), actor="bench")
    waiting = _sealed(centre, signer, folder / "sent", packets, size)
    _announce(centre, signer, waiting)
    return waiting


def _measure(
    centre: Centre, signer: Ed25519Signer, folder: Path, waiting: Sequence[_Waiting], size: int, hands: int
) -> IntakeMeasure:
    intake, packets = Intake(centre), len(waiting)
    elapsed, times = _timed(lambda one: intake.body_complete(one.packet_id, one.path), waiting, hands)
    begun = time.process_time()
    bound, _ = _timed(_Bound(centre, signer, folder / "bound").take, waiting, hands)
    spent = (time.process_time() - begun) / packets * 1e3
    percent = quantiles([*(second * 1e3 for second in times)] * 2, n=100, method="inclusive")
    return IntakeMeasure(
        packets, size, hands, packets / elapsed, packets / bound, percent[49], percent[98], spent, {}
    )


def _over_line(folder: Path, url: str, waiting: Sequence[_Waiting], hands: int) -> dict[str, float]:
    """The first ones warm the process up and do not count."""
    with open_line(folder, url, hands) as line:
        _timed(lambda one: line.bring(one.packet_id, one.path), waiting[:hands], hands)
        before, counted = line.spent(), waiting[hands:]
        elapsed, times = _timed(lambda one: line.bring(one.packet_id, one.path), counted, hands)
        each = line.spent().each(before, len(counted))
    core_ms = each["centre_core_ms"] + each["database_core_ms"]
    return {
        "per_second": round(len(counted) / elapsed, 1),
        "p50_ms": round(median(times) * 1e3, 1),
        **each,
        "two_cores_per_second": round(2_000 / max(core_ms, 0.1), 1),
    }


def _timed(
    work: Callable[[_Waiting], object], waiting: Sequence[_Waiting], hands: int
) -> tuple[float, list[float]]:
    def one(packet: _Waiting) -> float:
        begun = time.perf_counter()
        work(packet)
        return time.perf_counter() - begun

    with ThreadPoolExecutor(hands) as pool:
        begun = time.perf_counter()
        times = list(pool.map(one, waiting))
        return time.perf_counter() - begun, times


class _Bound:
    """What no intake can do without: read, hash and open the body, and put it on two disks."""

    def __init__(self, centre: Centre, signer: Ed25519Signer, folder: Path) -> None:
        self._centre = centre
        self._signer = signer
        self._folders = (folder / "first", folder / "second")
        for place in self._folders:
            place.mkdir(parents=True)

    def take(self, waiting: _Waiting) -> None:
        body = waiting.path.read_bytes()
        manifest = read_manifest(waiting.manifest, {"ST-1": self._signer.verifier}.get)
        open_packet(manifest, body, self._centre.keys.opener)
        name = waiting.packet_id.hex()
        write_all_durably(tuple(folder / name for folder in self._folders), (body,))


def _sealed(centre: Centre, signer: Ed25519Signer, folder: Path, packets: int, size: int) -> list[_Waiting]:
    folder.mkdir()
    keys = [key for data in centre.keys.recipients if isinstance(key := import_public(data), HybridRecipient)]
    previous, made = START, []
    for sequence in range(1, packets + 1):
        packet = seal(
            encode_recording(_recording(sequence, size)), station="ST-1", sequence=sequence, previous=previous,
            kind=RECORDING, region=_DISTRICT, captured_at=centre.now(), sealed_at=centre.now(), operator="rina",
            recipients=keys, signer=signer, random=os.urandom,
        )  # fmt: skip
        previous = manifest_hash(packet.manifest)
        path = folder / packet.packet_id.hex()
        path.write_bytes(packet.body)
        made.append(_Waiting(packet.packet_id, packet.manifest, path))
    return made


def _announce(centre: Centre, signer: Ed25519Signer, waiting: Sequence[_Waiting]) -> None:
    desk = ExchangeDesk(centre)
    for first in range(0, len(waiting), _AT_ONCE):
        nonce = os.urandom(16)
        manifests = tuple(one.manifest for one in waiting[first : first + _AT_ONCE])
        held = tuple(one.packet_id for one in waiting)
        request = ExchangeRequest(
            station="ST-1", nonce=nonce, sent_at=centre.now(), manifests=manifests, held=held
        )
        signed = desk.receive_exchange(sign_request(request, signer))
        read_answer(signed, centre.keys.signer.verifier, station="ST-1", nonce=nonce)


def _recording(number: int, size: int) -> Recording:
    """An invented woman whose fourteen items are noise: sealed bytes look like that anyhow."""
    born = date(1987, 3, 5)
    biodata = Biodata(
        nik=Nik.build(_DISTRICT.replace(".", ""), born, "P", number % 9_999 + 1).digits,
        kk=f"15020101011{number % 100_000:05d}", name="SULASTRI", sex="P", birth_place="BANGKO", birth_date=born,
        blood_type="O", address="DUSUN BARU", rt="001", rw="002", village="15.02.01.2001", religion="1",
        marital_status="2", occupation="1",
    )  # fmt: skip
    each = size // 14
    samples = (
        *(Sample(Modality.FINGER, place, "image/x-wsq", os.urandom(each), 60) for place in FingerPosition),
        *(Sample(Modality.IRIS, eye, "image/jp2", os.urandom(each), 60) for eye in Eye),
        Sample(Modality.FACE, None, "image/jp2", os.urandom(each), 60),
        Sample(Modality.SIGNATURE, None, "image/png", os.urandom(each), 254),
    )
    return Recording(
        biodata=biodata, samples=samples, consented_at=100, started_at=90, operator="rina", station="ST-1"
    )
