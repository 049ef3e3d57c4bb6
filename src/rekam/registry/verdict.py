"""What an adjudicator's answer does to a recording: a pure table with four eyes in it."""

from collections.abc import Collection
from enum import Enum

from rekam.problem import Problem
from rekam.registry.event import EventKind
from rekam.registry.status import Status


class Verdict(Enum):
    """An expert's answer to "one person or two?" (keys 1, 2, 3 on the page)."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


def verdict_event(status: Status, verdict: Verdict, nik: str, same_as: Collection[str]) -> EventKind:
    """The event that follows from an answer.

    "Same" needs one expert and names the duplicate; "different" needs two different experts, because a card
    follows from it; "unsure" leaves the case for another expert.

    Args:
        status: ``ADJUDICATE_RECORD`` or ``REQUEST_VALIDATION``.
        verdict: The expert's answer.
        nik: NIK of the recording in question.
        same_as: NIKs of the recordings judged to be the same person; used with ``SAME`` only.

    Raises:
        Problem: ``registry.not_in_adjudication`` or ``registry.same_as_whom``.
    """
    if status not in {Status.ADJUDICATE_RECORD, Status.REQUEST_VALIDATION}:
        raise Problem("registry.not_in_adjudication", status=status.value)
    match verdict:
        case Verdict.SAME:
            return _duplicate(nik, same_as)
        case Verdict.DIFFERENT if status is Status.ADJUDICATE_RECORD:
            return EventKind.ADJUDICATED_FIRST
        case Verdict.DIFFERENT:
            return EventKind.ADJUDICATED_SECOND
        case Verdict.UNSURE:
            return EventKind.LEFT_OPEN


def _duplicate(nik: str, same_as: Collection[str]) -> EventKind:
    others = set(same_as)
    if not others:
        raise Problem("registry.same_as_whom")
    if others == {nik}:
        return EventKind.JUDGED_ONE_TO_ONE
    return EventKind.JUDGED_ONE_TO_MANY if len(others) > 1 else EventKind.JUDGED_DUPLICATE
