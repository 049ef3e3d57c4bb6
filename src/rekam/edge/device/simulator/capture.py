"""Answers ``RCAPTURE``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import msgspec

from rekam.biometric import Eye, EyeImage, FingerImage, FingerPosition, Modality
from rekam.biometric.sample import Place
from rekam.edge.device.moment import written
from rekam.edge.device.record import Picture, write_record
from rekam.edge.device.sbi import (
    BUSY,
    COUNT_WRONG,
    DEVICE_NOT_FOUND,
    NOTHING_SEEN,
    REQUEST_INVALID,
    SPEC_VERSION,
    SUB_ID,
    SUB_TYPE_WRONG,
    SUCCESS,
    TRANSACTION_INVALID,
    TYPE_WRONG,
    error,
    sub_type,
)
from rekam.edge.device.shape import misfit
from rekam.edge.device.simulator.booth import Booth
from rekam.edge.device.simulator.device import SimulatedDevice
from rekam.edge.device.simulator.key import TokenWriter
from rekam.edge.device.simulator.reply import Reply, json_reply, refused
from rekam.edge.device.simulator.wrong import WrongAnswer
from rekam.edge.device.token import EMPTY_HASH, chained, unpadded

_TRANSACTION = re.compile(r"[a-zA-Z0-9-]{4,50}")
_PATIENCE_S = 600.0
"""Seconds for which ``WrongAnswer.TIMEOUT`` keeps silent unless the setting is changed."""
_CUT = 9
"""Octets that ``WrongAnswer.DAMAGED_RECORD`` cuts off."""


@dataclass(frozen=True, slots=True)
class Capturing:
    """One capture under way.

    Attributes:
        booth: Who is there and how the devices are set.
        device: The device asked.
        writer: Signs.
        now: The device's clock.
        request: The request as it came.
        bio: Its only ``bio`` item.
        wanted: Places asked for.
    """

    booth: Booth
    device: SimulatedDevice
    writer: TokenWriter
    now: datetime
    request: dict[str, Any]
    bio: dict[str, Any]
    wanted: tuple[Place, ...]


class _RefusedError(Exception):
    """The request cannot be served; carries the SBI error code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def capture(
    body: bytes, booth: Booth, devices: Sequence[SimulatedDevice], writer: TokenWriter, now: datetime
) -> Reply:
    """Checks the request, waits as long as the settings say, captures and signs."""
    try:
        request, bio = _understood(body)
        device = _named(bio, devices)
        wanted = _wanted(device.modality, bio)
        _, code = device.state(booth.settings)
    except _RefusedError as refusal:
        return refused(refusal.code)
    if code != SUCCESS:
        return refused(code)
    if not device.at_work.acquire(blocking=False):
        return refused(BUSY)
    try:
        return _captured(Capturing(booth, device, writer, now, request, bio, wanted))
    finally:
        device.at_work.release()


