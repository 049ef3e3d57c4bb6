"""Percentages of something else than the obliged residents of a place."""

import re
from collections.abc import Iterator
from statistics import median

from rekam.operations.statement.finding import Finding, Kind
from rekam.operations.statement.mention import ITEMS, SETS, Role
from rekam.operations.statement.number import DIGITS, plain
from rekam.operations.statement.parameters import BASE_SPAN, SMALL_BASE, THOUSAND
from rekam.operations.statement.sheet import Sheet
from rekam.operations.statement.statement import Statement
from rekam.operations.statement.subjects import Subject

_OTHER = r"(?:target\w*|sisa\w*|kuota|pemula|siswa|pelajar|undangan|warga binaan|penghuni|yang diundang|yang belum|the rest|remaining|belum rekam|antrean)"
_OF_OTHER = re.compile(
    rf"\b(?:persen|%|percent)\s+(?:dari|of)\s+(?:\w+\s+){{0,2}}?(?P<what>{_OTHER}|(?:jumlah |total )?penduduk|population)\b"
    r"(?!\s*(?:nasional\s*|akhir tahun\s*)?\d+(?:[.,]\d+)?\s*(?:persen|%))",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"\bbukan (?:dari )?(?:seluruh|semua|total|jumlah)\b|\bnot (?:of )?all\b", re.IGNORECASE
)
_AFTER = 12
"""Letters behind a number in which "wajib KTP" still belongs to it."""

_NUMBER_OF_OTHER = re.compile(
    rf"\b{_OTHER}\b[^.;\d]{{0,25}}(?P<before>{DIGITS})|(?P<after>{DIGITS})[^.;\d]{{0,25}}\b{_OTHER}\b",
    re.IGNORECASE,
)


def check_bases(sheet: Sheet) -> Iterator[Finding]:
    """``other_base``: what the words say, what the other rows of the place say."""
    for place, statement in enumerate(sheet.statements):
        whole = sheet.figures[place].obliged
        counted = whole.whole if whole else 0
        if _says_other(sheet, place, statement):
            yield Finding(Kind.OTHER_BASE, (place,), "said_base", {"whole": counted})
    for group in sheet.by_place.values():
        yield from _of_group(sheet, group)
    yield from _devices(sheet)


def _says_other(sheet: Sheet, place: int, statement: Statement) -> bool:
    if statement.subject is not Subject.RECORDING:
        return False
    figures = sheet.figures[place]
    if figures.percent is None and figures.recorded is None:
        return False
    words = statement.words
    if _OF_OTHER.search(words) or (_NOT_ALL.search(words) and re.search(r"\bwajib\b", words, re.IGNORECASE)):
        return True
    whole = figures.obliged
    if whole is None or (figures.missing is not None and figures.missing.value == whole.value):
        return False
    for match in _NUMBER_OF_OTHER.finditer(words):
        number = plain(match["before"] or match["after"], fraction=False)
        if number is not None and number.value == whole.value:
            return not _is_everybody(sheet, place, words[match.start() : match.end() + _AFTER])
    return False


def _is_everybody(sheet: Sheet, place: int, phrase: str) -> bool:
    """Whether "target 236.124" is only another word for all who are obliged."""
    if re.search(r"\bwajib\b", phrase, re.IGNORECASE) and not re.search(
        r"\b(?:sisa|belum|bukan|pemula|the rest)\b", phrase, re.IGNORECASE
    ):
        return True
    statement, whole = sheet.statements[place], sheet.figures[place].obliged
    if whole is None:
        return False
    if (
        statement.population
        and statement.population.value
        and whole.value / statement.population.value > BASE_SPAN
    ):
        return True
    others = [
        base.value for other in sheet.by_place[statement.place, statement.subject]
        if other != place and (base := sheet.figures[other].base) is not None
    ]  # fmt: skip
    return bool(others) and whole.value > BASE_SPAN * median(others)


def _of_group(sheet: Sheet, group: list[int]) -> Iterator[Finding]:
    bases = {
        place: base for place in group if (base := sheet.figures[place].base) is not None and base.value > 0
    }
    for place, base in bases.items():
        others = [other.value for another, other in bases.items() if another != place]
        if not others:
            continue
        ratio = base.value / median(others)
        values: dict[str, object] = {"whole": base.whole, "others": round(median(others))}
        thousandth = 0.8 < ratio * THOUSAND < 1.25
        thousandfold = 0.8 < ratio / THOUSAND < 1.25 and len(others) > 1
        if thousandth or thousandfold:
            yield Finding(Kind.UNIT_CONFUSION, (place,), "thousands_of_base", values)
        elif ratio < SMALL_BASE:
            yield Finding(Kind.OTHER_BASE, (place,), "small_base", values)


def _devices(sheet: Sheet) -> Iterator[Finding]:
    """One percentage of broken devices said of two different totals: 19,3 % of 6.465 and of 12 thousand."""
    known: list[tuple[int, float, float]] = []
    for place in sorted(
        range(len(sheet.statements)), key=lambda one: (str(sheet.statements[one].day or ""), one)
    ):
        statement = sheet.statements[place]
        whole, broken = _fleet_of(sheet, place, statement)
        if whole is None or broken is None:
            continue
        for earlier, other_whole, other_broken in known:
            same_place = sheet.statements[earlier].place == statement.place
            if same_place and abs(broken - other_broken) <= 0.1 and not 2 / 3 < whole / other_whole < 3 / 2:
                values: dict[str, object] = {
                    "printed_percent": broken,
                    "whole": round(whole),
                    "others": round(other_whole),
                }
                yield Finding(Kind.OTHER_BASE, (place,), "device_base", values, beside=(earlier,))
                break
        known.append((place, whole, broken))


def _fleet_of(sheet: Sheet, place: int, statement: Statement) -> tuple[float | None, float | None]:
    if statement.subject is Subject.DEVICE:
        figures = sheet.figures[place]
        if figures.obliged and figures.percent:
            return figures.obliged.value, figures.percent.value
    said = statement.note.mentions
    wholes = [pair.whole.reading.value for pair in statement.note.pairs if pair.whole.unit in ITEMS | SETS]
    wholes += [
        one.reading.value for one in said
        if one.unit in ITEMS | SETS and not one.percent and re.search(r"\b(?:dari|of)\s+(?:\w+\s+)?$", _before(statement, one.reading.value), re.IGNORECASE)
    ]  # fmt: skip
    broken = [one.reading.value for one in said if one.percent and one.role is Role.BROKEN]
    return (wholes[0] if wholes else None), (broken[0] if broken else None)


def _before(statement: Statement, value: float) -> str:
    """The words before a number of a remark."""
    for match in re.finditer(rf"{DIGITS}", statement.words):
        number = plain(match[0], fraction=False)
        scaled = number is not None and (number.value == value or number.value * THOUSAND == value)
        if scaled:
            return statement.words[: match.start()]
    return ""
