"""A fault as an operator reports it with one tap."""

from collections.abc import Mapping
from dataclasses import dataclass

TEXT_CHARACTERS_MOST = 200
"""Label and remark of a report; longer ones are not of our stations."""

TIME_MOST = 253_402_300_799
"""Last second of the year 9999, Unix time; a later number is a mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultReport:
    """What a station reports.

    Attributes:
        component: Kind of device: ``finger``, ``iris``, ``face`` or ``signature``.
        label: Make, model and serial number; empty = the device did not answer.
        problem: Code of what the station itself found, or empty.
        remark: What the operator saw, or empty.
        reported_at: Unix seconds of the station's clock.
    """

    component: str
    label: str
    problem: str
    remark: str
    reported_at: int


def read_fault(detail: Mapping[str, object], at: int) -> FaultReport | None:
    """The report in the detail of a journal entry; ``None`` when there is none."""
    texts = [detail.get(name, "") for name in ("component", "label", "problem", "remark")]
    if not all(isinstance(text, str) and len(text) <= TEXT_CHARACTERS_MOST for text in texts):
        return None
    component, label, problem, remark = (str(text) for text in texts)
    if not component or any(not text.isprintable() for text in (component, label, problem, remark)):
        return None
    if not 0 <= at <= TIME_MOST:
        return None
    return FaultReport(component=component, label=label, problem=problem, remark=remark, reported_at=at)
