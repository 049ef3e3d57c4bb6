"""A small centre behind its real pages: residents of three regencies, an account of every role, drawn pictures."""

import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from html import unescape
from pathlib import Path
from uuid import uuid4

from centre_world import NOON, NameEngine, TestStation, World, resident, samples
from starlette.applications import Starlette
from starlette.exceptions import StarletteDeprecationWarning
from starlette.responses import Response

from rekam.account import Account, Role
from rekam.biometric import Eye, FingerPosition, Modality, Sample
from rekam.biometric.drawn import eye_image, finger_impression, portrait, signature
from rekam.biometric.picture import encode_jp2, encode_wsq
from rekam.centre.app import build_centre
from rekam.centre.centre import open_centre
from rekam.centre.exchange import ExchangeDesk
from rekam.centre.intake import Intake
from rekam.centre.pages import sign_in
from rekam.centre.pipeline.gallery import GalleryMirror
from rekam.centre.worker import stages
from rekam.edge.key import hash_password
from rekam.edge.key.password import PasswordCost
from rekam.edge.packed import gazetteer
from rekam.edge.store.centre.accounts import put_account
from rekam.edge.store.postgres import PostgresServer
from rekam.packet import SealedPacket
from rekam.person import Biodata

with warnings.catch_warnings():
    # It speaks of the package's own coming change of its HTTP client.
    warnings.simplefilter("ignore", StarletteDeprecationWarning)
    from starlette.testclient import TestClient

PASSWORD = "kopi tubruk pagi"
CHEAP = PasswordCost(1, 8, 1)
SESSION_KEY = "a session key for tests only, of forty letters"

VILLAGE, NEXT_VILLAGE = "15.02.01.2001", "15.02.01.2002"
NEXT_DISTRICT, OTHER_REGENCY, OTHER_PROVINCE = "15.02.02", "15.03", "16"
DISTRICT, REGENCY, PROVINCE = "15.02.01", "15.02", "15"
OTHER_VILLAGE = "15.03.01.2001"

PEOPLE = (
    ("siti", Role.OPERATOR, DISTRICT),
    ("sari", Role.SUPERVISOR, DISTRICT),
    ("rudi", Role.REGENCY, REGENCY),
    ("tono", Role.REGENCY, OTHER_REGENCY),
    ("prita", Role.PROVINCE, PROVINCE),
    ("pusat", Role.CENTRE, ""),
    ("ani", Role.ADJUDICATOR, ""),
    ("budi", Role.ADJUDICATOR, ""),
)
"""Who may sign in: name, role, territory."""


class SetClock:
    """Stands still until somebody moves it."""

    def __init__(self) -> None:
        self.seconds = NOON

    def __call__(self) -> int:
        return self.seconds


class Reader:
    """The browser of one person.

    Args:
        app: The centre.
        accept: What the browser asks for.
    """

    def __init__(self, app: Starlette, accept: str = "text/html", *, raises: bool = True) -> None:
        self.http = TestClient(
            app, follow_redirects=False, headers={"accept": accept}, raise_server_exceptions=raises
        )
        self._token = ""

    def get(self, path: str, **query: str) -> Response:
        return self.http.get(path, params=query or None)

    def page(self, path: str, **query: str) -> str:
        """The text of a page that must be there."""
        answer = self.get(path, **query)
        assert answer.status_code == 200, (path, query, answer.status_code, text_of(answer.text))
        return answer.text

    def post(self, path: str, **fields: str) -> Response:
        """Send a form as its page would."""
        return self.http.post(path, data={"_token": self.token, **fields})

    @property
    def token(self) -> str:
        """What the forms of this session hold."""
        if not self._token:
            self._token = token_in(self.page("/masuk"))
        return self._token

    def sign_in(self, name: str, password: str = PASSWORD, **fields: str) -> Response:
        answer = self.post("/masuk", nama=name, sandi=password, **fields)
        if answer.status_code == 303:
            self._token = ""
        return answer


@dataclass
class Bed:
    """An open centre with its app."""

    world: World
    app: Starlette
    clock: SetClock
    stations: dict[str, TestStation] = field(default_factory=dict)
    readers: dict[str, Reader] = field(default_factory=dict)

    def reader(self, name: str) -> Reader:
        """The browser of somebody who is signed in."""
        if name not in self.readers:
            reader = Reader(self.app)
            assert reader.sign_in(name).status_code == 303
            self.readers[name] = reader
        return self.readers[name]

    def value(self, statement: str, **values: object) -> object:
        """One number straight from the database, past every room of the product."""
        return self.world.centre.store.database.value(statement.encode(), **values)

    def announce(self, biodata: Biodata, person: str, **changes: object) -> SealedPacket:
        """A recording whose manifest the centre has and whose body it has not."""
        self.clock.seconds += 60
        district = biodata.village[:8]
        if district not in self.stations:
            self.stations[district] = self.world.station(f"ST-{district}", district)
        station = self.stations[district]
        packet = station.record(biodata, "x", **{"samples": pictured(person), **changes})
        self.world.exchange(station)
        return packet

    def record(self, biodata: Biodata, person: str, **changes: object) -> SealedPacket:
        """A resident recorded, delivered and processed."""
        packet = self.announce(biodata, person, **changes)
        self.world.upload(packet)
        self.work()
        return packet

    def work(self) -> None:
        """Do every waiting job; each takes a second."""
        tasks = stages(self.world.centre, self.world.engine, self.world.mirror, gazetteer().knows)
        while job := self.world._next():
            self.clock.seconds += 1
            tasks[job[0]](bytes.fromhex(job[1]), False)

    def audit(self, act: str) -> list[tuple[str, str, str]]:
        """Lines of an act, newest first: who, where, about what."""
        found = self.world.centre.store.audit.lines(act=act, limit=1000)
        return [(line.actor, line.place, line.subject) for line in found]

    def code(self, packet: SealedPacket) -> str:
        """The resident's receipt code."""
        row = self.world.centre.store.ledger.recording(packet.packet_id)
        assert row is not None
        return row.receipt_code


