"""A small world for tests of the centre: residents, stations, and an engine that reads names out of samples."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rekam.biometric import ExceptionReason, Eye, FingerPosition, MissingItem, Modality, Sample
from rekam.centre.centre import IDENTIFY, PREPARE, Centre, open_centre
from rekam.centre.enrolment import enrol_station
from rekam.centre.exchange import ExchangeDesk
from rekam.centre.intake import Intake
from rekam.centre.pipeline.engine import Extracted, Found
from rekam.centre.pipeline.gallery import GalleryMirror
from rekam.centre.worker import stages
from rekam.edge.key import Ed25519Signer, HybridRecipient, export_public, import_public
from rekam.edge.store.centre.register import ListedResident, load_cut
from rekam.packet import (
    START,
    ExchangeAnswer,
    ExchangeRequest,
    Recording,
    SealedPacket,
    encode_recording,
    manifest_hash,
    read_answer,
    seal,
    sign_request,
)
from rekam.person import Biodata, Nik, name_key

NOON = 1_507_600_800
"""10 October 2017, 02:00 UTC."""
DISTRICT = "15.02.01"
VILLAGE = "15.02.01.2001"
OTHER_VILLAGE = "15.02.01.2002"
NIGHT = bytes(range(32))


class Clock:
    """A clock that moves one second each time it is read."""

    def __init__(self, start: int = NOON) -> None:
        self._seconds = itertools.count(start)

    def __call__(self) -> int:
        return next(self._seconds)


class NameEngine:
    """Knows persons by the text in their fingerprints: ``person:7``; ``noise`` cannot be read.

    The same text is the same person; the same text but for an end ``~`` is doubtful.
    """

    name = "names 1"

    def extract(self, samples: Sequence[Sample]) -> Extracted:
        prints = [s for s in samples if s.modality in {Modality.FINGER, Modality.IRIS}]
        readable = sorted({s.content for s in prints if s.content != b"noise"})
        unreadable = {
            f"finger {int(s.place or 0)}": "abis.finger_unreadable" for s in prints if s.content == b"noise"
        }
        return Extracted(readable[0] if readable else None, unreadable)

    def gallery(self) -> "NameGallery":
        return NameGallery()

    def zone(self, score: float, enrolled: int) -> str:
        return {1.0: "duplicate", 0.5: "adjudicate"}.get(score, "unique")


@dataclass
class NameGallery:
    persons: dict[str, bytes] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.persons)

    def insert(self, ref: str, content: bytes) -> None:
        self.persons[ref] = content

    def delete(self, ref: str) -> None:
        self.persons.pop(ref, None)

    def search(self, content: bytes, *, limit: int) -> list[Found]:
        found = [
            Found(ref, *_likeness(content, other), {"finger 2": 0.5}) for ref, other in self.persons.items()
        ]
        return sorted(found, key=lambda one: (-one.score, one.ref))[:limit]


def _likeness(a: bytes, b: bytes) -> tuple[float, str]:
    if a == b:
        return 1.0, "duplicate"
    return (0.5, "adjudicate") if a.rstrip(b"~") == b.rstrip(b"~") else (0.0, "unique")


def resident(
    number: int, *, village: str = VILLAGE, sex: str = "P", born: date = date(1990, 8, 17)
) -> Biodata:
    """A resident with a right NIK; numbers from 1."""
    return Biodata(
        nik=Nik.build(DISTRICT.replace(".", ""), born, sex, number).digits, kk=f"1502011203{number:06}",
        name=f"Siti Nomor {number}".replace("Nomor", "Aminah").translate(str.maketrans("0123456789", "abcdefghij")),
        sex=sex, birth_place="Bangko", birth_date=born, blood_type="O", address="Dusun Baru", rt="001", rw="002",
        village=village, religion="1", marital_status="2", occupation="2",
    )  # fmt: skip


def samples(person: str, *, fingers: Sequence[FingerPosition] = tuple(FingerPosition)) -> tuple[Sample, ...]:
    """All that a visit gives, with the person's name in every print."""
    text = person.encode()
    return (
        *(Sample(Modality.FINGER, position, "image/x-wsq", text, 60) for position in fingers),
        *(Sample(Modality.IRIS, eye, "image/jp2", text, 60) for eye in Eye),
        Sample(Modality.FACE, None, "image/jp2", b"face", 60),
        Sample(Modality.SIGNATURE, None, "image/png", b"line", 254),
    )


def excepted(*fingers: FingerPosition) -> tuple[MissingItem, ...]:
    return tuple(MissingItem(Modality.FINGER, finger, ExceptionReason.MISSING) for finger in fingers)


