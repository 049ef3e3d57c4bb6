"""Reads the answer to ``RCAPTURE``; nothing of it is believed before it is verified."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from typing import Any

from rekam.biometric import Modality
from rekam.biometric.sample import Place
from rekam.edge.device.captured import Captured
from rekam.edge.device.info import DeviceInfo
from rekam.edge.device.moment import read_moment
from rekam.edge.device.parameters import CLOCK_TOLERANCE_S
from rekam.edge.device.record import read_record
from rekam.edge.device.refusal import refusal
from rekam.edge.device.sbi import REGISTRATION, SUCCESS, TYPE, sub_type
from rekam.edge.device.shape import misfit
from rekam.edge.device.token import EMPTY_HASH, TokenReader, chained, from_unpadded
from rekam.problem import Problem

_NO_SUB_TYPE = (None, "", "null", "UNKNOWN")
"""How devices say that a face has no sub-type; the schema's own word is ``null`` as a string."""


_DECODERS = 4
"""Threads that decode; the fingers of one slap."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of a device.

    Attributes:
        device: The device.
        places: What must come back.
        transaction: Transaction id sent.
        environment: ``env`` sent.
        reader: Verifies the signatures of this device.
    """

    device: DeviceInfo
    places: Sequence[Place]
    transaction: str
    environment: str
    reader: TokenReader


def read_answer(answer: Any, asked: Asked) -> tuple[Captured, ...]:
    """The captured items in the order in which they were asked for.

    Raises:
        Problem: The device's own refusal, or what is wrong with its answer (``device.*``).
    """
    label = asked.device.label
    items = answer.get("biometrics") if isinstance(answer, dict) else None
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise Problem("device.answer_invalid", device=label, part="biometrics")
    refused = [item for item in items if _code(item, label) != SUCCESS]
    taken = [item for item in items if _code(item, label) == SUCCESS]
    if refused and not taken:
        if (part := misfit("ErrorCaptureResponseSchema", {"biometrics": refused[:1]})) is not None:
            raise Problem("device.answer_invalid", device=label, part=part)
        raise refusal(refused[0]["error"], label)
    payloads = [_payload(item, asked) for item in taken]
    _check_places(payloads, asked)
    records = _records(taken, payloads, label)
    # decoding is the longest part of reading an answer, and the decoders let go of the interpreter
    with ThreadPoolExecutor(_DECODERS, "decode") as pool:
        captured = tuple(pool.map(_captured, payloads, records, repeat(asked)))
    if asked.device.modality is Modality.FACE:
        return captured
    by_place = {sub_type(one.place): one for one in captured}
    return tuple(by_place[sub_type(place)] for place in asked.places)


def _code(item: dict[str, Any], label: str) -> str:
    error = item.get("error")
    if not isinstance(error, dict) or not isinstance(error.get("errorCode"), str):
        raise Problem("device.answer_invalid", device=label, part="error")
    return str(error["errorCode"])


def _payload(item: dict[str, Any], asked: Asked) -> dict[str, Any]:
    """Verifies one item: shape, signatures, transaction, purpose."""
    label = asked.device.label
    token = item.get("data")
    if not isinstance(token, str):
        raise Problem("device.answer_invalid", device=label, part="data")
    payload = asked.reader.read(token).payload
    digital_id = asked.reader.read_digital_id(str(payload.get("digitalId"))).payload
    decoded = {**item, "dataDecoded": {**payload, "digitalIdDecoded": digital_id}}
    if asked.device.modality is Modality.FACE and payload.get("bioSubType") in _NO_SUB_TYPE:
        decoded["dataDecoded"].pop("bioSubType", None)
    # a foreign transaction id of a strange shape is a mismatch first, and only then a misfit
    if payload.get("transactionId") != asked.transaction:
        raise Problem("device.transaction_mismatch", device=label)
    if (part := misfit("RegistrationCaptureResponseSchema", {"biometrics": [decoded]})) is not None:
        raise Problem("device.answer_invalid", device=label, part=part)
    expected = {
        "purpose": REGISTRATION,
        "env": asked.environment,
        "bioType": TYPE[asked.device.modality],
    }
    for name, value in expected.items():
        if payload[name] != value:
            raise Problem("device.answer_invalid", device=label, part=name)
    if digital_id["serialNo"] != asked.device.serial:
        raise Problem("device.answer_invalid", device=label, part="digitalId")
    return payload


def _check_places(payloads: Sequence[dict[str, Any]], asked: Asked) -> None:
    """Exactly the places asked for, each once."""
    modality = asked.device.modality
    if len(payloads) != len(asked.places):
        if modality is Modality.FACE:
            raise Problem("device.answer_invalid", device=asked.device.label, part="biometrics")
        code = "device.wrong_finger_count" if modality is Modality.FINGER else "device.wrong_eye_count"
        raise Problem(code, asked=len(asked.places), seen=len(payloads))
    if modality is Modality.FACE:
        return
    wanted = [sub_type(place) for place in asked.places]
    for payload in payloads:
        if payload["bioSubType"] not in wanted:
            code = "device.wrong_finger" if modality is Modality.FINGER else "device.wrong_eye"
            raise Problem(code, place=payload["bioSubType"])
        wanted.remove(payload["bioSubType"])


def _records(items: Sequence[dict[str, Any]], payloads: Sequence[dict[str, Any]], label: str) -> list[bytes]:
    """The ISO records, their hash chain verified and no two alike."""
    records = []
    previous = EMPTY_HASH
    for item, payload in zip(items, payloads, strict=True):
        try:
            record = from_unpadded(payload["bioValue"])
        except ValueError as error:
            raise Problem("device.answer_invalid", device=label, part="bioValue") from error
        previous = chained(previous, record)
        if item["hash"] != previous:
            raise Problem("device.answer_invalid", device=label, part="hash")
        records.append(record)
    if len(set(records)) < len(records):
        raise Problem("device.same_picture", device=label)
    return records


def _captured(payload: dict[str, Any], record: bytes, asked: Asked) -> Captured:
    device = asked.device
    place = next((one for one in asked.places if sub_type(one) == payload.get("bioSubType")), None)
    try:
        moment = read_moment(payload["timestamp"])
    except (TypeError, ValueError) as error:
        raise Problem("device.answer_invalid", device=device.label, part="timestamp") from error
    now = asked.reader.now
    skew = round((moment - now).total_seconds())
    image, encoded, media_type = read_record(record, device.modality, place, device.label)
    return Captured(
        modality=device.modality,
        place=place,
        image=image,
        encoded=encoded,
        media_type=media_type,
        record=record,
        quality=round(float(payload["qualityScore"])),
        device_id=device.device_id,
        device_label=device.label,
        captured_at=int((moment if abs(skew) <= CLOCK_TOLERANCE_S else now).timestamp()),
        clock_skew_s=skew,
    )
