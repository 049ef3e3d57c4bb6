"""Who pays: a rule with dates, never a constant."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from rekam.operations.fleet.payer_rules import RULES
from rekam.operations.fleet.rule import CostAction, Payer, Rule


class Standing(Enum):
    """How clear the rules of a day are."""

    CLEAR = "clear"
    CONFLICTING = "conflicting"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What holds on a day.

    Attributes:
        rules: Every rule in force, the newest first.
        payer: Whom the newest names; ``None`` when no rule is known.
    """

    rules: tuple[Rule, ...]

    @property
    def payer(self) -> Payer | None:
        """Whom the newest rule names."""
        return self.rules[0].payer if self.rules else None

    @property
    def standing(self) -> Standing:
        """Whether the rules in force agree."""
        if not self.rules:
            return Standing.UNKNOWN
        return Standing.CLEAR if len({rule.payer for rule in self.rules}) == 1 else Standing.CONFLICTING


def payer(action: CostAction, on: date, place: str = "", rules: Sequence[Rule] = RULES) -> Ruling:
    """Who pays for something on a day, every rule in force shown, none hidden behind the newest.

    Args:
        action: What is paid.
        on: The day.
        place: Region code; a rule for one region holds there before the general ones.
        rules: The table.
    """
    found = [rule for rule in rules if rule.action is action and rule.holds(on, place)]
    found.sort(key=lambda rule: (bool(rule.place), rule.since), reverse=True)
    return Ruling(tuple(found))
