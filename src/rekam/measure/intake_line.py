"""The way in over TLS: the real centre in a process of its own, and what each packet costs it on processors."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

import psycopg

from rekam.edge.key.certificate import make_certificate
from rekam.edge.store.postgres import VARIABLE
from rekam.edge.wire.serving import free_port
from rekam.measure.core_seconds import core_seconds, parent_of
from rekam.measure.intake_sender import Sender
from rekam.problem import Problem

_CHUNK = 1_048_576
"""Bytes of one PATCH, as a station sends on a fast line (`Pace.most_chunk_bytes`)."""
_STARTING_S = 60.0
_STOPPING_S = 30.0


@dataclass(frozen=True, slots=True)
class Spent:
    """Processor seconds so far.

    Attributes:
        centre: Of the receiving process.
        database: Of PostgreSQL.
        senders: Of this process, in which the senders are.
    """

    centre: float
    database: float
    senders: float

    def each(self, before: "Spent", packets: int) -> Mapping[str, float]:
        """Milliseconds of a core for each packet since then."""
        return {
            "centre_core_ms": round((self.centre - before.centre) / packets * 1e3, 1),
            "database_core_ms": round((self.database - before.database) / packets * 1e3, 1),
            "sender_core_ms": round((self.senders - before.senders) / packets * 1e3, 1),
        }


class Line:
    """A centre that listens, with some connections to it.

    Args:
        process: The centre's.
        database: PostgreSQL's first process.
        senders: One for each hand.
    """

    def __init__(self, process: int, database: int, senders: "SimpleQueue[Sender]") -> None:
        self._process = process
        self._database = database
        self._senders = senders

    def bring(self, packet_id: bytes, path: Path) -> None:
        """A body by whichever connection is free."""
        sender = self._senders.get()
        try:
            sender.bring(packet_id, path)
        finally:
            self._senders.put(sender)

    def spent(self) -> Spent:
        """What it cost until now."""
        return Spent(core_seconds(self._process), core_seconds(self._database), time.process_time())


@contextmanager
def open_line(folder: Path, url: str, hands: int) -> Iterator[Line]:
    """``rekam centre`` over a folder and its database, reached over TLS.

    Args:
        folder: The centre's folder; nobody else may have it open.
        url: Its database, on a server of this machine.
        hands: Connections.

    Raises:
        Problem: ``command.waited_too_long``.
    """
    certificate, key = make_certificate(folder, "127.0.0.1", now=int(time.time()))
    port = free_port()
    with psycopg.connect(url) as session:
        row = session.execute("SELECT pg_backend_pid()").fetchone()
        assert row is not None
        database = parent_of(row[0])
    process = subprocess.Popen(  # noqa: S603 - this program itself
        [
            sys.executable, "-c", "from rekam.command import app; app()", "centre", "--folder", folder, "--port",
            str(port), "--certificate", certificate, "--certificate-key", key,
        ],
        env={**os.environ, VARIABLE: url}, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    senders: SimpleQueue[Sender] = SimpleQueue()
    try:
        _wait_for(port, folder)
        for _ in range(hands):
            senders.put(Sender(port, certificate, chunk=_CHUNK))
        yield Line(process.pid, database, senders)
    finally:
        while not senders.empty():
            senders.get().close()
        process.terminate()
        process.wait(_STOPPING_S)


def _wait_for(port: int, folder: Path) -> None:
    ends = time.monotonic() + _STARTING_S
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1.0).close()
        except OSError:
            if time.monotonic() > ends:
                raise Problem(
                    "command.waited_too_long",
                    what="rekam centre",
                    seconds=int(_STARTING_S),
                    folder=str(folder),
                ) from None
            time.sleep(0.05)
        else:
            return
