"""What goes back to a client, always one of the answers that the contract documents."""

import csv
import io
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from rekam.engine.osia.contract import Operation
from rekam.engine.osia.schema import ANSWERED, complaint
from rekam.problem import Problem

JSON, CSV, ERROR = "application/json", "text/csv", "application/error+json"

log = logging.getLogger("rekam.engine")


@dataclass(frozen=True, slots=True)
class Answer:
    """Status and content.

    Attributes:
        status: HTTP status.
        content: JSON value or text; ``None`` = an empty body.
        media_type: Of the content.
    """

    status: int
    content: Any = None
    media_type: str = JSON

    def body(self) -> bytes:
        """The bytes that go over the line."""
        if self.content is None:
            return b""
        if self.media_type == CSV:
            return str(self.content).encode()
        return msgspec.json.encode(self.content)


DONE = Answer(204)
"""Done, nothing to say; a callback says ``"OK"`` instead."""


def refusal(problem: Problem, operation: Operation | None = None) -> Answer:
    """A problem as the contract's error body.

    Where the operation does not document the status of the problem, 403 stands for what is not there or not
    allowed, and 400 for everything that is wrong with the request.
    """
    status = min(500, problem.row.http)
    if status not in (403, 404, 405, 409, 500):
        status = 400
    if operation is not None and status not in operation.answers:
        status = 403
    return Answer(status, {"code": status, "message": f"{problem.code}: {problem.say('en')}"})


def kept_to(operation: Operation, answer: Answer) -> Answer:
    """The answer if it keeps to the contract; an error in its place if we made a mistake."""
    pointer = operation.answers.get(answer.status, {}).get(answer.media_type)
    wrong = None if pointer is None else complaint(ANSWERED, pointer, answer.content)
    if answer.status in operation.answers and wrong is None:
        return answer
    log.error("%s: our answer %s breaks the contract: %s", operation.name, answer.status, wrong)
    return refusal(Problem("engine.failed"))


def csv_text(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV (RFC 4180)."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue()
