"""One large number for two places of one list."""

from collections import defaultdict
from collections.abc import Iterator

from rekam.operations.statement.finding import Finding, Kind
from rekam.operations.statement.parameters import ROUND_ZEROS, TWIN_LEAST
from rekam.operations.statement.reading import Reading
from rekam.operations.statement.sheet import Sheet, parent_of
from rekam.operations.statement.statement import Statement

MEASURES = ("population", "obliged", "recorded", "missing")


def check_twins(sheet: Sheet) -> Iterator[Finding]:
    """``duplicated_value`` between rows of one list and inside one sentence."""
    for together in sheet.lists():
        seen: dict[tuple[str, str | None, float], dict[str, int]] = defaultdict(dict)
        for place in together:
            statement = sheet.statements[place]
            for measure in MEASURES:
                reading: Reading | None = getattr(statement, measure)
                if reading is not None and _large(reading):
                    key = (measure, parent_of(statement.place), reading.value)
                    seen[key].setdefault(statement.place, place)
        for (_, _, value), places in seen.items():
            if len(places) > 1:
                at = tuple(places.values())
                names = ", ".join(sheet.statements[place].name for place in at)
                yield Finding(Kind.DUPLICATED_VALUE, at, "twins", {"printed": round(value), "names": names})
    for place, statement in enumerate(sheet.statements):
        yield from _in_list(place, statement)


def _in_list(place: int, statement: Statement) -> Iterator[Finding]:
    names_of: dict[float, list[str]] = defaultdict(list)
    for name, reading in statement.note.listed:
        if _large(reading):
            names_of[reading.value].append(name)
    for value, names in names_of.items():
        if len(set(names)) > 1:
            yield Finding(
                Kind.DUPLICATED_VALUE, (place,), "twins", {"printed": round(value), "names": ", ".join(names)}
            )


def _large(reading: Reading) -> bool:
    """Large and to the last person; two places may well share a rounded number."""
    return reading.value >= TWIN_LEAST and reading.value % 10**ROUND_ZEROS != 0
