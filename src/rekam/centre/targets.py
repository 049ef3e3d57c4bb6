"""Setting a target: how much, by when, on what ground; the older ones stay readable."""

import re
from dataclasses import dataclass
from datetime import date

from rekam.centre.centre import Centre
from rekam.edge.store.centre import audit
from rekam.edge.store.centre.targets import put_target
from rekam.operations.coverage import STEPS
from rekam.problem import Problem

_PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d{1,4}))?\s*(?:%|persen)?")
BASIS_LETTERS_LEAST = 5
"""Shorter than this names no letter, decision or article."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A target as somebody wants it.

    Attributes:
        place: Region code; empty = the nation.
        step: One of `STEPS`.
        fraction: 1.0 = everybody.
        by_day: Last day.
        basis: Letter, decision or article behind it.
    """

    place: str
    step: str
    fraction: float
    by_day: date
    basis: str


def read_wish(
    place: str, *, step: str, percent: str, by_day: str, basis: str, today: date
) -> tuple[Wish | None, list[Problem]]:
    """A target as it was typed, or everything that is wrong with it.

    Args:
        place: Region code, checked before.
        step: One of `STEPS`.
        percent: ``100``, ``99,5``.
        by_day: ``2017-12-31``.
        basis: Letter, decision or article.
        today: Today in WIB.
    """
    problems = []
    if step not in STEPS:
        problems.append(Problem("coverage.step_unknown"))
    number = _PERCENT.fullmatch(percent.strip())
    share = round(float(f"{number[1]}.{number[2] or 0}") / 100, 6) if number else 0.0
    if not 0 < share <= 1:
        problems.append(Problem("coverage.target_percent"))
    day = _day(by_day)
    if day is None or day < today:
        problems.append(Problem("coverage.target_day"))
    if len(basis.strip()) < BASIS_LETTERS_LEAST:
        problems.append(Problem("coverage.target_basis", least=BASIS_LETTERS_LEAST))
    if problems or day is None:
        return None, problems
    return Wish(place, step, share, day, basis.strip()[:500]), []


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def set_target(centre: Centre, wish: Wish, *, set_by: str, actor: str) -> int:
    """Keep a target, with its line in the audit; its number.

    Args:
        centre: The open centre.
        wish: What `read_wish` found sound.
        set_by: Who orders it, as pages show it.
        actor: Account that writes it down.
    """
    now = centre.now()
    with centre.store.database.transaction() as connection:
        number = put_target(
            connection, wish.place, step=wish.step, fraction=wish.fraction, by_day=wish.by_day,
            set_by=set_by, basis=wish.basis, at=now,
        )  # fmt: skip
        audit.write(
            connection, actor, "keep_targets", wish.place, wish.place, at=now,
            details={
                "target": number, "step": wish.step, "percent": f"{100 * wish.fraction:.4g}",
                "by_day": wish.by_day.isoformat(),
            },
        )  # fmt: skip
    return number
