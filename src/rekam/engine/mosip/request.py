"""Reads a request of MOSIP, in the dialects of the API, of the compliance toolkit and of the testing kit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec

from rekam.engine.mosip.failure import Failure
from rekam.engine.mosip.parameters import FPIR_RANGE, MOST_CANDIDATES, MOST_GALLERY, MOST_OCTETS, VERSIONS


class Operation(StrEnum):
    """Values of ``id``."""

    INSERT = "mosip.abis.insert"
    IDENTIFY = "mosip.abis.identify"
    DELETE = "mosip.abis.delete"
    PING = "mosip.abis.ping"
    PENDING_JOBS = "mosip.abis.pendingJobs"
    REFERENCE_COUNT = "mosip.abis.referenceCount"


JOBS = frozenset({Operation.INSERT, Operation.IDENTIFY, Operation.DELETE})
"""Done one after the other, in the order they came; the others are answered at once."""

_HEAD = frozenset({"id", "version", "ver", "requestId", "requesttime"})
_KEYS: Mapping[Operation, frozenset[str]] = {
    Operation.INSERT: _HEAD | {"referenceId", "referenceURL"},
    Operation.IDENTIFY: _HEAD | {"referenceId", "referenceURL", "referenceUrl", "gallery", "flags"},
    Operation.DELETE: _HEAD | {"referenceId"},
    Operation.PING: _HEAD,
    Operation.PENDING_JOBS: _HEAD,
    Operation.REFERENCE_COUNT: _HEAD,
}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z", re.ASCII)
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked.

    Attributes:
        operation: Of the six.
        request_id: Names the request; the answer carries it.
        reference: Whom it is about; empty where the request names nobody.
        url: Where the biometrics are; empty where the request says none.
        gallery: Search only among these references; empty = among all.
        most: Candidates at most; ``None`` = not said.
        fpir: Share of searches of new people that may give a candidate; ``None`` = not said.
    """

    operation: Operation
    request_id: str
    reference: str = ""
    url: str = ""
    gallery: tuple[str, ...] = ()
    most: int | None = None
    fpir: float | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that cannot be served, with what of it could be read."""

    id: str
    request_id: str
    failure: Failure


def read_request(message: bytes) -> Request | Refusal:
    """A request, or why it is none; never raises.

    What is missing is named before what is wrong, in the order in which MOSIP's own mock looks.
    """
    body = _object(message)
    if body is None:
        return Refusal("", "", Failure.STRUCTURE)
    words = {key: _word(body.get(key)) for key in ("id", "requestId", "requesttime", "referenceId")}
    said = Refusal(words["id"] or "", words["requestId"] or "", Failure.STRUCTURE)
    failure = _head_failure(body, words)
    if failure is None:
        operation = Operation(said.id)
        failure = _reference_failure(operation, body, words["referenceId"])
        request = failure or _request(operation, said.request_id, words["referenceId"] or "", body)
        if isinstance(request, Request):
            return request
        failure = request
    return Refusal(said.id, said.request_id, failure)


def _object(message: bytes) -> dict[str, Any] | None:
    if len(message) > MOST_OCTETS:
        return None
    try:
        body = msgspec.json.decode(message)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None
    return body if isinstance(body, dict) else None


def _word(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _head_failure(body: Mapping[str, Any], words: Mapping[str, str | None]) -> Failure | None:
    if words["id"] not in tuple(Operation):
        return Failure.ID
    version = body.get("version", body.get("ver"))
    if version not in VERSIONS:
        return Failure.VERSION
    if words["requestId"] is None:
        return Failure.NO_REQUEST_ID
    moment = words["requesttime"]
    if moment is None:
        return Failure.NO_REQUEST_TIME
    if not _is_moment(moment):
        return Failure.REQUEST_TIME
    return None


def _is_moment(text: str) -> bool:
    if not _MOMENT.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text[:19])
    except ValueError:
        return False
    return True


def _url(body: Mapping[str, Any]) -> str:
    return _word(body.get("referenceURL")) or _word(body.get("referenceUrl")) or ""


def _reference_failure(
    operation: Operation, body: Mapping[str, Any], reference: str | None
) -> Failure | None:
    url = _url(body)
    match operation:
        case Operation.INSERT:
            # The kit sends an empty reference with a URL behind which there is nothing, and expects 7: so an
            # empty one is refused only after the fetch. One that is absent is refused here.
            if reference is None and (body.get("referenceId") is None or not url):
                return Failure.NO_REFERENCE
            return None if url else Failure.NO_URL
        case Operation.IDENTIFY:
            return None if reference or url else Failure.NO_REFERENCE
        case Operation.DELETE:
            return None if reference else Failure.NO_REFERENCE
        case _:
            return None


def _request(
    operation: Operation, request_id: str, reference: str, body: Mapping[str, Any]
) -> Request | Failure:
    texts = (body.get(key) for key in ("referenceId", "referenceURL", "referenceUrl"))
    if body.keys() - _KEYS[operation] or any(not isinstance(text, str | None) for text in texts):
        return Failure.STRUCTURE
    gallery, flags = _gallery(body.get("gallery")), _flags(body.get("flags"))
    if gallery is None or flags is None:
        return Failure.STRUCTURE
    return Request(operation, request_id, reference, _url(body), gallery, *flags)


def _gallery(value: object) -> tuple[str, ...] | None:
    """References; ``{}`` and an empty list mean everybody, as in the kit."""
    match value:
        case None:
            return ()
        case dict() if not value.keys() - {"referenceIds"}:
            entries = value.get("referenceIds") or []
        case _:
            return None
    if not isinstance(entries, list) or len(entries) > MOST_GALLERY:
        return None
    named = [_word(one.get("referenceId")) if isinstance(one, dict) else None for one in entries]
    found = tuple(dict.fromkeys(one for one in named if one is not None))
    return None if None in named else found


def _flags(value: object) -> tuple[int | None, float | None] | None:
    """``maxResults`` and ``targetFPIR``; the API leaves all other flags to agreement, so they say nothing here."""
    if value is None:
        return None, None
    if not isinstance(value, dict):
        return None
    most, target = _number(value.get("maxResults")), _number(value.get("targetFPIR"))
    if most == -1 or target == -1 or most == 0:
        return None
    if target is not None and not FPIR_RANGE[0] <= target <= FPIR_RANGE[1]:
        return None
    return (
        None if most is None else min(most, MOST_CANDIDATES),
        None if target is None else 10.0 ** (-target / 10),
    )


def _number(value: object) -> int | None:
    """A whole number, as text or number; ``None`` where nothing is said, -1 where it is none."""
    if value is None or value == "":
        return None
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return int(text) if _NUMBER.fullmatch(text) else -1
