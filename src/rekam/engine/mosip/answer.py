"""Writes the answers of the API; every value is text, as in the API's examples."""

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from rekam.engine.encounter import Match
from rekam.engine.mosip.failure import Failure
from rekam.engine.mosip.request import Operation, Refusal, Request

SUCCESS, FAILED = "1", "2"


def succeeded(request: Request, at: float, more: Mapping[str, Any] | None = None) -> bytes:
    """A request that was served; ``more`` is what its operation adds."""
    head = _head(request.operation, request.request_id, at)
    return msgspec.json.encode({**head, "returnValue": SUCCESS, **(more or {})})


def failed(request: Request | Refusal, failure: Failure, at: float) -> bytes:
    """A request that was not served, and why."""
    name = request.operation if isinstance(request, Request) else request.id
    head = _head(name, request.request_id, at)
    # A failed pendingJobs or referenceCount still has its number in the kit's schema.
    number = {Operation.PENDING_JOBS: "jobscount", Operation.REFERENCE_COUNT: "count"}
    more = {number[key]: "" for key in number if key == name}
    return msgspec.json.encode({**head, **more, "returnValue": FAILED, "failureReason": failure.value})


def candidates(matches: Sequence[Match], searched: int) -> dict[str, Any]:
    """What *identify* adds: everybody who is a match, the likeliest first.

    Args:
        matches: Whom the search found.
        searched: How many were searched; says what a score is worth.
    """
    return {
        "candidateList": {
            "count": str(len(matches)),
            "candidates": [
                {
                    "referenceId": match.person,
                    "analytics": analytics(match.score, searched),
                    "modalities": modalities(match.hits[0].parts, searched),
                }
                for match in matches
            ],
        }
    }


def analytics(score: float, searched: int) -> dict[str, str]:
    """A score in nats, and how sure it makes us: 100 % less the chance that a stranger reaches it here.

    A log-likelihood ratio above t happens among N strangers with probability at most N exp(-t).
    """
    doubt = searched * math.exp(-max(score, 0.0))
    return {"confidence": str(math.floor(100 * max(0.0, 1 - doubt))), "internalScore": f"{score:.2f}"}


def modalities(parts: Mapping[str, float], searched: int) -> list[dict[str, Any]]:
    """The score split over finger (FIR), iris (IIR) and face (FID)."""
    scores: dict[str, float] = {}
    for name, part in parts.items():
        kind = "IIR" if name.startswith("iris") else "FID" if name.startswith("face") else "FIR"
        scores[kind] = scores.get(kind, 0.0) + part
    return [
        {"biometricType": kind, "analytics": analytics(score, searched)} for kind, score in scores.items()
    ]


def _head(name: str, request_id: str, at: float) -> dict[str, str]:
    moment = datetime.fromtimestamp(at, UTC)
    said = moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
    return {"id": str(name), "requestId": request_id, "responsetime": said}
