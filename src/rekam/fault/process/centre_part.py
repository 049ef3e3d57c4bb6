"""What the centre's processes do in the process faults: serve stations, work on what came."""

import asyncio
import importlib
import socket
import time
from collections.abc import Sequence
from pathlib import Path

import uvicorn

from rekam.biometric import Sample
from rekam.centre.app import build_centre
from rekam.centre.centre import open_centre
from rekam.centre.intake import Intake
from rekam.centre.pipeline.engine import UNIQUE, Extracted, Found
from rekam.centre.worker import run_worker
from rekam.edge.packed import gazetteer
from rekam.fault.process.line import Line

_KEY = "of a centre that lives for one case."  # for cookies that nobody asks for
_SESSIONS = 4


def warm() -> None:
    """Loads what every child needs."""
    gazetteer()
    for name in ("uvicorn.protocols.http.httptools_impl", "uvicorn.lifespan.on", "psycopg_pool", "asyncio"):
        importlib.import_module(name)


def serve(line: Line, *, folder: str, url: str, sockets: Sequence[socket.socket]) -> None:
    """The centre's web process on a socket that outlives it. Says ``serving``, then ``intake`` and ``taken``."""
    take_over = Intake.body_complete

    def told(intake: Intake, packet_id: bytes, path: Path, *, given: bool = False) -> bytes:
        line.say("intake")
        receipt = take_over(intake, packet_id, path, given=given)
        line.say("taken")
        return receipt

    Intake.body_complete = told  # type: ignore[method-assign,assignment]
    with open_centre(Path(folder), url, now=_now, sessions=_SESSIONS) as centre:
        app = build_centre(centre, Path(folder), gazetteer(), session_key=_KEY)
        config = uvicorn.Config(
            app,
            http="httptools",
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            access_log=False,
        )
        line.say("serving")
        asyncio.run(uvicorn.Server(config).serve(sockets=list(sockets)))


def work(line: Line, *, folder: str, url: str) -> None:
    """The centre's worker. Says ``working``, then ``extract`` and ``search`` for each job."""
    engine = _OneEach(line)
    run_worker(
        Path(folder), url, engine=engine, known_region=lambda _code: True, ready=lambda: line.say("working")
    )


class _OneEach:
    """An engine that takes no time and finds nobody alike: the case is about what is written, not about prints."""

    name = "one each 1"

    def __init__(self, line: Line) -> None:
        self._line = line

    def extract(self, samples: Sequence[Sample]) -> Extracted:
        self._line.say("extract")
        return Extracted(bytes(len(samples)))

    def gallery(self) -> "_NobodyAlike":
        return _NobodyAlike(self._line)

    def zone(self, score: float, enrolled: int) -> str:  # noqa: ARG002 - nobody is ever found
        return UNIQUE


class _NobodyAlike:
    """Counts persons."""

    def __init__(self, line: Line) -> None:
        self._persons: set[str] = set()
        self._line = line

    def __len__(self) -> int:
        return len(self._persons)

    def insert(self, ref: str, content: bytes) -> None:  # noqa: ARG002 - it is never compared
        self._persons.add(ref)

    def delete(self, ref: str) -> None:
        self._persons.discard(ref)

    def search(self, content: bytes, *, limit: int) -> list[Found]:  # noqa: ARG002
        self._line.say("search")
        return []


def _now() -> int:
    return int(time.time())
