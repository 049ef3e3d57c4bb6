"""A problem on the wire: JSON body in both languages, and its code as a header where there is no body."""

import json
from collections.abc import Mapping

import httpx
from starlette.responses import JSONResponse

from rekam.problem import TABLE, Detail, Problem

HEADER = "Rekam-Problem"


def refusal(problem: Problem, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The answer that tells a problem."""
    return JSONResponse(
        problem.as_json(), status_code=problem.row.http, headers={**(headers or {}), HEADER: problem.code}
    )


def read_refusal(response: httpx.Response) -> Problem:
    """The problem that an answer of the other side tells.

    What is not ours becomes ``delivery.centre_failed`` (5xx), ``delivery.answer_unreadable`` (a stranger
    answered) or ``delivery.centre_refused``.
    """
    code = response.headers.get(HEADER, "")
    if code in TABLE:
        problem = _rebuilt(code, response.content)
        return problem or Problem("delivery.centre_refused", reason=code)
    if response.status_code >= 500:
        return Problem("delivery.centre_failed", status=response.status_code)
    return Problem("delivery.answer_unreadable")


def _rebuilt(code: str, content: bytes) -> Problem | None:
    """The problem with its details; ``None`` when they do not fit its sentence."""
    try:
        body = json.loads(content) if content else {}
        details = body.get("details", {})
        if not all(isinstance(value, Detail) for value in details.values()):
            return None
        return Problem(code, **details)
    except (ValueError, AttributeError, TypeError, LookupError):
        return None  # the caller still tells the code
