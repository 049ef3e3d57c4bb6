"""Which birthday falls when, and who is a child on a day."""

from datetime import date

from rekam.operations.birth.parameters import CARD_YEARS, CHILD_YEARS
from rekam.person import age
from rekam.person.age import NEVER_MARRIED


def birthday(birth: date, years: int) -> date:
    """The day on which somebody completes so many years.

    Who was born on 29 February completes them on 1 March where there is no 29 February, as `rekam.person.age`.
    """
    try:
        return birth.replace(year=birth.year + years)
    except ValueError:
        return date(birth.year + years, 3, 1)


def newest_birth(on: date, years: int) -> date:
    """The latest day of birth with which one has completed so many years on a day; everybody later is younger."""
    try:
        return on.replace(year=on.year - years)
    except ValueError:  # 29 February: the day before is the last on which anybody of a common year was born
        return date(on.year - years, 2, 28)


def is_child(birth: date, on: date) -> bool:
    """Whether somebody counts among the children of 0-18 on a day: born, and not 18 yet."""
    return birth <= on and age(birth, on) < CHILD_YEARS


def leaves_on(birth: date) -> date:
    """The day on which a child leaves the count: the 18th birthday."""
    return birthday(birth, CHILD_YEARS)


def may_hold_child_card(birth: date, marital_status: str, on: date) -> bool:
    """Whether a child identity card is theirs: under 17 and never married (Permendagri 2/2016 art. 1 no. 7)."""
    return birth <= on and age(birth, on) < CARD_YEARS and marital_status == NEVER_MARRIED


def needs_card_on(birth: date) -> date:
    """The 17th birthday: from it a resident must hold a KTP-el."""
    return birthday(birth, CARD_YEARS)
