"""What people write into the fleet's forms, read and limited."""

import re
from datetime import date

from rekam.centre.fleet.parameters import REASON_LETTERS_LEAST, RUPIAH_MOST, TEXT_LETTERS_MOST
from rekam.edge.store.centre.fleet_ticket import Paper
from rekam.problem import Problem

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_RUPIAH = re.compile(r"(?:rp\s*)?(\d{1,3}(?:\.\d{3})*|\d+)(?:,-)?", re.ASCII | re.IGNORECASE)
"""``3.600.000``, ``3600000``, ``Rp 3.600.000,-``."""


def line_of(text: str) -> str:
    """One printable line, blanks joined.

    Raises:
        Problem: ``fleet.text_too_long``.
    """
    found = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    if len(found) > TEXT_LETTERS_MOST:
        raise Problem("fleet.text_too_long", limit=TEXT_LETTERS_MOST)
    return found


def reason_of(text: str, code: str = "fleet.reason_needed") -> str:
    """A reason that says something.

    Raises:
        Problem: ``fleet.reason_needed`` or the code given, ``fleet.text_too_long``.
    """
    found = line_of(text)
    if len(found) < REASON_LETTERS_LEAST:
        raise Problem(code, least=REASON_LETTERS_LEAST)
    return found


def day_of(text: str, today: date) -> date:
    """A day of the past or today.

    Raises:
        Problem: ``fleet.date_bad``.
    """
    try:
        found = date.fromisoformat(text.strip()) if _DAY.fullmatch(text.strip()) else None
    except ValueError:
        found = None
    if found is None or found > today:
        raise Problem("fleet.date_bad")
    return found


def paper_of(giver: str, taker: str, letter: str, on: str, today: date) -> Paper:
    """The paper of a hand-over.

    Raises:
        Problem: ``fleet.paper_needed``, ``fleet.date_bad``, ``fleet.text_too_long``.
    """
    gives, takes, number = line_of(giver), line_of(taker), line_of(letter)
    if not (gives and takes and number and on.strip()):
        raise Problem("fleet.paper_needed")
    return Paper(gives, takes, number, day_of(on, today))


def rupiah_of(text: str) -> int:
    """Whole rupiah as people write them.

    Raises:
        Problem: ``fleet.rupiah_bad``.
    """
    match = _RUPIAH.fullmatch(text.strip())
    found = int(match[1].replace(".", "")) if match and len(match[1]) < 20 else 0
    if not 0 < found <= RUPIAH_MOST:
        raise Problem("fleet.rupiah_bad", most=f"{RUPIAH_MOST:,}".replace(",", "."))
    return found
