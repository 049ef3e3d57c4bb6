"""One dated rule of who pays."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class CostAction(Enum):
    """What is paid for."""

    PURCHASE = "purchase"
    REPAIR = "repair"
    REPLACE = "replace"
    RIBBON = "ribbon"
    LINE = "line"


class Payer(Enum):
    """Which budget: of the state or of the region."""

    APBN = "apbn"
    APBD = "apbd"


@dataclass(frozen=True, slots=True)
class Rule:
    """Who pays for what, from when to when.

    Attributes:
        key: Short stable name; costs point here.
        action: What is paid.
        payer: By whom.
        since: First day.
        until: Last day; ``None`` = no end is known.
        words: What was said, Indonesian.
        source: Who said it, where, when.
        place: Only in this region; empty = everywhere.
    """

    key: str
    action: CostAction
    payer: Payer
    since: date
    until: date | None
    words: str
    source: str
    place: str = ""

    def holds(self, on: date, place: str) -> bool:
        """Whether it is in force on a day at a place."""
        inside = not self.place or place == self.place or place.startswith(self.place + ".")
        return inside and self.since <= on and (self.until is None or on <= self.until)
