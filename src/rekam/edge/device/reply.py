"""Sends one request to a device service and reads its answer within limits."""

import time
from typing import Any

import httpx
import msgspec

from rekam.edge.device.parameters import ANSWER_OCTETS
from rekam.problem import Problem

CALLER = "Rekam"
"""Value of the ``EXT`` header: the name of the calling application."""


def ask(
    client: httpx.Client, verb: str, url: str, request: dict[str, Any], *, label: str, timeout_s: float
) -> Any:
    """The decoded JSON answer of a device service.

    Args:
        client: HTTP client.
        verb: ``MOSIPDISC``, ``MOSIPDINFO`` or ``RCAPTURE``.
        url: Where the service listens.
        request: JSON body.
        label: Name of the device in problems.
        timeout_s: Longest time for the whole answer, seconds.

    Raises:
        Problem: ``device.timeout``, ``device.not_found``, ``device.connection_lost``, ``device.service_failed`` or
            ``device.answer_invalid``.
    """
    body = bytearray()
    until = time.monotonic() + timeout_s
    late = Problem("device.timeout", device=label, seconds=round(timeout_s))
    try:
        with client.stream(
            verb,
            url,
            content=msgspec.json.encode(request),
            headers={"Content-Type": "application/json", "EXT": CALLER},
            timeout=timeout_s,
        ) as response:
            if response.status_code != httpx.codes.OK:
                raise Problem("device.service_failed", device=label, status=response.status_code)
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > ANSWER_OCTETS:
                    raise Problem("device.answer_invalid", device=label, part="length")
                if time.monotonic() > until:  # the client's own timeout only bounds each silence
                    raise late
    except httpx.ConnectError as error:
        raise Problem("device.not_found") from error
    except httpx.TimeoutException as error:
        raise late from error
    except httpx.HTTPError as error:
        raise Problem("device.connection_lost", device=label) from error
    try:
        return msgspec.json.decode(bytes(body))
    except msgspec.DecodeError as error:
        raise Problem("device.answer_invalid", device=label, part="JSON") from error
