"""Numbers as Indonesians and others write them: 2.454.206, 2,454,206, 88,50, "2,1 juta"."""

import re
from dataclasses import dataclass

SCALES = {
    "ribu": 1e3, "rb": 1e3, "k": 1e3, "thousand": 1e3, "juta": 1e6, "jt": 1e6, "million": 1e6,
    "miliar": 1e9, "milyar": 1e9, "billion": 1e9,
}  # fmt: skip

ABOUT = {
    "sekitar": "about", "kira-kira": "about", "kurang lebih": "about", "lebih kurang": "about",
    "berkisar": "about", "kisaran": "about", "±": "about", "~": "about", "about": "about", "around": "about",
    "some": "about", "sebanyak lebih kurang": "about", "hampir": "under", "nyaris": "under", "almost": "under",
    "nearly": "under", "mendekati": "under", "kurang dari": "under", "di bawah": "under", "dibawah": "under",
    "less than": "under", "under": "under", "below": "under", "lebih dari": "over", "di atas": "over",
    "diatas": "over", "melebihi": "over", "lebih": "over", "more than": "over", "over": "over", "above": "over",
}  # fmt: skip
"""Words before a number and what they do to it."""

DIGITS = r"\d+(?:[.,\u00a0\u202f]\d+)*"
_GROUPS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


@dataclass(frozen=True, slots=True)
class Plain:
    """A number with the decimals that it was printed with."""

    value: float
    decimals: int


def plain(text: str, *, fraction: bool) -> Plain | None:
    """The number of a run of digits, points and commas; ``None`` if it is none.

    Args:
        text: ``2.454.206``.
        fraction: Whether a single point or comma begins decimals (percentages, and numbers before "juta");
            otherwise it groups thousands where three digits follow.
    """
    text = re.sub(r"[\s\u00a0\u202f_']", "", text)
    if re.fullmatch(r"\d+", text):
        return Plain(float(text), 0) if len(text) <= 15 else None
    if not re.fullmatch(r"\d+(?:[.,]\d+)+", text) or len(text) > 24:
        return None
    points, commas = text.count("."), text.count(",")
    if points and commas:
        mark = "." if text.rfind(".") > text.rfind(",") else ","
        return _decimal(text, mark) if text.count(mark) == 1 else None
    mark = "." if points else ","
    if points + commas > 1:
        return Plain(float(text.replace(mark, "")), 0) if _GROUPS.fullmatch(text) else None
    head, tail = text.split(mark)
    if not fraction and len(tail) == 3 and len(head) <= 3 and not head.startswith("0"):
        return Plain(float(head + tail), 0)
    return Plain(float(f"{head}.{tail}"), len(tail))


def _decimal(text: str, mark: str) -> Plain | None:
    head, tail = text.split(mark)
    other = "," if mark == "." else "."
    if not _GROUPS.fullmatch(head.replace(other, ".")) or other in tail:
        return None
    return Plain(float(f"{head.replace(other, '')}.{tail}"), len(tail))
