"""The centre's door at the end of a line: for a regency with a disk, or an office that carries for a village kit."""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from rekam.edge.key import Ed25519Verifier, import_public
from rekam.edge.store.courier_disk import CourierDisk
from rekam.edge.wire.carried import CarriedReport, deliver_carried
from rekam.edge.wire.exchange import EXCHANGE_PATH, send_signed
from rekam.edge.wire.line_client import line_client
from rekam.edge.wire.tus.client import UPLOADS_PATH, Uploader
from rekam.packet import VerifierOf


class LineDoor:
    """See :class:`Door`.

    Args:
        url: Address of the centre.
        http: See :func:`line_client`.
        sleep: Waits between tries, seconds.
    """

    def __init__(self, url: str, http: httpx.Client, sleep: Callable[[float], None] = time.sleep) -> None:
        self._url = url.rstrip("/")
        self._http = http
        self._uploader = Uploader(
            self._url + UPLOADS_PATH, http, clock=time.monotonic, sleep=sleep, jitter=random.random
        )

    def exchange(self, signed: bytes) -> bytes:
        """See :class:`Door`."""
        return send_signed(self._http, self._url + EXCHANGE_PATH, signed)

    def bring(self, packet_id: bytes, path: Path) -> bool:
        """See :class:`Door`."""
        return self._uploader.upload(packet_id, path).sent_bytes > 0


@contextmanager
def line_door(url: str) -> Iterator[LineDoor]:
    """A door over a line of its own."""
    with line_client() as http:
        yield LineDoor(url, http)


def deliver_over_line(folder: Path, url: str) -> CarriedReport:
    """Deliver a courier's disk from an office that has a line.

    Raises:
        Problem: ``courier.disk_*``.
    """
    disk = CourierDisk(folder)
    with line_door(url) as door:
        return deliver_carried(disk, door, keys_on(disk))


def keys_on(disk: CourierDisk) -> VerifierOf:
    """The stations' keys as the disk itself names them: enough to notice damage, the centre checks the rest."""

    def verifier_of(station: str) -> Ed25519Verifier | None:
        data = disk.key(station, "station")
        key = import_public(data) if data is not None else None
        return key if isinstance(key, Ed25519Verifier) else None

    return verifier_of
