"""Two denominators for one place in one month."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import combinations

from rekam.operations.statement.finding import Finding, Kind
from rekam.operations.statement.sheet import Sheet

_CUT = re.compile(
    r"\b(?:semester|DKB)\s+(?:semester\s+)?(?:(I{1,2}|[12])\b)?\s*(?:tahun\s+)?(\d{4})?", re.IGNORECASE
)


def check_denominators(sheet: Sheet, unsound: Collection[int]) -> Iterator[Finding]:
    """``denominator_conflict``; two data cuts that are both named are no conflict.

    Args:
        sheet: The statements.
        unsound: Rows whose denominator counts something else.
    """
    for group in sheet.by_place.values():
        months: dict[tuple[int, int], list[int]] = defaultdict(list)
        for place in group:
            day = sheet.statements[place].day
            if day is not None and place not in unsound and sheet.figures[place].obliged is not None:
                months[day.year, day.month].append(place)
        for places in months.values():
            yield from _in_month(sheet, places)


def _in_month(sheet: Sheet, places: list[int]) -> Iterator[Finding]:
    told: set[tuple[float, float]] = set()
    for one, two in combinations(places[:50], 2):
        first, second = sheet.figures[one].obliged, sheet.figures[two].obliged
        assert first is not None
        assert second is not None
        if first.same(second) or (first.value, second.value) in told:
            continue
        cuts = data_cut(sheet.statements[one].words), data_cut(sheet.statements[two].words)
        if all(cuts) and cuts[0] != cuts[1]:
            continue
        told.add((first.value, second.value))
        yield Finding(
            Kind.DENOMINATOR_CONFLICT, (one, two), "denominators",
            {"whole": first.whole, "other": second.whole, "off": abs(first.whole - second.whole)},
        )  # fmt: skip


def data_cut(words: str) -> str:
    """The data cut that a remark names, ``1 2019``; empty = none."""
    match = _CUT.search(words)
    if match is None or not (match[1] or match[2]):
        return ""
    half = {"i": "1", "ii": "2"}.get((match[1] or "").lower(), match[1] or "")
    return f"{half} {match[2] or ''}".strip()
