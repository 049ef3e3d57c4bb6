"""A real centre on a database of its own: exchange desk and intake, reached in the same process."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rekam.centre.centre import Centre, open_centre
from rekam.centre.enrolment import enrol_station
from rekam.centre.exchange import ExchangeDesk
from rekam.centre.intake import Intake
from rekam.edge.store.postgres import open_server
from rekam.edge.wire.delivery import RoundReport, Ways, deliver_round
from rekam.edge.wire.tus.client import UploadReport
from rekam.fault.bed.counter import DISTRICT, PublicKeys
from rekam.packet import ExchangeAnswer, ExchangeRequest, read_answer, sign_request
from rekam.station.station import Station


@dataclass
class Office:
    """The centre of a case.

    Attributes:
        folder: Its folder: keys, ``first``, ``second``, ``uploads``.
        url: Its database.
    """

    folder: Path
    url: str
    centre: Centre
    desk: ExchangeDesk
    intake: Intake

    @property
    def keys(self) -> PublicKeys:
        """What its stations have to know."""
        return PublicKeys(self.centre.keys.public, self.centre.keys.recipients)

    def enrol(self, station_id: str, public_key: bytes, region: str = DISTRICT) -> None:
        """Make a station known."""
        enrol_station(self.centre, station_id, region, f"Stasiun {station_id}", public_key, actor="fault")

    def round(self, station: Station) -> RoundReport:
        """One delivery round of a station, without a network between."""
        hand = Hand(self, station)
        ways = Ways(hand, hand, self.centre.keys.signer.verifier, station.now, station.random)
        return deliver_round(station.port, ways)


@dataclass
class Hand:
    """Carries messages and bodies from a station to the desk in the same process."""

    office: Office
    station: Station

    def post(self, request: ExchangeRequest) -> ExchangeAnswer:
        """The desk's answer, signed and read as over the line."""
        signed = self.office.desk.receive_exchange(sign_request(request, self.station.signer))
        return read_answer(signed, self.station.centre, station=request.station, nonce=request.nonce)

    def upload(self, packet_id: bytes, path: Path) -> UploadReport:
        """The intake takes the body from its file."""
        self.office.intake.body_complete(packet_id, path)
        size = path.stat().st_size
        return UploadReport(size, size, 0, 0, 0.0)


@contextmanager
def open_office(folder: Path, *, now: Callable[[], int] = lambda: int(time.time())) -> Iterator[Office]:
    """A centre in a folder: an embedded PostgreSQL (or ``REKAM_DATABASE``) with a database for this run.

    The database is dropped at the end where the server is not the run's own.
    """
    server = open_server(folder / "postgres", os.environ)
    name = f"rekam_fault_{sha256(str(folder).encode()).hexdigest()[:16]}"
    try:
        url = server.database(name)
        try:
            with open_centre(folder / "centre", url, now=now) as centre:
                yield Office(folder / "centre", url, centre, ExchangeDesk(centre), Intake(centre))
        finally:
            server.drop(name)
    finally:
        server.close()
