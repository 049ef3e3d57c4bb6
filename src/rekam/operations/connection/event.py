from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType


class Kind(Enum):
    """What can happen in a case of suspension; facts in the past tense."""

    OPENED = "opened"
    LETTER_SENT = "letter_sent"
    ANSWERED = "answered"
    CONDITION_SET = "condition_set"
    CONDITION_MET = "condition_met"
    CONDITION_WAIVED = "condition_waived"
    CUT_PROPOSED = "cut_proposed"
    CUT_WITHDRAWN = "cut_withdrawn"
    CUT_CONFIRMED = "cut_confirmed"
    EMERGENCY_CUT = "emergency_cut"
    EMERGENCY_ENDED = "emergency_ended"
    APPEALED = "appealed"
    APPEAL_REFUSED = "appeal_refused"
    RESTORE_PROPOSED = "restore_proposed"
    RESTORE_WITHDRAWN = "restore_withdrawn"
    RESTORE_CONFIRMED = "restore_confirmed"
    CLOSED = "closed"
    NOTED = "noted"
    CUT_TOLD = "cut_told"
    RESTORE_TOLD = "restore_told"


class Ground(Enum):
    """Why an office is warned; the classes that both articles and `domain.md` 1.11 name."""

    OFFICIALS = "officials"
    ORGANISATION = "organisation"
    LATE_REPORTS = "late_reports"
    CONDUCT = "conduct"


Detail = str | int | bool


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One numbered fact of one case.

    Attributes:
        sequence: Place in the case's own numbering, from 1 without gaps; the only order that counts.
        kind: What happened.
        at: Unix seconds.
        actor: Account name; ``centre`` for what ended by itself; the source for what was only read about.
        details: Small values: number of a letter, words, a deadline; ``about`` marks an approximate time.
    """

    sequence: int
    kind: Kind
    at: int
    actor: str
    details: Mapping[str, Detail] = field(default_factory=lambda: MappingProxyType({}))

    def text(self, name: str) -> str:
        """A value as text; empty if there is none."""
        return str(self.details.get(name, ""))

    def number(self, name: str) -> int:
        """A value as a number; 0 if there is none."""
        value = self.details.get(name, 0)
        return value if isinstance(value, int) else 0
