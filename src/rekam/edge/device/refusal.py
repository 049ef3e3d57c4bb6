from typing import Any

from rekam.edge.device.parameters import INFO_LENGTH
from rekam.edge.device.sbi import PROBLEM
from rekam.problem import Problem


def refusal(error: dict[str, Any], label: str) -> Problem:
    """The problem that an SBI ``error`` object stands for, in words for the operator.

    Args:
        error: Object with ``errorCode`` and ``errorInfo``, the code not ``"0"``.
        label: Name of the device in problems.
    """
    code = one_line(str(error.get("errorCode")))
    problem = PROBLEM.get(code, "device.request_refused")
    return Problem(problem, device=label, number=code, info=one_line(str(error.get("errorInfo"))))


def one_line(text: str) -> str:
    """A device's own text as one short printable line, since it goes on pages and into logs."""
    return "".join(character if character.isprintable() else " " for character in text)[:INFO_LENGTH]
