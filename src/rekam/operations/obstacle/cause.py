"""What takes recording-hours and people, and who has to act."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType


class Cause(Enum):
    """One cause; the value is stored."""

    POWER = "power"
    DEVICE = "device"
    SUSPENSION = "suspension"
    LINE = "line"
    BLANKS = "blanks"
    STAFF = "staff"
    TERRAIN = "terrain"
    AWARENESS = "awareness"
    HOME = "home"
    DENOMINATOR = "denominator"
    UNKNOWN = "unknown"


PRIORITY: tuple[Cause, ...] = (
    Cause.POWER,
    Cause.DEVICE,
    Cause.SUSPENSION,
    Cause.LINE,
    Cause.BLANKS,
    Cause.STAFF,
    Cause.TERRAIN,
    Cause.AWARENESS,
    Cause.UNKNOWN,
)
"""Who gets an hour that two causes claim: what would have stopped the work even if all behind it had been
mended stands first (no power, no working device), then what others decide (suspension, line), then what the
office arranges itself, then the residents. House choice, docs/adr/0011."""

OF_PEOPLE: tuple[Cause, ...] = (Cause.DENOMINATOR, Cause.AWARENESS, Cause.HOME)
"""Causes that stand against names; only awareness also takes hours."""

REPORTABLE: tuple[Cause, ...] = tuple(cause for cause in PRIORITY if cause is not Cause.UNKNOWN)
"""Causes that somebody may report hours for."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Who has to act on a cause.

    Attributes:
        post: Post of the register of officials.
        width: Letters of the place's code at which the post exists: 0 nation, 2 province, 5 kabupaten/kota,
            8 kecamatan.
    """

    post: str
    width: int


DUTIES: Mapping[Cause, Duty] = MappingProxyType(
    {
        # The region has to arrange current for its offices; Permendagri 8/2016 leaves the counter to it.
        Cause.POWER: Duty("head_of_office", 5),
        Cause.DEVICE: Duty("head_of_office", 5),
        # Only the directorate general cuts and restores (domain 1.11), and it rents the lines (domain 1.9).
        Cause.SUSPENSION: Duty("director_general", 0),
        Cause.LINE: Duty("director_general", 0),
        # Blanks come from the ministry by the count of print-ready records (domain 1.8).
        Cause.BLANKS: Duty("director_general", 0),
        Cause.STAFF: Duty("head_of_office", 5),
        Cause.TERRAIN: Duty("head_of_office", 5),
        # The camat signs the summons and has it delivered (domain 1.2).
        Cause.AWARENESS: Duty("camat", 8),
        Cause.HOME: Duty("head_of_unit", 8),
        # The office proposes who is to be taken off the list (domain 1.12).
        Cause.DENOMINATOR: Duty("head_of_office", 5),
        Cause.UNKNOWN: Duty("head_of_office", 5),
    }
)
