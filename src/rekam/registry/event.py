from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType


class EventKind(Enum):
    """What can happen to a recording; facts in the past tense, never intentions."""

    CAPTURED = "captured"
    SEALED = "sealed"
    ANNOUNCED = "announced"
    TAKEN_BY_COURIER = "taken_by_courier"
    FAILED_AT_REGIONAL = "failed_at_regional"
    RECEIVED = "received"
    PUT_IN_QUARANTINE = "put_in_quarantine"
    RELEASED = "released"
    DOUBTED = "doubted"
    TURNED_AWAY = "turned_away"
    EXTRACTED = "extracted"
    FAILED_AT_CENTRE = "failed_at_centre"
    ALREADY_HELD = "already_held"
    SEARCH_FAILED = "search_failed"
    SEARCH_RETRIED = "search_retried"
    FOUND_UNIQUE = "found_unique"
    FOUND_CANDIDATES = "found_candidates"
    SENT_TO_EXPERT = "sent_to_expert"
    LEFT_OPEN = "left_open"
    ADJUDICATED_FIRST = "adjudicated_first"
    ADJUDICATED_SECOND = "adjudicated_second"
    JUDGED_DUPLICATE = "judged_duplicate"
    JUDGED_ONE_TO_ONE = "judged_one_to_one"
    JUDGED_ONE_TO_MANY = "judged_one_to_many"
    KEPT_BY_RESIDENT = "kept_by_resident"
    SET_BACK = "set_back"
    WITHDRAWN = "withdrawn"
    SENT_TO_PRINT = "sent_to_print"
    PRINT_FAILED = "print_failed"
    PRINTED = "printed"
    SHIPPED = "shipped"
    HANDED_OVER = "handed_over"
    REPLACEMENT_ORDERED = "replacement_ordered"


Detail = str | int | bool


@dataclass(frozen=True, slots=True)
class Event:
    """One numbered fact about one recording.

    Attributes:
        sequence: Place in the recording's own numbering, from 1 without gaps; the only order that counts.
        kind: What happened.
        at: Unix seconds by the clock of whoever saw it; shown, never used for ordering.
        actor: Account name, ``station:ID`` or ``centre``.
        details: Small values that explain the fact (a problem code, a reason, a place).
    """

    sequence: int
    kind: EventKind
    at: int
    actor: str
    details: Mapping[str, Detail] = field(default_factory=lambda: MappingProxyType({}))
