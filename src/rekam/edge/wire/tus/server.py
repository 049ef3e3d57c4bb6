"""The tus server: reads requests for the core, does what it says, then answers."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from rekam.edge.wire.refusal import refusal
from rekam.edge.wire.tus import core
from rekam.edge.wire.tus.partial import PartialUploads
from rekam.edge.wire.tus.turn import Patience, Turn, Turns
from rekam.problem import Problem

log = logging.getLogger("rekam.wire")
_GATHER_S = 1.0
"""Longest time that what came waits in memory: many slow lines together then hold a second of them."""
_METHODS = ("OPTIONS", "POST", "HEAD", "GET", "PATCH", "PUT", "DELETE")


class Intake(Protocol):
    """What the centre does with uploads. Called in threads; two packets may come at once."""

    def expects(self, packet_id: bytes) -> int | None:
        """Length of the body by the packet's manifest; ``None`` if there is no manifest of it."""

    def holds(self, packet_id: bytes) -> int | None:
        """Length of the body if the centre took it over; ``None`` if not."""

    def on_complete(self, packet_id: bytes, path: Path) -> None:
        """Take over a whole body; when this returns, the centre holds it durably.

        May be called again for the same packet. The file is removed afterwards.

        Raises:
            Problem: With an HTTP status below 500 if the body is wrong: the upload is thrown away. With
                another status, or any other exception, the upload stays and is handed over later.
        """


class _Gone(Exception):  # noqa: N818 - not an error: the sender went away or has to give way
    """Nothing more comes on this connection."""


