"""What may happen next: the one table that pages, API, pipeline and tests read."""

from collections.abc import Mapping
from types import MappingProxyType

from rekam.registry.event import EventKind as Kind
from rekam.registry.status import Status

_DUPLICATE_MOVES = {
    # The resident may keep this one: that opens the comparison again, it never prints by itself.
    Kind.KEPT_BY_RESIDENT: Status.ADJUDICATE_RECORD,
    Kind.WITHDRAWN: Status.UNREGISTERED,
}
_FAILURE_MOVES = {
    Kind.SET_BACK: Status.BIO_CAPTURED,
    Kind.WITHDRAWN: Status.UNREGISTERED,
}
_ARRIVALS = {
    Kind.RECEIVED: Status.RECEIVED_AT_CENTRAL,
    Kind.PUT_IN_QUARANTINE: Status.QUARANTINED,
    Kind.TURNED_AWAY: Status.REFUSED,
}
_JUDGED = {
    Kind.JUDGED_DUPLICATE: Status.DUPLICATE_RECORD,
    Kind.JUDGED_ONE_TO_ONE: Status.DUPLICATE_ONE_TO_ONE,
    Kind.JUDGED_ONE_TO_MANY: Status.DUPLICATE_ONE_TO_MANY,
}

_NEXT: dict[Status, dict[Kind, Status]] = {
    Status.UNREGISTERED: {Kind.CAPTURED: Status.BIO_CAPTURED},
    Status.BIO_CAPTURED: {Kind.SEALED: Status.PROCESSING, Kind.WITHDRAWN: Status.UNREGISTERED},
    Status.PROCESSING: {
        Kind.ANNOUNCED: Status.SENT_FOR_ENROLLMENT,
        Kind.TAKEN_BY_COURIER: Status.IN_COURIER_TRANSIT,
        Kind.FAILED_AT_REGIONAL: Status.ENROLL_FAILURE_AT_REGIONAL,
    },
    Status.SENT_FOR_ENROLLMENT: {
        **_ARRIVALS,
        Kind.TAKEN_BY_COURIER: Status.IN_COURIER_TRANSIT,
        Kind.SET_BACK: Status.BIO_CAPTURED,
    },
    Status.IN_COURIER_TRANSIT: {
        **_ARRIVALS,
        Kind.ANNOUNCED: Status.SENT_FOR_ENROLLMENT,
        Kind.SET_BACK: Status.BIO_CAPTURED,
    },
    Status.QUARANTINED: {
        Kind.RELEASED: Status.RECEIVED_AT_CENTRAL,
        Kind.TURNED_AWAY: Status.REFUSED,
    },
    Status.RECEIVED_AT_CENTRAL: {
        Kind.EXTRACTED: Status.RECEIVED_AT_CENTRAL,
        # Safe at the centre; somebody looks at whose signature is wrong before it is searched.
        Kind.DOUBTED: Status.QUARANTINED,
        Kind.FAILED_AT_CENTRE: Status.ENROLL_FAILURE_AT_CENTRAL,
        Kind.ALREADY_HELD: Status.AT_CENTRE_ALREADY,
        Kind.SEARCH_FAILED: Status.SEARCH_FAILURE_AT_CENTRAL,
        Kind.FOUND_UNIQUE: Status.PRINT_READY_RECORD,
        Kind.FOUND_CANDIDATES: Status.ADJUDICATE_RECORD,
        # Nothing to search with (every finger and eye excepted): two experts look instead.
        Kind.SENT_TO_EXPERT: Status.ADJUDICATE_RECORD,
        Kind.TURNED_AWAY: Status.REFUSED,
    },
    Status.ENROLL_FAILURE_AT_REGIONAL: _FAILURE_MOVES,
    Status.ENROLL_FAILURE_AT_CENTRAL: _FAILURE_MOVES,
    Status.REFUSED: _FAILURE_MOVES,
    Status.SEARCH_FAILURE_AT_CENTRAL: {Kind.SEARCH_RETRIED: Status.RECEIVED_AT_CENTRAL},
    Status.ADJUDICATE_RECORD: {
        **_JUDGED,
        Kind.LEFT_OPEN: Status.ADJUDICATE_RECORD,
        # "Different persons" from one expert asks for the second opinion; it does not print.
        Kind.ADJUDICATED_FIRST: Status.REQUEST_VALIDATION,
    },
    Status.REQUEST_VALIDATION: {
        **_JUDGED,
        Kind.LEFT_OPEN: Status.ADJUDICATE_RECORD,
        Kind.ADJUDICATED_SECOND: Status.PRINT_READY_RECORD,
    },
    Status.DUPLICATE_RECORD: _DUPLICATE_MOVES,
    Status.DUPLICATE_ONE_TO_ONE: _DUPLICATE_MOVES,
    Status.DUPLICATE_ONE_TO_MANY: _DUPLICATE_MOVES,
    Status.PRINT_READY_RECORD: {
        Kind.SENT_TO_PRINT: Status.SENT_FOR_CARD_PRINTING,
        Kind.PRINTED: Status.CARD_PRINTED,
    },
    Status.SENT_FOR_CARD_PRINTING: {
        Kind.PRINTED: Status.CARD_PRINTED,
        Kind.PRINT_FAILED: Status.PRINT_READY_RECORD,
    },
    Status.CARD_PRINTED: {
        Kind.SHIPPED: Status.CARD_SHIPPED,
        Kind.HANDED_OVER: Status.CARD_ISSUED,
        Kind.PRINT_FAILED: Status.PRINT_READY_RECORD,
    },
    Status.CARD_SHIPPED: {Kind.HANDED_OVER: Status.CARD_ISSUED},
    Status.CARD_ISSUED: {Kind.REPLACEMENT_ORDERED: Status.SENT_FOR_CARD_PRINTING},
    Status.AT_CENTRE_ALREADY: {},
}

NEXT: Mapping[Status, Mapping[Kind, Status]] = MappingProxyType(
    {status: MappingProxyType(dict(moves)) for status, moves in _NEXT.items()}
)
"""For every status, the events that may follow and the status that each leads to."""


def next_events(status: Status) -> tuple[Kind, ...]:
    """The events that may follow, in the order of the table."""
    return tuple(NEXT[status])