@dataclass
class TestStation:
    """A station: its key, its chain and what it holds."""

    __test__ = False
    name: str
    recipients: tuple[HybridRecipient, ...]
    centre: object
    signer: Ed25519Signer
    region: str = DISTRICT
    sequence: int = 0
    previous: bytes = START
    held: dict[bytes, SealedPacket] = field(default_factory=dict)
    receipts: dict[bytes, bytes] = field(default_factory=dict)
    nonces: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def record(self, biodata: Biodata, person: str, **changes: object) -> SealedPacket:
        """Record, seal and put into the outbox."""
        content = {
            "biodata": biodata, "samples": samples(person), "consented_at": NOON, "started_at": NOON - 300,
            "operator": "siti", "station": self.name, **changes,
        }  # fmt: skip
        return self.seal(encode_recording(Recording(**content)))

    def seal(self, content: bytes) -> SealedPacket:
        self.sequence += 1
        packet = seal(
            content, station=self.name, sequence=self.sequence, previous=self.previous, kind="recording",
            region=self.region, captured_at=NOON, sealed_at=NOON + 1, operator="siti", recipients=self.recipients,
            signer=self.signer, random=_random(self.name, self.sequence),
        )  # fmt: skip
        self.previous = manifest_hash(packet.manifest)
        self.held[packet.packet_id] = packet
        return packet

    def request(self, **changes: object) -> bytes:
        values = {
            "station": self.name, "nonce": next(self.nonces).to_bytes(16, "big"), "sent_at": NOON,
            "manifests": tuple(packet.manifest for packet in self.held.values()), "held": tuple(self.held),
            **changes,
        }  # fmt: skip
        return sign_request(ExchangeRequest(**values), self.signer)

    def read(self, answer: bytes, nonce: int) -> ExchangeAnswer:
        return read_answer(answer, self.centre, station=self.name, nonce=nonce.to_bytes(16, "big"))


def _random(station: str, sequence: int) -> Callable[[int], bytes]:
    """Repeatable, so that a packet has the same id in every run."""
    import hashlib

    counter = itertools.count()

    def bytes_of(length: int) -> bytes:
        return hashlib.shake_256(f"{station} {sequence} {next(counter)}".encode()).digest(length)

    return bytes_of


@dataclass
class World:
    """An open centre with its desks."""

    centre: Centre
    folder: Path
    desk: ExchangeDesk
    intake: Intake
    engine: NameEngine
    mirror: GalleryMirror
    stations: list[TestStation] = field(default_factory=list)

    def load(self, *residents: Biodata, recorded: Sequence[str] = (), young: Sequence[str] = ()) -> None:
        lines = [ListedResident(one, one.nik not in young, one.nik in recorded) for one in residents]
        load_cut(
            self.centre.store.database,
            "DKB Semester I 2017",
            date(2017, 6, 30),
            lines,
            name_key=name_key,
            now=NOON,
        )

    def station(self, name: str = "ST-1", region: str = DISTRICT) -> TestStation:
        signer = Ed25519Signer(name.encode().ljust(32, b"."))
        key = export_public(signer.verifier)
        enrol_station(self.centre, name, region, f"Stasiun {name}", key, actor="pusat")
        keys = self.centre.keys
        recipients = tuple(import_public(data) for data in keys.recipients)
        return TestStation(name, recipients, keys.signer.verifier, signer, region)

    def exchange(self, station: TestStation, **changes: object) -> ExchangeAnswer:
        nonce = int.from_bytes(next(station.nonces).to_bytes(16, "big"), "big")
        signed = station.request(nonce=nonce.to_bytes(16, "big"), **changes)
        return station.read(self.desk.receive_exchange(signed), nonce)

    def upload(self, packet: SealedPacket) -> bytes:
        path = self.folder / "upload"
        path.write_bytes(packet.body)
        return self.intake.body_complete(packet.packet_id, path)

    def deliver(self, station: TestStation) -> None:
        """One whole round: manifests, wanted bodies, receipts."""
        for packet_id in self.exchange(station).wanted:
            self.upload(station.held[packet_id])
        for signed in self.exchange(station).receipts:
            station.receipts[signed] = signed

    def work(self) -> int:
        """Do every waiting job in this process; how many."""
        tasks = stages(self.centre, self.engine, self.mirror, known_region)
        done = 0
        while job := self._next():
            tasks[job[0]](bytes.fromhex(job[1]), False)
            done += 1
        return done

    def _next(self) -> tuple[str, str] | None:
        with self.centre.store.database.transaction() as connection:
            row = connection.execute(
                "DELETE FROM procrastinate_jobs WHERE id = (SELECT id FROM procrastinate_jobs WHERE status = 'todo'"
                " ORDER BY id LIMIT 1) RETURNING task_name, args->>'packet'"
            ).fetchone()
        assert row is None or row[0] in {PREPARE, IDENTIFY}
        return row

    def status(self, packet: SealedPacket) -> str:
        row = self.centre.store.ledger.recording(packet.packet_id)
        assert row is not None
        return row.status.value


def one_way(world: World, number: int, person: str, **changes: object) -> SealedPacket:
    """A resident recorded, delivered and processed; the packet."""
    if not world.stations:
        world.stations.append(world.station())
    station = world.stations[0]
    packet = station.record(resident(number), person, **changes)
    world.deliver(station)
    world.work()
    return packet


def known_region(code: str) -> bool:
    return code.startswith("15.02")


@contextmanager
def open_world(folder: Path, url: str) -> Iterator[World]:
    with open_centre(folder / "centre", url, now=Clock()) as centre:
        engine = NameEngine()
        yield World(
            centre, folder, ExchangeDesk(centre), Intake(centre), engine,
            GalleryMirror(engine, centre.store.templates),
        )  # fmt: skip
