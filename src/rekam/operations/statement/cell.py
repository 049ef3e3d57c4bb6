"""One cell of a table of figures: empty, a number, or something that nobody can count with."""

import re

from rekam.operations.statement.number import ABOUT, SCALES, plain
from rekam.operations.statement.parameters import HALF
from rekam.operations.statement.reading import Reading, count, exactly, share

EMPTY = frozenset(
    {
        "",
        "-",
        "--",
        "–",
        "—",
        "?",
        "n/a",
        "na",
        "nan",
        "null",
        "none",
        "nihil data",
        "tidak ada data",
        "…",
        "...",
    }
)
MOST = 1e12
"""More people than any column can mean."""

_ABOUT = "|".join(sorted(map(re.escape, ABOUT), key=len, reverse=True))
_CELL = re.compile(
    rf"(?:(?P<about>{_ABOUT})\s*)?(?P<low>\d[\d.,\s_']*?)(?:\s*(?:-|sampai|hingga|s/d|s\.d\.)\s*(?P<high>\d[\d.,]*))?"
    rf"\s*(?P<an>-?an)?\s*(?P<scale>{'|'.join(SCALES)})?(?:-?an)?\s*(?P<unit>%|persen|percent|orang|jiwa|warga|penduduk)?",
    re.IGNORECASE,
)


class NotANumberError(ValueError):
    """The cell says something, and it is no number."""


def count_cell(text: str) -> Reading | None:
    """People in a cell.

    Raises:
        NotANumberError: For anything that is neither empty nor a whole number of people.
    """
    match = _matched(text)
    if match is None:
        return None
    if (match["unit"] or "").lower() in {"%", "persen", "percent"}:
        raise NotANumberError(text)
    scale = SCALES[match["scale"].lower()] if match["scale"] else 1.0
    found = [plain(match[end], fraction=scale > 1) for end in ("low", "high") if match[end]]
    values = [one for one in found if one is not None]
    if len(values) != len(found):
        raise NotANumberError(text)
    people = [one.value * scale for one in values]
    if any(one > MOST for one in people):
        raise NotANumberError(text)
    about = ABOUT.get((match["about"] or "").lower(), "")
    if len(people) == 2:
        return Reading((people[0] + people[1]) / 2, min(people), max(people), 1.0, "about")
    unit = scale / 10 ** values[0].decimals if scale > 1 else 1.0
    if not people[0].is_integer() and scale == 1:
        # "2,4" in a column of people: millions, as the press writes them. The check says so; nothing is refused.
        half = HALF / 10 ** values[0].decimals
        return Reading(people[0], people[0] - half, people[0] + half, 10.0 ** -values[0].decimals, about)
    if match["an"]:
        return Reading(people[0], people[0], people[0] + 10 ** (len(str(round(people[0]))) - 1), 1.0, "over")
    return count(people[0], unit, about) if scale > 1 or about else exactly(people[0])


def percent_cell(text: str) -> Reading | None:
    """A percentage in a cell.

    Raises:
        NotANumberError: For anything else.
    """
    match = _matched(text)
    if match is None:
        return None
    if match["scale"] or (match["unit"] or "%").lower() not in {"%", "persen", "percent"}:
        raise NotANumberError(text)
    found = [plain(match[end], fraction=True) for end in ("low", "high") if match[end]]
    values = [one for one in found if one is not None]
    if len(values) != len(found) or any(one.value > MOST for one in values):
        raise NotANumberError(text)
    if len(values) == 2:
        ends = sorted(one.value for one in values)
        return Reading(sum(ends) / 2, ends[0], ends[1], 1.0, "about")
    about = "about" if match["an"] else ABOUT.get((match["about"] or "").lower(), "")
    return share(values[0].value, values[0].decimals, about)


def _matched(text: str) -> "re.Match[str] | None":
    text = " ".join(text.replace("\u2013", "-").replace("\u2212", "-").split())
    text = re.sub(r"^(?:>=|\u2265|>)\s*", "lebih dari ", text)
    text = re.sub(r"^(?:<=|\u2264|<)\s*", "kurang dari ", text)
    if text.lower() in EMPTY:
        return None
    match = _CELL.fullmatch(text)
    if match is None:
        raise NotANumberError(text)
    return match
