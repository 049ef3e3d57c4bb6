"""Where one addressee's line stands, and what may follow: the table that pages, use cases and tests read."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from rekam.operations.directive.event import EventKind as Kind


class Step(Enum):
    """Where a line stands; the value is stored."""

    UNSENT = "unsent"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    PASSED_ON = "passed_on"
    ANSWERED = "answered"
    REFUSED = "refused"
    WARNED = "warned"
    WARNED_AGAIN = "warned_again"
    REPLACEMENT_PROPOSED = "replacement_proposed"
    REPLACEMENT_PERMITTED = "replacement_permitted"
    CLOSED = "closed"
    EXCUSED = "excused"
    WITHDRAWN = "withdrawn"


FINAL = frozenset({Step.CLOSED, Step.EXCUSED, Step.WITHDRAWN})
"""Nothing follows."""

_ENDS = {Kind.CLOSED: Step.CLOSED, Kind.WITHDRAWN: Step.WITHDRAWN}
_AT_WORK = {
    **_ENDS,
    Kind.PASSED_ON: Step.PASSED_ON,
    Kind.ANSWERED: Step.ANSWERED,
    Kind.REFUSED: Step.REFUSED,
    Kind.WARNED: Step.WARNED,
}
_UNDER_PRESSURE = {
    **_ENDS,
    Kind.ACKNOWLEDGED: Step.ACKNOWLEDGED,
    Kind.ANSWERED: Step.ANSWERED,
    Kind.EXCUSED: Step.EXCUSED,
}

_NEXT: dict[Step, dict[Kind, Step]] = {
    Step.UNSENT: {Kind.ISSUED: Step.SENT},
    Step.SENT: {
        **_ENDS,
        Kind.ACKNOWLEDGED: Step.ACKNOWLEDGED,
        Kind.REFUSED: Step.REFUSED,
        Kind.REMINDED: Step.SENT,
        Kind.WARNED: Step.WARNED,
    },
    Step.ACKNOWLEDGED: {**_AT_WORK, Kind.REMINDED: Step.ACKNOWLEDGED},
    Step.PASSED_ON: {**_AT_WORK, Kind.REMINDED: Step.PASSED_ON},
    # The answer lies with the issuer: nobody is reminded or warned while it does.
    Step.ANSWERED: {**_ENDS, Kind.RETURNED: Step.ACKNOWLEDGED},
    Step.REFUSED: {**_UNDER_PRESSURE, Kind.WARNED: Step.WARNED},
    Step.WARNED: {**_UNDER_PRESSURE, Kind.WARNED_AGAIN: Step.WARNED_AGAIN},
    Step.WARNED_AGAIN: {**_UNDER_PRESSURE, Kind.REPLACEMENT_PROPOSED: Step.REPLACEMENT_PROPOSED},
    Step.REPLACEMENT_PROPOSED: {
        **_ENDS,
        Kind.REPLACEMENT_PERMITTED: Step.REPLACEMENT_PERMITTED,
        Kind.REPLACEMENT_DENIED: Step.WARNED_AGAIN,
    },
    # The successor gets the directive as new, and acknowledges it.
    Step.REPLACEMENT_PERMITTED: {**_ENDS, Kind.REPLACED: Step.SENT},
    Step.CLOSED: {},
    Step.EXCUSED: {},
    Step.WITHDRAWN: {},
}

NEXT: Mapping[Step, Mapping[Kind, Step]] = MappingProxyType(
    {step: MappingProxyType(dict(moves)) for step, moves in _NEXT.items()}
)
"""For every step, the events that may follow and where each leads."""
