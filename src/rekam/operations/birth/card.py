"""The child identity card (KIA)."""

from datetime import date, timedelta

from rekam.operations.birth.age import birthday, may_hold_child_card
from rekam.operations.birth.parameters import CARD_YEARS, YOUNG_CARD_YEARS
from rekam.person import age
from rekam.problem import Problem


def valid_until(birth: date, issued_on: date) -> date:
    """Last day of a card: the day before the 5th birthday if issued before it, else the day before the 17th.

    Args:
        birth: Of the child.
        issued_on: Day of issue.

    Raises:
        Problem: ``birth.card_age`` when the child is not born or 17 already.
    """
    if not 0 <= age(birth, issued_on) < CARD_YEARS:
        raise Problem("birth.card_age", years=CARD_YEARS)
    years = YOUNG_CARD_YEARS if age(birth, issued_on) < YOUNG_CARD_YEARS else CARD_YEARS
    return birthday(birth, years) - timedelta(days=1)


def check_card(birth: date, marital_status: str, issued_on: date | None, *, today: date) -> list[Problem]:
    """What is wrong with a card that an office wants to note.

    Args:
        birth: Of the child.
        marital_status: Code of list ``status_kawin``.
        issued_on: Day of issue; ``None`` = not given or unreadable.
        today: Day of noting.
    """
    if issued_on is None:
        return [Problem("birth.card_date_needed")]
    if issued_on > today:
        return [Problem("birth.card_date_future")]
    if issued_on < birth:
        return [Problem("birth.card_before_birth")]
    if not may_hold_child_card(birth, marital_status, issued_on):
        return [Problem("birth.card_age", years=CARD_YEARS)]
    return []
