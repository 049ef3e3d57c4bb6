"""What may happen next in a case: the one table that pages, use cases and tests read."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from rekam.operations.connection.event import Kind


class Stage(Enum):
    """Where a case stands."""

    BEGINNING = "beginning"
    OPEN = "open"
    CUT_PROPOSED = "cut_proposed"
    CUT = "cut"
    EMERGENCY = "emergency"
    RESTORE_PROPOSED = "restore_proposed"
    RESTORED = "restored"
    CLOSED = "closed"


_NEXT: dict[Stage, dict[Kind, Stage]] = {
    Stage.BEGINNING: {Kind.OPENED: Stage.OPEN},
    Stage.OPEN: {
        Kind.LETTER_SENT: Stage.OPEN,
        Kind.ANSWERED: Stage.OPEN,
        Kind.CONDITION_SET: Stage.OPEN,
        Kind.CONDITION_MET: Stage.OPEN,
        Kind.CONDITION_WAIVED: Stage.OPEN,
        Kind.CUT_PROPOSED: Stage.CUT_PROPOSED,
        Kind.EMERGENCY_CUT: Stage.EMERGENCY,
        Kind.CUT_TOLD: Stage.CUT,
        Kind.CLOSED: Stage.CLOSED,
    },
    Stage.CUT_PROPOSED: {
        Kind.ANSWERED: Stage.CUT_PROPOSED,
        Kind.CUT_CONFIRMED: Stage.CUT,
        Kind.CUT_WITHDRAWN: Stage.OPEN,
    },
    Stage.EMERGENCY: {
        Kind.LETTER_SENT: Stage.EMERGENCY,
        Kind.ANSWERED: Stage.EMERGENCY,
        Kind.CONDITION_SET: Stage.EMERGENCY,
        Kind.CONDITION_MET: Stage.EMERGENCY,
        Kind.CONDITION_WAIVED: Stage.EMERGENCY,
        # By itself, or earlier by one person: to end a cut needs fewer eyes than to begin one.
        Kind.EMERGENCY_ENDED: Stage.OPEN,
    },
    Stage.CUT: {
        Kind.LETTER_SENT: Stage.CUT,
        Kind.ANSWERED: Stage.CUT,
        # No further condition: what opens the connection again is settled before it is cut.
        Kind.CONDITION_MET: Stage.CUT,
        Kind.CONDITION_WAIVED: Stage.CUT,
        Kind.APPEALED: Stage.CUT,
        Kind.APPEAL_REFUSED: Stage.CUT,
        Kind.RESTORE_PROPOSED: Stage.RESTORE_PROPOSED,
        Kind.RESTORE_TOLD: Stage.RESTORED,
    },
    Stage.RESTORE_PROPOSED: {
        Kind.ANSWERED: Stage.RESTORE_PROPOSED,
        Kind.RESTORE_CONFIRMED: Stage.RESTORED,
        Kind.RESTORE_WITHDRAWN: Stage.CUT,
    },
    Stage.RESTORED: {},
    Stage.CLOSED: {},
}

NEXT: Mapping[Stage, Mapping[Kind, Stage]] = MappingProxyType(
    {
        stage: MappingProxyType(moves if stage is Stage.BEGINNING else {**moves, Kind.NOTED: stage})
        for stage, moves in _NEXT.items()
    }
)
"""Stage after each event that is allowed in a stage. A remark can always be added, also when all is over."""

CUT_OFF = frozenset({Stage.CUT, Stage.EMERGENCY, Stage.RESTORE_PROPOSED})
"""Stages in which the office has no connection."""

ENDED = frozenset({Stage.RESTORED, Stage.CLOSED})
"""Stages after which nothing but remarks comes."""