class TusServer:
    """Resumable uploads of packet bodies.

    Args:
        uploads: Where unfinished bodies stand.
        intake: The centre.
        limits: What senders may ask.
        patience: How requests wait for each other.
    """

    def __init__(
        self,
        uploads: PartialUploads,
        intake: Intake,
        *,
        limits: core.Limits | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._uploads = uploads
        self._intake = intake
        self._limits = limits or core.Limits()
        self._gather = min(self._limits.gather, self._limits.commit_every)
        self._patience = patience or Patience()
        self._turns = Turns(self._patience)

    def routes(self, path: str = "/delivery/uploads") -> list[Route]:
        """The addresses: uploads are created at ``path`` and stand at ``path/PACKET``."""
        return [
            Route(path, self._collection, methods=_METHODS),
            Route(f"{path}/{{packet}}", self._upload, methods=_METHODS),
        ]

    def hand_over_finished(self) -> int:
        """Give the centre what was complete when the last run ended; call before serving.

        Returns:
            How many were taken over.
        """
        taken = 0
        for packet_id in self._uploads.finished():
            try:
                self._hand_over(packet_id)
            except Exception:
                # One packet never keeps the centre from starting; it is tried again when its sender asks.
                log.exception("packet %s was not taken over at the start", packet_id.hex()[:12])
            else:
                taken += 1
        return taken

    async def _collection(self, request: Request) -> Response:
        try:
            head = _head(request)
            if head.meant_method == "OPTIONS":
                return await self._answer(b"", core.options(self._limits))
            core.check_version(head)
            if head.meant_method != "POST":
                raise Problem("delivery.wrong_method", method=head.meant_method[:10])  # noqa: TRY301
            creation = core.read_creation(head, self._limits)
            location = f"{request.url.path.rstrip('/')}/{creation.packet_id.hex()}"
            async with self._turns.take(creation.packet_id):
                return _response(await run_in_threadpool(self._create_now, creation, location))
        except Problem as problem:
            return refusal(problem, core.refusal_headers())

    async def _upload(self, request: Request) -> Response:
        try:
            head = _head(request)
            if head.meant_method == "OPTIONS":
                return await self._answer(b"", core.options(self._limits))
            core.check_version(head)
            packet_id = _packet_id(request)
            async with self._turns.take(packet_id) as turn:
                known = await self._known(packet_id)
                match head.meant_method:
                    case "HEAD":
                        reply = core.look(known)
                    case "DELETE":
                        reply = core.terminate(known)
                    case "PATCH":
                        receiving = core.open_patch(head, known, self._limits)
                        return _response(await self._receive(request, receiving, turn))
                    case method:
                        raise Problem("delivery.wrong_method", method=method[:10])  # noqa: TRY301
                return await self._answer(packet_id, reply)
        except Problem as problem:
            return refusal(problem, core.refusal_headers())
        except _Gone:
            return refusal(Problem("delivery.line_broken"), core.refusal_headers())

    async def _receive(self, request: Request, receiving: core.Receiving, turn: Turn) -> core.Reply:
        """The answer to a PATCH, what it asks for done.

        Blocks are gathered: handing one over to a thread costs as much as the hash of 200 kB.
        """
        packet_id = _packet_id(request)
        waiting: list[bytes] = []
        loop = asyncio.get_running_loop()
        written_at = loop.time()
        try:
            async with _blocks(request, turn, self._patience.silence_s) as blocks:
                async for block in blocks:
                    waiting.append(block)
                    if sum(map(len, waiting)) >= self._gather or loop.time() > written_at + _GATHER_S:
                        await run_in_threadpool(self._take_now, packet_id, receiving, _joined(waiting))
                        written_at = loop.time()
        except _Gone:
            await run_in_threadpool(self._take_now, packet_id, receiving, _joined(waiting))
            await self._do(packet_id, receiving.interrupted())
            raise
        return await run_in_threadpool(self._finish_now, packet_id, receiving, _joined(waiting))

    def _take_now(self, packet_id: bytes, receiving: core.Receiving, data: bytes) -> None:
        try:
            self._do_now(packet_id, receiving.take(data) if data else ())
        except Problem:
            self._do_now(packet_id, receiving.refused())
            raise

    def _finish_now(self, packet_id: bytes, receiving: core.Receiving, data: bytes) -> core.Reply:
        self._take_now(packet_id, receiving, data)
        try:
            reply = receiving.finish()
        except Problem:
            self._do_now(packet_id, receiving.refused())
            raise
        self._do_now(packet_id, reply.actions)
        return reply

    def _create_now(self, creation: core.Creation, location: str) -> core.Reply:
        known = self._known_now(creation.packet_id)
        reply = core.create(creation, known, self._intake.expects(creation.packet_id), location)
        self._do_now(creation.packet_id, reply.actions)
        return reply

    async def _known(self, packet_id: bytes) -> core.Known:
        upload = self._uploads.find(packet_id)
        if upload is not None and upload.offset < upload.length:
            return core.Known(upload)
        return await run_in_threadpool(self._known_now, packet_id)

    def _known_now(self, packet_id: bytes) -> core.Known:
        upload = self._uploads.find(packet_id)
        if upload is not None and upload.offset == upload.length:
            self._do_now(packet_id, (core.Complete(),))
            upload = None
        return core.Known(upload, self._intake.holds(packet_id) if upload is None else None)

    async def _answer(self, packet_id: bytes, reply: core.Reply) -> Response:
        await self._do(packet_id, reply.actions)
        return _response(reply)

    async def _do(self, packet_id: bytes, actions: tuple[core.Action, ...]) -> None:
        if actions:
            await run_in_threadpool(self._do_now, packet_id, actions)

    def _do_now(self, packet_id: bytes, actions: tuple[core.Action, ...]) -> None:
        for action in actions:
            match action:
                case core.Create(creation):
                    self._uploads.create(packet_id, creation.length, creation.metadata)
                case core.Append(data):
                    self._uploads.append(packet_id, data)
                case core.Commit():
                    self._uploads.commit(packet_id)
                case core.Back(offset):
                    if self._uploads.find(packet_id) is not None:  # a failed disk took it away altogether
                        self._uploads.back(packet_id, offset)
                case core.Complete():
                    self._hand_over(packet_id)
                case core.Remove():
                    self._uploads.remove(packet_id)

    def _hand_over(self, packet_id: bytes) -> None:
        try:
            self._intake.on_complete(packet_id, self._uploads.whole(packet_id))
        except Problem as problem:
            if problem.row.http < 500:
                self._uploads.remove(packet_id)
            raise
        self._uploads.remove(packet_id)


@asynccontextmanager
async def _blocks(request: Request, turn: Turn, silence_s: float) -> AsyncIterator[AsyncIterator[bytes]]:
    """The body in blocks; ends with ``_Gone`` when the sender is gone, silent, or has to give way."""
    stop = asyncio.create_task(turn.stop.wait())
    try:
        yield _read(request, turn, stop, silence_s)
    finally:
        stop.cancel()


async def _read(
    request: Request, turn: Turn, stop: "asyncio.Task[bool]", silence_s: float
) -> AsyncIterator[bytes]:
    more = True
    while more:
        reading = asyncio.ensure_future(request.receive())
        await asyncio.wait({reading, stop}, timeout=silence_s, return_when=asyncio.FIRST_COMPLETED)
        if not reading.done():
            reading.cancel()
            raise _Gone
        message = reading.result()
        if message["type"] == "http.disconnect":
            raise _Gone from ClientDisconnect()
        turn.heard()
        more = message.get("more_body", False)
        if block := message.get("body", b""):
            yield block


def _joined(waiting: list[bytes]) -> bytes:
    data = b"".join(waiting)
    waiting.clear()
    return data


def _response(reply: core.Reply) -> Response:
    return Response(status_code=reply.status, headers=dict(reply.headers))


def _head(request: Request) -> core.Head:
    return core.Head(request.method, {name.lower(): value for name, value in request.headers.items()})


def _packet_id(request: Request) -> bytes:
    text = request.path_params["packet"]
    try:
        packet_id = bytes.fromhex(text)
    except ValueError as error:
        raise Problem("delivery.upload_unknown") from error
    if len(packet_id) != 32 or packet_id.hex() != text:
        raise Problem("delivery.upload_unknown")
    return packet_id
