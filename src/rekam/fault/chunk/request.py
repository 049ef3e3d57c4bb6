"""One request to an ASGI application, its body given piece by piece; the sender may vanish or stall."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Sent:
    """What a sender does.

    Attributes:
        method: Of the request.
        path: Of the request.
        headers: By name.
        pieces: The body as it arrives.
        ends: ``"whole"``, or ``"gone"`` (the connection breaks after the pieces), or ``"silent"`` (nothing more
            ever comes and nobody says so).
    """

    method: str
    path: str
    headers: Mapping[str, str]
    pieces: Sequence[bytes] = ()
    ends: str = "whole"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]


async def ask(app: Any, sent: Sent) -> Answer:
    """Sends a request and waits for its answer (also when the sender would not be there to hear it)."""
    said: list[Mapping[str, Any]] = []
    pieces = list(sent.pieces)

    async def receive() -> Mapping[str, Any]:
        await asyncio.sleep(0)
        if pieces:
            more = len(pieces) > 1 or sent.ends != "whole"
            return {"type": "http.request", "body": pieces.pop(0), "more_body": more}
        if sent.ends == "silent":
            await asyncio.Event().wait()
        if sent.ends == "gone":
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Mapping[str, Any]) -> None:
        said.append(message)

    await app(_scope(sent), receive, send)
    return Answer(said[0]["status"], {name.decode(): value.decode() for name, value in said[0]["headers"]})


def _scope(sent: Sent) -> dict[str, Any]:
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": sent.method,
        "scheme": "http",
        "path": sent.path,
        "raw_path": sent.path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode()) for name, value in sent.headers.items()],
        "client": ("10.0.0.1", 1),
        "server": ("10.0.0.2", 80),
    }
