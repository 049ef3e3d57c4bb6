"""What people type into the forms of directives: days, goals, boxes that were ticked."""

from collections.abc import Mapping
from datetime import date

from rekam.operations.directive import KINDS
from rekam.problem import Problem


def day_typed(text: str) -> date:
    """A day as the browser sends it.

    Raises:
        Problem: ``directive.day_wrong``.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise Problem("directive.day_wrong", day=text.strip()[:30] or "–") from None


def day_or_none(text: str) -> date | None:
    """A day, or nothing where nothing was typed.

    Raises:
        Problem: ``directive.day_wrong``.
    """
    return day_typed(text) if text.strip() else None


def goal_typed(kind: str, text: str) -> float | None:
    """A goal: per cent for shares (``88,5``), a whole count otherwise; ``None`` where nothing was typed.

    Raises:
        Problem: ``directive.goal_wrong``.
    """
    plain = text.replace("%", "").strip()
    if not plain:
        return None
    try:
        share = kind in KINDS and KINDS[kind].share
        # 1.500 is one thousand five hundred, 88,5 a half.
        value = float(plain.replace(".", "").replace(",", "."))
    except ValueError:
        raise Problem("directive.goal_wrong", goal=text.strip()[:20]) from None
    return value / 100 if share else value


def ticked(form: Mapping[str, str], prefix: str) -> tuple[str, ...]:
    """The boxes of one group that were ticked, by what stands behind the prefix of their names."""
    return tuple(sorted(name.removeprefix(prefix) for name in form if name.startswith(prefix)))


def number_in(text: str | None) -> int | None:
    """A number out of an address; ``None`` for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 18 else None