@contextmanager
def open_bed(folder: Path, postgres: PostgresServer, migrated: str) -> Iterator[Bed]:
    """An empty centre in a database of its own, with an account of every role."""
    name = f"rekam_pages_{uuid4().hex[:12]}"
    clock, place = SetClock(), folder / "centre"
    sign_in._failed.clear()
    try:
        with open_centre(place, postgres.database(name, template=migrated), now=clock) as centre:
            hashed = hash_password(PASSWORD, cost=CHEAP)
            with centre.store.database.transaction() as connection:
                for who, role, territory in PEOPLE:
                    put_account(connection, Account(who, who.title(), role, territory, hashed))
            engine = NameEngine()
            mirror = GalleryMirror(engine, centre.store.templates)
            world = World(centre, folder, ExchangeDesk(centre), Intake(centre), engine, mirror)
            yield Bed(world, build_centre(centre, place, gazetteer(), session_key=SESSION_KEY), clock)
    finally:
        postgres.drop(name)


@cache
def _drawn() -> tuple[bytes, bytes, bytes, bytes]:
    """One finger, one eye, one portrait and one signature; drawn once, they take two seconds."""
    face = portrait(1, sex="P", age=27, birth_year=1990).pixels[::4, ::4]
    return (
        encode_wsq(finger_impression(1, FingerPosition.RIGHT_INDEX, 1)),
        encode_jp2(eye_image(1, Eye.RIGHT, 1).pixels, max_bytes=12_000),
        encode_jp2(face, max_bytes=6_000),
        signature(1, "Siti"),
    )


def pictured(person: str) -> tuple[Sample, ...]:
    """All that a visit gives, as pictures; whose they are stands behind the end of each print's picture."""
    finger, eye, face, line = _drawn()
    content = {Modality.FINGER: finger, Modality.IRIS: eye, Modality.FACE: face, Modality.SIGNATURE: line}
    named = {Modality.FINGER, Modality.IRIS}
    return tuple(
        replace(one, content=content[one.modality] + (person.encode() if one.modality in named else b""))
        for one in samples(person)
    )


@dataclass
class Founded(Bed):
    """A bed with recordings at every stage: see `found`."""

    packets: dict[str, SealedPacket] = field(default_factory=dict)


REGISTER: Sequence[tuple[int, str]] = (
    *((number, VILLAGE) for number in range(1, 8)),
    *((number, NEXT_VILLAGE) for number in range(8, 12)),
    *((number, "15.02.02.1009") for number in (12, 13)),
    *((number, OTHER_VILLAGE) for number in range(14, 19)),
    *((number, "16.01.07.2001") for number in (19, 20)),
)
"""Residents by number and village."""


def people(*numbers: int) -> list[Biodata]:
    """Residents of the register, all or those named."""
    homes = dict(REGISTER)
    return [resident(number, village=homes[number]) for number in numbers or homes]


def found(bed: Bed) -> Founded:
    """Fill a bed. Of 20 residents one is too young, one was recorded before, and nine were recorded here.

    ``handed``, ``printed``, ``ready`` and ``doubtful`` (it resembles ``ready``) of Merangin, ``failed`` and
    ``awaited`` there too; ``other_printed`` and ``other_doubtful`` of Sarolangun.
    """
    from rekam.centre.printing import hand_over, mark_printed

    listed = people()
    bed.world.load(*listed, recorded=[listed[5].nik], young=[listed[6].nik])
    one = {number: biodata for (number, _), biodata in zip(REGISTER, listed, strict=True)}
    made = {
        "handed": bed.record(one[1], "person:1"),
        "printed": bed.record(one[2], "person:2"),
        "ready": bed.record(one[3], "person:3"),
        "next": bed.record(one[8], "person:8"),
        "doubtful": bed.record(one[9], "person:3~"),
        "failed": bed.record(one[10], "x", samples=samples("noise")),
        "awaited": bed.announce(one[4], "person:4"),
        "other_printed": bed.record(one[14], "person:14"),
        "other_doubtful": bed.record(one[15], "person:14~"),
    }
    centre = bed.world.centre
    for name in ("handed", "printed", "other_printed"):
        mark_printed(centre, made[name].packet_id, actor="rudi")
    hand_over(centre, made["handed"].packet_id, actor="rudi", received_by="yang bersangkutan")
    return Founded(bed.world, bed.app, bed.clock, bed.stations, bed.readers, made)


def token_in(page: str) -> str:
    """The token of the first form of a page."""
    match = re.search(r'name="_token" value="([^"]+)"', page)
    assert match is not None, page
    return match[1]


def text_of(page: str) -> str:
    """What a person reads on a page: no tags, single blanks."""
    body = re.sub(r"<(script|style|head)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def tables(page: str) -> list[list[list[str]]]:
    """The tables of a page: rows of cells as text, headings first."""
    return [
        [
            [text_of(cell) for cell in re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row, flags=re.DOTALL)]
            for row in re.findall(r"<tr\b[^>]*>(.*?)</tr>", table, flags=re.DOTALL)
        ]
        for table in re.findall(r"<table\b[^>]*>(.*?)</table>", page, flags=re.DOTALL)
    ]


def number_in(text: str) -> int:
    """2.454.206 as a number."""
    return int(text.replace(".", ""))
