"""Numbers as people type them into the forms of obstacles and power: ``2,5`` or ``2.5``; empty = not known."""

import re
from math import isfinite

from rekam.problem import Problem

_LONGEST = 12
_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?:\D|$))")


def hours_in(text: str, otherwise: Problem) -> float | None:
    """A number with or without decimals; ``None`` for an empty field.

    Raises:
        Problem: ``otherwise``, if it is none.
    """
    typed = text.strip()
    if not typed:
        return None
    # A point before exactly three digits parts thousands, as in 1.500; else it is a decimal, as in 2.5.
    plain = _THOUSANDS.sub("", typed).replace(",", ".", 1)
    if len(typed) > _LONGEST or not typed.isascii() or set(plain) - set("0123456789."):
        raise otherwise
    try:
        value = float(plain)
    except ValueError:
        raise otherwise from None
    if not isfinite(value):
        raise otherwise
    return value


def number_in(text: str, otherwise: Problem) -> int | None:
    """A whole number, thousands with points allowed; ``None`` for an empty field.

    Raises:
        Problem: ``otherwise``, if it is none.
    """
    typed = text.strip().replace(".", "")
    if not typed:
        return None
    if not typed.isascii() or not typed.isdecimal() or len(typed) > _LONGEST:
        raise otherwise
    return int(typed)
