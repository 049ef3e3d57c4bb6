"""Numbers and days as Indonesian offices write them into sheets."""

import re
from datetime import date, timedelta

from rekam.operations.report.cell import Cell, Content
from rekam.operations.report.month import month_number
from rekam.operations.report.parameters import COUNT_MOST, VALUE_LETTERS_MOST
from rekam.problem import Problem

_NOTHING = frozenset({"", "-", "–", "—"})
_BLANKS = re.compile(r"[\s\u00a0\u202f\u2009]+")
_GROUPED = re.compile(r"[-−]?\d{1,3}(?:\.\d{3})+(?:,0{1,2})?")
_PLAIN = re.compile(r"[-−]?\d+(?:,0{1,2})?")
_COMMAS = re.compile(r"[-−]?\d{1,3}(?:,\d{3}){1,}(?:\.\d+)?")
_FRACTION = re.compile(r"[-−]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?")
_EXCEL_BEGINS = date(1899, 12, 30)
_WRITTEN_DAY = re.compile(r"(\d{1,2})\s+([A-Za-z]{3,10})\.?\s+(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")


def shown(cell: Cell | None) -> str:
    """The value of a cell as a list of mistakes names it."""
    return "" if cell is None else cell.text.strip()[:VALUE_LETTERS_MOST]


def written(number: int) -> str:
    """2454206 -> ``2.454.206``, as the sentence about a cell names it."""
    return f"{number:,}".replace(",", ".")


def read_whole(cell: Cell | None) -> int | None:
    """A count of people or cards; ``None`` for an empty cell or a dash.

    ``2.454.206``, ``2 454 206`` and ``2454206`` are the same. ``2,454`` is a fraction in Indonesian and is not
    guessed at.

    Raises:
        Problem: ``report.formula_error``, ``report.not_number``, ``report.thousands_by_comma``,
            ``report.not_whole``, ``report.negative``, ``report.too_large``.
    """
    if cell is None:
        return None
    value = shown(cell)
    if cell.content is Content.ERROR:
        raise Problem("report.formula_error", value=value)
    number = _of_program(cell, value) if cell.content is Content.NUMBER else _of_person(cell.text, value)
    if number is not None and number < 0:
        raise Problem("report.negative", value=value)
    if number is not None and number > COUNT_MOST:
        raise Problem("report.too_large", value=value)
    return number


def _of_program(cell: Cell, value: str) -> int:
    try:
        number = float(cell.text)
        if number != int(number):
            raise Problem("report.not_whole", value=value.replace(".", ","))
        return int(number)
    except (ValueError, OverflowError) as error:
        raise Problem("report.not_number", value=value) from error


def _of_person(text: str, value: str) -> int | None:
    digits = _BLANKS.sub("", text)
    if digits in _NOTHING:
        return None
    if _GROUPED.fullmatch(digits) or _PLAIN.fullmatch(digits):
        return int(digits.partition(",")[0].replace(".", "").replace("−", "-"))
    if _COMMAS.fullmatch(digits):
        raise Problem("report.thousands_by_comma", value=value)
    if _FRACTION.fullmatch(digits):
        raise Problem("report.not_whole", value=value)
    raise Problem("report.not_number", value=value)


def read_percent(cell: Cell | None) -> tuple[float, int] | None:
    """A percentage and its digits behind the comma: ``88,50 %`` is (88.5, 2); ``None`` for an empty cell.

    A program keeps 88.5 % as 0.885: which of the two a bare number is, only the counts beside it can tell.

    Raises:
        Problem: ``report.formula_error``, ``report.not_number``.
    """
    if cell is None:
        return None
    value = shown(cell)
    if cell.content is Content.ERROR:
        raise Problem("report.formula_error", value=value)
    if cell.content is Content.NUMBER:
        try:
            return float(cell.text), min(2, len(cell.text.partition(".")[2]))
        except ValueError as error:
            raise Problem("report.not_number", value=value) from error
    digits = _BLANKS.sub("", cell.text).removesuffix("%")
    if digits in _NOTHING:
        return None
    match = _FRACTION.fullmatch(digits) or _FRACTION.fullmatch(digits := digits.replace(".", ","))
    if match is None:
        raise Problem("report.not_number", value=value)
    return float(digits.replace(".", "").replace(",", ".").replace("−", "-")), len(match[1] or "")


def read_day(cell: Cell | None) -> date | None:
    """A day: ``30 September 2017``, ``30-09-2017``, ``30/9/2017``, ``2017-09-30``, or the number that Excel keeps.

    Raises:
        Problem: ``report.not_day``.
    """
    if cell is None or not cell.text.strip():
        return None
    text, value = cell.text.strip(), shown(cell)
    try:
        if cell.content is Content.NUMBER:
            return _EXCEL_BEGINS + timedelta(days=int(float(text)))
        if match := _WRITTEN_DAY.search(text):
            number = month_number(match[2])
            if number:
                return date(int(match[3]), number, int(match[1]))
        if match := _DAY_FIRST.search(text):
            return date(int(match[3]), int(match[2]), int(match[1]))
        if match := _YEAR_FIRST.search(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
    except (ValueError, OverflowError) as error:
        raise Problem("report.not_day", value=value) from error
    raise Problem("report.not_day", value=value)
