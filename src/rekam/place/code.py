"""The dotted region code ``PP.KK.CC.DDDD`` of the Ministry of Home Affairs."""

import re

from rekam.place.level import Level
from rekam.problem import Problem

_PARTS = re.compile(r"(\d{2})(?:\.?(\d{2})(?:\.?(\d{2})(?:\.?(\d{4}))?)?)?")
_LENGTHS = {2: Level.PROVINCE, 5: Level.REGENCY, 8: Level.DISTRICT, 13: Level.VILLAGE}


def dotted(text: str) -> str:
    """The code in its dotted form.

    Args:
        text: ``15.02.01``, ``150201`` or the same with blanks around it.

    Raises:
        Problem: ``place.bad_code`` if it is not 2, 4, 6 or 10 digits.
    """
    match = _PARTS.fullmatch(text.strip()) if text.isascii() else None
    if match is None:
        raise Problem("place.bad_code", region=text[:20])
    return ".".join(part for part in match.groups() if part is not None)


def plain(code: str) -> str:
    """The code as digits only, the way a NIK begins."""
    return code.replace(".", "")


def level_of(code: str) -> Level:
    """Level of a dotted code.

    Raises:
        Problem: ``place.bad_code`` if no level has codes of this length.
    """
    level = _LENGTHS.get(len(code))
    if level is None:
        raise Problem("place.bad_code", region=code[:20])
    return level


def parent_of(code: str) -> str | None:
    """Dotted code of the region above; None above a province."""
    return code.rpartition(".")[0] or None


def cut_to(code: str, level: Level) -> str:
    """The ancestor of a dotted code at a level (itself where it is at that level already)."""
    return ".".join(code.split(".")[:level])
