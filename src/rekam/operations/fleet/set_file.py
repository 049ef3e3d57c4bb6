"""A register of sets as a table: read whole, every mistake named by its line, nothing taken half."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import StringIO

from rekam.operations.fleet.component import ComponentKind, Condition
from rekam.problem import Problem

COLUMNS = ("set", "wilayah", "jenis", "merek", "seri", "tahun", "pemilik", "kondisi")
"""One line a component: set number, dotted region code, kind, make and model, serial number, year bought,
``negara`` or ``daerah``, condition."""

OWNERS = {"negara": "state", "daerah": "region", "": "unknown"}
CONDITIONS = {
    "baik": Condition.GOOD,
    "rusak ringan": Condition.LIGHT,
    "rusak berat": Condition.HEAVY,
    "belum diperiksa": Condition.UNCHECKED,
    "hilang": Condition.LOST,
    "dicuri": Condition.STOLEN,
}
YEARS = range(2009, 2101)
"""From the first trial of KTP-el on."""

TEXT_MOST = 120
"""Letters of a label, a serial or a set's number."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """One component of the file."""

    line: int
    set_id: str
    place: str
    kind: ComponentKind
    label: str
    serial: str
    bought: int
    owner: str
    condition: Condition


def read_sets(text: str, known: Callable[[str], bool]) -> tuple[list[SetLine], list[Problem]]:
    """The lines of a file and its mistakes; a file with one mistake is not loaded.

    Args:
        text: CSV with the heading ``COLUMNS``.
        known: Whether a region code exists.
    """
    rows = csv.reader(StringIO(text.removeprefix("\ufeff")))
    try:
        heading = tuple(cell.strip().casefold() for cell in next(rows, []))
        if heading != COLUMNS:
            return [], [Problem("fleet.file_heading", wanted=", ".join(COLUMNS))]
        return _lines(rows, known)
    except csv.Error:
        return [], [Problem("fleet.file_heading", wanted=", ".join(COLUMNS))]


def _lines(rows: Iterable[list[str]], known: Callable[[str], bool]) -> tuple[list[SetLine], list[Problem]]:
    found: list[SetLine] = []
    problems: list[Problem] = []
    places: dict[str, str] = {}
    for number, cells in enumerate(rows, start=2):
        if not any(cells):
            continue
        if len(cells) != len(COLUMNS):
            problems.append(Problem("fleet.file_cells", line=number, count=len(cells), wanted=len(COLUMNS)))
            continue
        line = dict(zip(COLUMNS, (cell.strip() for cell in cells), strict=True))
        wrong = _wrong(number, line, known)
        if not wrong and places.setdefault(line["set"], line["wilayah"]) != line["wilayah"]:
            wrong.append(Problem("fleet.file_set_twice", line=number, set=line["set"]))
        problems += wrong
        if not wrong:
            found.append(
                SetLine(
                    number, line["set"], line["wilayah"], ComponentKind(line["jenis"]), line["merek"],
                    line["seri"], int(line["tahun"] or 0), OWNERS[line["pemilik"].casefold()],
                    CONDITIONS[line["kondisi"].casefold()],
                )
            )  # fmt: skip
    if not found and not problems:
        problems.append(Problem("fleet.file_empty"))
    return found, problems


def _wrong(number: int, line: dict[str, str], known: Callable[[str], bool]) -> list[Problem]:
    kinds = {kind.value for kind in ComponentKind}
    year = line["tahun"]
    checks = {
        "set": bool(line["set"]) and len(line["set"]) <= TEXT_MOST and line["set"].isprintable(),
        "wilayah": known(line["wilayah"]),
        "jenis": line["jenis"] in kinds,
        "merek": len(line["merek"]) <= TEXT_MOST and line["merek"].isprintable(),
        "seri": len(line["seri"]) <= TEXT_MOST and line["seri"].isprintable(),
        "tahun": not year or (year.isascii() and year.isdecimal() and len(year) == 4 and int(year) in YEARS),
        "pemilik": line["pemilik"].casefold() in OWNERS,
        "kondisi": line["kondisi"].casefold() in CONDITIONS,
    }
    return [
        Problem("fleet.file_value", line=number, column=column, value=line[column][:40])
        for column, right in checks.items()
        if not right
    ]
