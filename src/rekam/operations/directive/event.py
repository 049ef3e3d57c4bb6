"""What can happen to one addressee's line of a directive, and whose act it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType


class EventKind(Enum):
    """One thing that happened; the value is stored."""

    ISSUED = "issued"
    ACKNOWLEDGED = "acknowledged"
    PASSED_ON = "passed_on"
    REMINDED = "reminded"
    ANSWERED = "answered"
    RETURNED = "returned"
    REFUSED = "refused"
    EXCUSED = "excused"
    WARNED = "warned"
    WARNED_AGAIN = "warned_again"
    REPLACEMENT_PROPOSED = "replacement_proposed"
    REPLACEMENT_PERMITTED = "replacement_permitted"
    REPLACEMENT_DENIED = "replacement_denied"
    REPLACED = "replaced"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Side(Enum):
    """Whose act an event is."""

    ADDRESSEE = "addressee"
    ISSUER = "issuer"
    MINISTER = "minister"


SIDE: Mapping[EventKind, Side] = MappingProxyType(
    {
        EventKind.ISSUED: Side.ISSUER,
        EventKind.ACKNOWLEDGED: Side.ADDRESSEE,
        EventKind.PASSED_ON: Side.ADDRESSEE,
        EventKind.REMINDED: Side.ISSUER,
        EventKind.ANSWERED: Side.ADDRESSEE,
        EventKind.RETURNED: Side.ISSUER,
        EventKind.REFUSED: Side.ADDRESSEE,
        EventKind.EXCUSED: Side.ISSUER,
        EventKind.WARNED: Side.ISSUER,
        EventKind.WARNED_AGAIN: Side.ISSUER,
        EventKind.REPLACEMENT_PROPOSED: Side.ISSUER,
        EventKind.REPLACEMENT_PERMITTED: Side.MINISTER,
        EventKind.REPLACEMENT_DENIED: Side.MINISTER,
        EventKind.REPLACED: Side.MINISTER,
        EventKind.CLOSED: Side.ISSUER,
        EventKind.WITHDRAWN: Side.ISSUER,
    }
)
"""The addressee answers, the issuer presses and closes, only the minister lets a head of office go."""

WORDS_NEEDED = frozenset(
    {
        EventKind.ANSWERED,
        EventKind.RETURNED,
        EventKind.REFUSED,
        EventKind.EXCUSED,
        EventKind.WARNED,
        EventKind.WARNED_AGAIN,
        EventKind.REPLACEMENT_PROPOSED,
        EventKind.REPLACEMENT_DENIED,
        EventKind.WITHDRAWN,
    }
)
"""Acts that nobody does without saying why, or with what letter."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a line.

    Attributes:
        sequence: From 1 without gaps.
        kind: What happened.
        at: Unix seconds.
        actor: Account, or ``aturan`` for a reminder that came by rule.
        words: Reason, answer or letter.
    """

    sequence: int
    kind: EventKind
    at: int
    actor: str
    words: str = ""
