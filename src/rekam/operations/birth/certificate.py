"""A birth certificate as an office enters it: four fields, each held against what is known."""

import re
from dataclasses import dataclass
from datetime import date

from rekam.operations.birth.parameters import NUMBER_LETTERS, OFFICE_LETTERS_MOST
from rekam.problem import Problem

_ALLOWED = re.compile(r"[A-Z0-9][A-Z0-9 ./\-]*[A-Z0-9]")
_SIAK = re.compile(r"(\d{4})-(L[UT])-(\d{2})(\d{2})(\d{4})-(\d{4})")
"""Region of the office, ordinary (LU) or late (LT), day of the entry, running number."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What stands on the paper.

    Attributes:
        number: As printed.
        issued_on: Day of issue; ``None`` = not given or unreadable.
        office: The office that issued it, as printed.
        birth: Date of birth on the paper; ``None`` = not given or unreadable.
    """

    number: str
    issued_on: date | None
    office: str
    birth: date | None


def number_key(number: str) -> str:
    """Equal for the writings of one number: letters large, blanks and signs left out."""
    return re.sub(r"[^A-Z0-9]", "", number.upper())


def check_certificate(paper: Certificate, *, birth: date, today: date) -> list[Problem]:
    """Everything that is wrong with the four fields, in the order of the form.

    Args:
        paper: As typed.
        birth: Date of birth of the child on the register.
        today: Day of noting.
    """
    return [*_number(paper), *_day(paper, birth, today), *_office(paper), *_birth(paper, birth)]


def _number(paper: Certificate) -> list[Problem]:
    written = paper.number.strip().upper()
    least, most = NUMBER_LETTERS
    if not least <= len(written) <= most or not _ALLOWED.fullmatch(written):
        return [Problem("birth.number_unreadable", least=least, most=most)]
    parts = _SIAK.fullmatch(written)
    if parts is None:
        return []
    try:
        entered = date(int(parts[5]), int(parts[4]), int(parts[3]))
    except ValueError:
        return [Problem("birth.number_day_impossible", part=f"{parts[3]}{parts[4]}{parts[5]}")]
    # The number is given on the day of the entry; the paper may be printed later, never earlier.
    if paper.issued_on is not None and entered > paper.issued_on:
        return [Problem("birth.number_after_issue", part=f"{parts[3]}{parts[4]}{parts[5]}")]
    return []


def _day(paper: Certificate, birth: date, today: date) -> list[Problem]:
    if paper.issued_on is None:
        return [Problem("birth.issue_date_needed")]
    if paper.issued_on > today:
        return [Problem("birth.issue_date_future")]
    if paper.issued_on < birth:
        return [Problem("birth.issue_before_birth")]
    return []


def _office(paper: Certificate) -> list[Problem]:
    if not paper.office.strip():
        return [Problem("birth.office_needed")]
    if len(paper.office.strip()) > OFFICE_LETTERS_MOST:
        return [Problem("birth.office_too_long", most=OFFICE_LETTERS_MOST)]
    return []


def _birth(paper: Certificate, birth: date) -> list[Problem]:
    if paper.birth is None:
        return [Problem("birth.birth_date_needed")]
    if paper.birth != birth:
        return [Problem("birth.birth_date_differs")]
    return []
