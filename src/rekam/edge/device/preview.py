"""The live picture of a device: one frame of its motion JPEG."""

import time

import httpx
import msgspec

from rekam.edge.device.parameters import FRAME_OCTETS
from rekam.edge.device.refusal import refusal
from rekam.edge.device.reply import CALLER
from rekam.problem import Problem

_START, _END = b"\xff\xd8\xff", b"\xff\xd9"


def first_frame(
    client: httpx.Client, url: str, request: dict[str, str], *, label: str, timeout_s: float
) -> bytes:
    """Opens ``STREAM``, reads the first whole JPEG and closes.

    Raises:
        Problem: ``device.timeout``, ``device.not_found``, ``device.connection_lost``, ``device.service_failed``,
            ``device.answer_invalid``, or the device's own refusal.
    """
    read = bytearray()
    until = time.monotonic() + timeout_s
    late = Problem("device.timeout", device=label, seconds=round(timeout_s))
    invalid = Problem("device.answer_invalid", device=label, part="frame")
    try:
        with client.stream(
            "STREAM", url, content=msgspec.json.encode(request),
            headers={"Content-Type": "application/json", "EXT": CALLER}, timeout=timeout_s,
        ) as response:  # fmt: skip
            if response.status_code != httpx.codes.OK:
                raise Problem("device.service_failed", device=label, status=response.status_code)
            moving = response.headers.get("content-type", "").startswith("multipart/")
            for chunk in response.iter_bytes():
                read += chunk
                if moving and (frame := _frame(read)) is not None:
                    return frame
                if len(read) > FRAME_OCTETS:
                    raise invalid
                if time.monotonic() > until:
                    raise late
    except httpx.ConnectError as error:
        raise Problem("device.not_found") from error
    except httpx.TimeoutException as error:
        raise late from error
    except httpx.HTTPError as error:
        raise Problem("device.connection_lost", device=label) from error
    try:
        refused = msgspec.json.decode(bytes(read), type=dict[str, dict[str, str]])["error"]
    except (msgspec.MsgspecError, KeyError) as error:
        raise invalid from error
    raise refusal(refused, label)


def _frame(read: bytearray) -> bytes | None:
    """The first JPEG in a multipart body, once it is whole.

    The part's own length is believed if there is one, because an end mark may stand inside a thumbnail.
    """
    start = read.find(_START)
    if start < 0:
        return None
    for line in bytes(read[:start]).lower().splitlines():
        if line.startswith(b"content-length:") and line[15:].strip().isdigit():
            end = start + int(line[15:])
            return bytes(read[start:end]) if len(read) >= end else None
    end = read.find(_END, start)
    return bytes(read[start : end + 2]) if end >= 0 else None
