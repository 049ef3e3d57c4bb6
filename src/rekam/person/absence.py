"""Why somebody who is obliged has not come to be recorded, as found at their door."""

from dataclasses import dataclass
from enum import Enum

REMARK_CHARACTERS_MOST = 160
REMARK_BYTES_MOST = 320
"""A remark beside a reason, characters and bytes of UTF-8; short, so that its note fits one sealed journal entry."""


class Absence(Enum):
    """Reason against a name; the value is stored and delivered."""

    DEAD = "dead"
    MOVED = "moved"
    ABROAD = "abroad"
    REFUSES = "refuses"
    ILL = "ill_at_home"
    DOUBLE = "double"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceNote:
    """One note against a name.

    Attributes:
        nik: The resident.
        absence: Why they are missing; ``None`` = the reason noted before is lifted.
        remark: What the operator wrote beside it.
        at: Unix seconds.
        by: Account that noted it.
    """

    nik: str
    absence: Absence | None
    remark: str
    at: int
    by: str