def _understood(body: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """The request and its only ``bio`` item."""
    try:
        request = msgspec.json.decode(body, type=dict[str, Any])
    except msgspec.MsgspecError as error:
        raise _RefusedError(REQUEST_INVALID) from error
    if not _TRANSACTION.fullmatch(str(request.get("transactionId"))):
        raise _RefusedError(TRANSACTION_INVALID)
    if misfit("RegistrationCaptureRequestSchema", request) is not None or len(request["bio"]) != 1:
        raise _RefusedError(REQUEST_INVALID)
    return request, request["bio"][0]


def _named(bio: dict[str, Any], devices: Sequence[SimulatedDevice]) -> SimulatedDevice:
    device = next((one for one in devices if one.device_id == bio["deviceId"]), None)
    if device is None:
        raise _RefusedError(DEVICE_NOT_FOUND)
    if bio["type"] != device.kind:
        raise _RefusedError(TYPE_WRONG)
    return device


def _wanted(modality: Modality, bio: dict[str, Any]) -> tuple[Place, ...]:
    """The places asked for."""
    shown = SUB_ID[modality].get(bio["deviceSubId"])
    if shown is None:
        raise _RefusedError(SUB_TYPE_WRONG)
    words: dict[str | None, Place] = {sub_type(place): place for place in shown if place is not None}
    named = [word for word in bio["bioSubType"] if word is not None]
    excepted = set(bio.get("exception") or ()) if modality is not Modality.FACE else set()
    if not {*named, *excepted} <= set(words) or set(named) & excepted:
        raise _RefusedError(SUB_TYPE_WRONG)
    wanted: tuple[Place, ...] = tuple(words[word] for word in named or words if word not in excepted)
    if modality is Modality.FACE:
        wanted = (None,)
    if str(len(wanted)) != bio["count"]:
        raise _RefusedError(COUNT_WRONG)
    return wanted


def _captured(this: Capturing) -> Reply:
    settings = this.booth.settings
    if settings.delay_ms:
        this.booth.pause(settings.delay_ms / 1000)
    wrong = settings.wrong_answer
    if wrong is WrongAnswer.TIMEOUT:
        this.booth.pause(_PATIENCE_S, lambda now: now.wrong_answer is WrongAnswer.TIMEOUT)
    if wrong in (WrongAnswer.HTTP_500, WrongAnswer.TIMEOUT):
        return Reply(b"device service failed", 500)
    if wrong is WrongAnswer.GARBAGE:
        return Reply(b'{"biometrics": [{"specVersion"')
    seen = [place for place in this.wanted if sub_type(place) not in settings.missing]
    if not seen:
        return refused(NOTHING_SEEN)
    records = _records(this, seen, wrong)
    this.booth.taken(seen)
    items = []
    previous = this.bio["previousHash"] or EMPTY_HASH
    for place, record in zip(seen, records, strict=True):
        previous = chained(previous, record)
        items.append(_item(this, place, record, previous))
    if wrong is WrongAnswer.WRONG_COUNT:
        items.pop()
    if wrong is WrongAnswer.BAD_SIGNATURE:
        items[0]["data"] = _with_bad_signature(items[0]["data"])
    return json_reply({"biometrics": items})


def _records(this: Capturing, seen: Sequence[Place], wrong: WrongAnswer) -> list[bytes]:
    booth = this.booth

    def record(picture: Picture) -> bytes:
        return write_record(picture, booth.settings.quality, this.now)

    if len(seen) == 1 and (known := booth.touched_again(seen[0])) is not None:
        records = [record(known)]
    else:
        # all places are drawn at once, on the drawing threads; encoding follows as they come
        booth.draw_ahead(seen)
        records = [record(booth.picture(place)) for place in seen]
    if wrong is WrongAnswer.OTHER_PERSON:
        records[0] = record(booth.stranger(seen[0]))
    if wrong is WrongAnswer.SAME_FINGER_TWICE and len(seen) > 1:
        records[1] = record(_relabelled(booth.picture(seen[0], ahead=1), seen[1]))
    if wrong is WrongAnswer.SAME_PICTURE_TWICE and len(seen) > 1:
        records[1] = records[0]
    if wrong is WrongAnswer.DAMAGED_RECORD:
        records[0] = records[0][:-_CUT]
    return records


def _relabelled(picture: Picture, place: Place) -> Picture:
    if isinstance(picture, FingerImage) and isinstance(place, FingerPosition):
        return replace(picture, position=place)
    return (
        replace(picture, eye=place) if isinstance(picture, EyeImage) and isinstance(place, Eye) else picture
    )


def _item(this: Capturing, place: Place, record: bytes, chain: str) -> dict[str, Any]:
    settings = this.booth.settings
    data: dict[str, Any] = {
        "digitalId": this.writer.write(this.device.digital_id(this.now)),
        "deviceCode": this.device.code,
        "deviceServiceVersion": SPEC_VERSION,
        "bioType": this.device.kind,
        "purpose": this.request["purpose"],
        "env": this.request["env"],
        "bioValue": unpadded(record),
        "transactionId": this.request["transactionId"],
        "timestamp": written(this.now),
        "requestedScore": this.bio["requestedScore"],
        "qualityScore": str(settings.quality),
    }
    if (word := sub_type(place)) is not None:
        first = place == this.wanted[0]
        data["bioSubType"] = _other_side(word) if first and _is_wrong_place(this) else word
    if settings.wrong_answer is WrongAnswer.WRONG_TRANSACTION:
        data["transactionId"] = f"other-{this.request['transactionId']}"[:50]
    return {
        "specVersion": SPEC_VERSION,
        "data": this.writer.write(data),
        "hash": chain,
        "error": error(SUCCESS),
    }


def _is_wrong_place(this: Capturing) -> bool:
    return this.booth.settings.wrong_answer is WrongAnswer.WRONG_PLACE


def _other_side(word: str) -> str:
    return word.replace("Left", "Right") if word.startswith("Left") else word.replace("Right", "Left")


def _with_bad_signature(token: str) -> str:
    """Changes one character in the middle of the signature; the last one carries unused bits."""
    at = token.rindex(".") + 100
    return token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :]
