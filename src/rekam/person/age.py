from datetime import date

OBLIGED_AGE = 17
"""Years from which a resident must hold a card (UU 23/2006 as changed by UU 24/2013, art. 63)."""

RECORDING_AGE = 16
"""Years from which offices record; the card follows at 17 (practice of the offices)."""

NEVER_MARRIED = "1"
"""Code of list ``status_kawin``."""


def age(birth: date, on: date) -> int:
    """Full years of a person on a day; negative before birth.

    Who was born on 29 February completes a year on 1 March where there is no 29 February.
    """
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def obliged(birth: date, marital_status: str, on: date) -> bool:
    """Whether a resident must hold a card (*wajib KTP*): aged 17, or ever married.

    Args:
        birth: Date of birth.
        marital_status: Code of list ``status_kawin``.
        on: Day of counting.
    """
    return birth <= on and (age(birth, on) >= OBLIGED_AGE or marital_status != NEVER_MARRIED)


def may_be_recorded(birth: date, marital_status: str, on: date) -> bool:
    """Whether an office records the person: from 16, or when obliged already."""
    return age(birth, on) >= RECORDING_AGE or obliged(birth, marital_status, on)


def is_default_date(birth: date) -> bool:
    """Whether the day is one written for unknown dates: 1 January or 1 July."""
    return (birth.month, birth.day) in {(1, 1), (7, 1)}
