"""The HTTP face of the simulated devices."""

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import anyio
import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from rekam.edge.device.port import HOST
from rekam.edge.device.sbi import ANY_TYPE, DEVICE_NOT_FOUND, MODALITY, SUB_ID, SUCCESS, TYPE_UNKNOWN, error
from rekam.edge.device.simulator.booth import Booth
from rekam.edge.device.simulator.capture import capture
from rekam.edge.device.simulator.device import SimulatedDevice
from rekam.edge.device.simulator.frame import FRAME_S, jpeg, strip
from rekam.edge.device.simulator.key import TokenWriter
from rekam.edge.device.simulator.reply import Reply, json_reply
from rekam.problem import Problem

_REQUEST_OCTETS = 65_536
_STREAM_S = 300.0
"""Seconds a stream lasts if the caller does not say (SBI 0.9.5)."""
_BOUNDARY = "frame"


class DeviceApp:
    """Answers the SBI verbs and ``/_simulator``.

    Args:
        booth: Who is there and how the devices are set.
        devices: The devices.
        writer: Signs for them.
        now: The real clock; the devices' clock is this plus the skew that is set.
    """

    def __init__(
        self,
        booth: Booth,
        devices: Sequence[SimulatedDevice],
        writer: TokenWriter,
        now: Callable[[], datetime],
    ) -> None:
        self._booth = booth
        self._devices = devices
        self._writer = writer
        self._real_now = now

    def starlette(self) -> Starlette:
        """The application. ``POST`` stands for each verb too, for callers that know no others."""
        return Starlette(
            routes=[
                Route("/device", self._discover, methods=["MOSIPDISC", "POST"]),
                Route("/info", self._info, methods=["MOSIPDINFO", "POST"]),
                Route("/capture", self._capture, methods=["RCAPTURE", "POST"]),
                Route("/stream", self._stream, methods=["STREAM", "POST"]),
                Route("/_simulator", self._settings, methods=["GET"]),
                Route("/_simulator", self._change, methods=["POST"]),
            ],
            # a page in the operator's browser must not reach the devices through a name of its own
            middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=[HOST, "localhost"])],
        )

    def _now(self) -> datetime:
        return self._real_now() + timedelta(seconds=self._booth.settings.clock_skew_s)

    async def _discover(self, request: Request) -> Response:
        asked = _object(await _body(request)).get("type")
        if asked != ANY_TYPE and asked not in MODALITY:
            return _response(json_reply([{"error": error(TYPE_UNKNOWN)}]))
        settings, now = self._booth.settings, self._now()
        fitting = (device for device in self._devices if asked in (ANY_TYPE, device.kind))
        return _response(json_reply([device.discovered(settings, now) for device in fitting]))

    async def _info(self, request: Request) -> Response:
        await _body(request)
        settings, now = self._booth.settings, self._now()
        items = await run_in_threadpool(
            lambda: [device.info(settings, now, self._writer) for device in self._devices]
        )
        return _response(json_reply(items))

    async def _capture(self, request: Request) -> Response:
        body = await _body(request)
        return _response(
            await run_in_threadpool(capture, body, self._booth, self._devices, self._writer, self._now())
        )

    async def _stream(self, request: Request) -> Response:
        asked = _object(await _body(request))
        device = next((one for one in self._devices if one.device_id == asked.get("deviceId")), None)
        places = SUB_ID[device.modality].get(str(asked.get("deviceSubId"))) if device else None
        if device is None or places is None:
            return _response(json_reply({"error": error(DEVICE_NOT_FOUND)}))
        _, code = device.state(self._booth.settings)
        if code != SUCCESS:
            return _response(json_reply({"error": error(code)}))
        text = str(asked.get("timeout"))
        last_s = int(text) / 1000 if text.isascii() and text.isdigit() else _STREAM_S

        async def frames() -> AsyncIterator[bytes]:
            number = 0
            with anyio.move_on_after(min(last_s, _STREAM_S)):
                while not self._booth.closing and not await request.is_disconnected():
                    picture = await run_in_threadpool(strip, self._booth, places)
                    image = await run_in_threadpool(jpeg, picture, number)
                    yield (
                        (
                            f"--{_BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(image)}\r\n\r\n"
                        ).encode()
                        + image
                        + b"\r\n"
                    )
                    number += 1
                    await anyio.sleep(FRAME_S)

        return StreamingResponse(
            frames(),
            media_type=f"multipart/x-mixed-replace; boundary={_BOUNDARY}",
            headers={"Cache-Control": "no-store"},
        )

    async def _settings(self, _request: Request) -> Response:
        return _response(json_reply(self._booth.settings))

    async def _change(self, request: Request) -> Response:
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            raise HTTPException(415)  # so that a foreign page's form cannot change anything
        try:
            changes = msgspec.json.decode(await _body(request), type=dict[str, Any])
            settings = await run_in_threadpool(lambda: self._booth.set(**changes))
        except msgspec.MsgspecError as wrong:
            problem = Problem("device.setting_invalid", reason=str(wrong)[:200])
            return _response(json_reply(problem.as_json(), problem.row.http))
        except Problem as problem:
            return _response(json_reply(problem.as_json(), problem.row.http))
        return _response(json_reply(settings))


async def _body(request: Request) -> bytes:
    read = bytearray()
    async for chunk in request.stream():
        read += chunk
        if len(read) > _REQUEST_OCTETS:
            raise HTTPException(413)
    return bytes(read)


def _object(body: bytes) -> dict[str, Any]:
    """The JSON object in a body; empty if there is none, which every caller refuses by what it lacks."""
    try:
        return msgspec.json.decode(body, type=dict[str, Any])
    except msgspec.MsgspecError:
        return {}


def _response(reply: Reply) -> Response:
    return Response(
        reply.body, reply.status, media_type="application/json", headers={"Cache-Control": "no-store"}
    )
