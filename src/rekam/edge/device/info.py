"""What discovery and info tell of a device."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import msgspec

from rekam.biometric import Modality
from rekam.edge.device.moment import skew_s
from rekam.edge.device.parameters import CLOCK_TOLERANCE_S
from rekam.edge.device.port import HOST
from rekam.edge.device.refusal import one_line, refusal
from rekam.edge.device.sbi import MODALITY, SUCCESS
from rekam.edge.device.shape import misfit
from rekam.edge.device.status import DeviceStatus
from rekam.edge.device.token import TokenReader, from_unpadded
from rekam.edge.device.trust import Trust
from rekam.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceInfo:
    """One device as its service describes it.

    Attributes:
        device_id: Internal id; what a capture names. Empty for a device that is not registered.
        modality: What it captures.
        status: Its own word.
        url: Where its service listens.
        sub_ids: Sub-devices, ``sbi.SUB_ID``.
        label: Make, model and serial number.
        serial: Serial number on its plate.
        thumbprint: Certificate that signed this, SHA-256 in hexadecimal; ``None`` if nothing was signed.
        clock_skew_s: Device clock minus station clock, seconds.
        problem: What stands in the way of using it; ``None`` = nothing.
        warning: What is odd but stops nobody, a wrong clock; ``None`` = nothing.
    """

    device_id: str
    modality: Modality
    status: DeviceStatus
    url: str
    sub_ids: tuple[str, ...]
    label: str
    serial: str
    thumbprint: str | None = None
    clock_skew_s: int = 0
    problem: Problem | None = None
    warning: Problem | None = None


_INFO_SCHEMA = {
    DeviceStatus.READY: "DeviceInfoReadyResponseSchema",
    DeviceStatus.BUSY: "DeviceInfoBusyResponseSchema",
    DeviceStatus.NOT_READY: "DeviceInfoNotReadyResponseSchema",
    DeviceStatus.NOT_REGISTERED: "DeviceInfoNotRegisteredResponseSchema",
}


def read_discovery(answer: Any, port: int, now: datetime) -> list[DeviceInfo]:
    """The devices in an answer to ``MOSIPDISC``; what does not follow the specification is left out.

    A port between 4501 and 4600 may belong to any program, so a strange answer is no device rather than a problem.
    """
    items = answer if isinstance(answer, list) else []
    found = (_read_discovered(item, port, now) for item in items)
    return [device for device in found if device is not None]


def _read_discovered(item: Any, port: int, now: datetime) -> DeviceInfo | None:
    try:
        digital_id = msgspec.json.decode(from_unpadded(item["digitalId"]), type=dict[str, Any])
        if misfit("DiscoverResponseSchema", [{**item, "digitalIdDecoded": digital_id}]) is not None:
            return None
        return _device(item, digital_id, port, now)
    except (KeyError, TypeError, ValueError, msgspec.MsgspecError):
        return None


def read_info(answer: Any, port: int, trusted: Trust, now: datetime) -> list[DeviceInfo]:
    """The devices in an answer to ``MOSIPDINFO``, their signatures verified.

    Raises:
        Problem: ``device.answer_invalid``, ``device.signature_bad``, ``device.not_trusted`` or
            ``device.certificate_expired``.
    """
    if not isinstance(answer, list):
        raise Problem("device.answer_invalid", device=f"{HOST}:{port}", part="deviceInfo")
    return [_read_info_item(item, port, trusted, now) for item in answer]


def _read_info_item(item: Any, port: int, trusted: Trust, now: datetime) -> DeviceInfo:
    label = f"{HOST}:{port}"
    invalid = Problem("device.answer_invalid", device=label, part="deviceInfo")
    thumbprint = None
    try:
        token = item["deviceInfo"]
        unsigned = token.count(".") == 0
        body = from_unpadded(token if unsigned else token.split(".")[1])
        claimed = msgspec.json.decode(body, type=dict[str, Any])
        status = DeviceStatus(claimed["deviceStatus"])
        if status is DeviceStatus.NOT_REGISTERED:
            digital_id = msgspec.json.decode(from_unpadded(claimed["digitalId"]), type=dict[str, Any])
        elif unsigned:
            raise Problem("device.signature_bad", device=label)
        else:
            reader = TokenReader(str(claimed["deviceId"]), label, trusted, now)
            signed = reader.read(token)
            claimed, thumbprint = signed.payload, signed.thumbprint
            digital_id = reader.read_digital_id(claimed["digitalId"]).payload
        decoded = {**item, "deviceInfoDecoded": {**claimed, "digitalIdDecoded": digital_id}}
        if (part := misfit(_INFO_SCHEMA[status], [decoded])) is not None:
            raise Problem("device.answer_invalid", device=label, part=part)
        return _device({**claimed, "error": item["error"]}, digital_id, port, now, thumbprint)
    except (KeyError, TypeError, ValueError, AttributeError, msgspec.MsgspecError) as error:
        raise invalid from error


def _device(
    item: dict[str, Any], digital_id: dict[str, Any], port: int, now: datetime, thumbprint: str | None = None
) -> DeviceInfo:
    label = one_line(f"{digital_id['make']} {digital_id['model']} {digital_id['serialNo']}")
    status = DeviceStatus(item["deviceStatus"])
    skew = skew_s(digital_id["dateTime"], now)
    return DeviceInfo(
        device_id=item.get("deviceId") or "",
        modality=MODALITY[digital_id["type"]],
        status=status,
        url=_url(item["callbackId"], port),
        sub_ids=tuple(map(str, item.get("deviceSubId", ()))),
        label=label,
        serial=digital_id["serialNo"],
        thumbprint=thumbprint,
        clock_skew_s=skew,
        problem=_in_the_way(item["error"], status, label),
        warning=(
            Problem("device.clock_wrong", device=label, seconds=skew)
            if abs(skew) > CLOCK_TOLERANCE_S
            else None
        ),
    )


def _in_the_way(error: dict[str, Any], status: DeviceStatus, label: str) -> Problem | None:
    if error["errorCode"] != SUCCESS:
        return refusal(error, label)
    match status:
        case DeviceStatus.BUSY:
            return Problem("device.busy", device=label)
        case DeviceStatus.NOT_READY:
            return Problem("device.not_ready", device=label)
        case DeviceStatus.NOT_REGISTERED:
            return Problem("device.not_registered", device=label)
        case DeviceStatus.READY:
            return None


def _url(callback: str, port: int) -> str:
    """The callback address if it is on this machine (it takes precedence), else where the device was found."""
    try:
        parts = urlsplit(callback)
        if parts.scheme == "http" and parts.hostname == HOST and parts.port:
            return f"http://{HOST}:{parts.port}"
    except ValueError:
        return f"http://{HOST}:{port}"
    return f"http://{HOST}:{port}"
