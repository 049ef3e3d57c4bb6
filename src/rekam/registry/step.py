"""The steps that coverage counts, and which of them a recording in each status has reached."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from rekam.registry.status import CARDS, DUPLICATES, Status


class CoverageStep(Enum):
    """One column of the coverage figures."""

    RECEIVED = "received"
    UNIQUE = "unique"
    DUPLICATE = "duplicate"
    PRINTED = "printed"
    HANDED_OVER = "handed_over"


_PRINTED = frozenset({Status.CARD_PRINTED, Status.CARD_SHIPPED, Status.CARD_ISSUED})
_RECEIVED = (
    frozenset(
        {
            Status.RECEIVED_AT_CENTRAL,
            Status.SEARCH_FAILURE_AT_CENTRAL,
            Status.REQUEST_VALIDATION,
            Status.ADJUDICATE_RECORD,
        }
    )
    | DUPLICATES
    | CARDS
)


def _reached(status: Status) -> frozenset[CoverageStep]:
    members = {
        # A failed recording is no recording: its person counts as missing again.
        CoverageStep.RECEIVED: _RECEIVED,
        CoverageStep.UNIQUE: CARDS,
        CoverageStep.DUPLICATE: DUPLICATES,
        CoverageStep.PRINTED: _PRINTED,
        CoverageStep.HANDED_OVER: frozenset({Status.CARD_ISSUED}),
    }
    return frozenset(step for step, statuses in members.items() if status in statuses)


REACHED: Mapping[Status, frozenset[CoverageStep]] = MappingProxyType(
    {status: _reached(status) for status in Status}
)
"""Steps for which a recording in a status is counted in its resident's village."""


def changes(before: Status | None, now: Status | None) -> Mapping[CoverageStep, int]:
    """What a change of status adds to each counter, +1 or -1; ``None`` = the recording does not count."""
    old = REACHED[before] if before else frozenset[CoverageStep]()
    new = REACHED[now] if now else frozenset[CoverageStep]()
    return {step: 1 if step in new else -1 for step in old ^ new}
