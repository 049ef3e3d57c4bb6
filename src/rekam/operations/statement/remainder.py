"""Whole, part and rest of one statement."""

from collections.abc import Iterator
from dataclasses import replace

from rekam.operations.statement.figures import Figures, complement, total
from rekam.operations.statement.finding import Finding, Kind
from rekam.operations.statement.mention import Role
from rekam.operations.statement.parameters import FITTED_STEPS, THOUSAND
from rekam.operations.statement.reading import Reading
from rekam.operations.statement.sheet import Sheet
from rekam.operations.statement.statement import Statement


def check_remainders(sheet: Sheet) -> Iterator[Finding]:
    """``remainder_mismatch`` and ``parts_not_sum`` (one arithmetic, two ways to say it), parts above their whole."""
    for place, (statement, figures) in enumerate(zip(sheet.statements, sheet.figures, strict=True)):
        yield from _rest(place, figures)
        yield from _said_rest(place, statement, figures)
        yield from _over(place, statement, figures)
        yield from _equations(place, statement)
        yield from _fractions(place, statement)
        yield from _hundred(place, statement, figures)


def _rest(place: int, figures: Figures) -> Iterator[Finding]:
    whole, part, rest = figures.obliged, figures.recorded, figures.missing
    if whole is None or part is None or rest is None:
        return
    if total((_fitted(part), _fitted(rest))).same(_fitted(whole)) or _is_base(whole, part, rest):
        return
    if not rest.value and _fitted(part).low > _fitted(whole).high:
        return  # nobody is left where more are recorded than obliged: `_over` says what is wrong
    yield from _wrong_rest(place, whole, part, rest)


def _fitted(reading: Reading) -> Reading:
    """A round count of a cell beside others: who rounds a whole and its parts for one table makes them fit.

    So they may not be off by a whole step, as numbers may that are told as "2,4 juta".
    """
    if reading.about or reading.unit > 1:
        return reading
    half = (reading.high - reading.low) / 2 * FITTED_STEPS
    return replace(reading, low=max(0.0, reading.value - half), high=reading.value + half)


def _is_base(whole: Reading, part: Reading, rest: Reading) -> bool:
    """The rest that is said is the base itself: "100 persen dari 8.812 yang tersisa"."""
    return whole.same(rest) and whole.same(part)


def _said_rest(place: int, statement: Statement, figures: Figures) -> Iterator[Finding]:
    """The rest said in words beside the cells."""
    whole, part = figures.obliged, figures.recorded
    said = statement.note.one(Role.MISSING)
    if (
        statement.missing is None
        or whole is None
        or part is None
        or said is None
        or said.same(statement.missing)
    ):
        return
    if not total((part, said)).same(whole) and any(
        _times(said, factor).meets(whole.low - part.high, whole.high - part.low)
        for factor in (THOUSAND, 1 / THOUSAND)
    ):
        yield from _wrong_rest(place, whole, part, said)


def _wrong_rest(place: int, whole: Reading, part: Reading, rest: Reading) -> Iterator[Finding]:
    values: dict[str, object] = {
        "whole": whole.whole, "part": part.whole, "rest": rest.whole, "right": whole.whole - part.whole,
        "sum": part.whole + rest.whole, "off": abs(whole.whole - part.whole - rest.whole),
    }  # fmt: skip
    yield Finding(Kind.REMAINDER_MISMATCH, (place,), "remainder_mismatch", values)
    yield Finding(Kind.PARTS_NOT_SUM, (place,), "two_parts", values)
    low, high = whole.low - part.high, whole.high - part.low
    if any(_times(rest, factor).meets(low, high) for factor in (THOUSAND, 1 / THOUSAND)):
        yield Finding(Kind.UNIT_CONFUSION, (place,), "thousands_left", values)


def _over(place: int, statement: Statement, figures: Figures) -> Iterator[Finding]:
    whole = figures.obliged
    people = statement.population
    for part, bound in (
        (figures.recorded, whole),
        (figures.missing, whole),
        (whole, people),
        (figures.recorded, people),
    ):
        if part is None or bound is None or _fitted(part).low <= _fitted(bound).high:
            continue
        values: dict[str, object] = {
            "part": part.whole,
            "whole": bound.whole,
            "off": part.whole - bound.whole,
        }
        yield Finding(Kind.NUMERATOR_OVER_DENOMINATOR, (place,), "part_over_whole", values)
        if bound.low > 0 and 0.2 < part.value / bound.value / THOUSAND < 2:
            yield Finding(Kind.UNIT_CONFUSION, (place,), "thousands_of_whole", values)
        break
    over = [
        one
        for one in (figures.percent, *figures.shares)
        if one is not None and one.value > 100 and one.low > 99.995
    ]
    if over:
        yield Finding(Kind.OVER_100, (place,), "over_100", {"printed_percent": over[0].value})
    if figures.percent is not None and figures.percent.value >= THOUSAND:
        yield Finding(Kind.UNIT_CONFUSION, (place,), "count_as_percent", {"printed": figures.percent.whole})


def _fractions(place: int, statement: Statement) -> Iterator[Finding]:
    for one in (statement.population, statement.obliged, statement.recorded, statement.missing):
        if one is not None and not one.value.is_integer() and not one.about:
            yield Finding(Kind.UNIT_CONFUSION, (place,), "no_whole_people", {"printed": f"{one.value:g}"})
            return


def _equations(place: int, statement: Statement) -> Iterator[Finding]:
    for one in statement.note.equations:
        counted = sum(one.terms)
        if abs(counted - one.result) < 0.5:
            continue
        kind = Kind.REMAINDER_MISMATCH if min(one.terms) < 0 else Kind.PARTS_NOT_SUM
        yield Finding(
            kind,
            (place,),
            "equation",
            {"right": round(counted), "printed": round(one.result), "off": round(abs(counted - one.result))},
        )


def _hundred(place: int, statement: Statement, figures: Figures) -> Iterator[Finding]:
    """What is reached and what is missing, both in per cent, make a hundred."""
    rest = statement.note.one(Role.MISSING, percent=True)
    if rest is None or figures.percent is None or complement(rest).same(figures.percent):
        return
    values: dict[str, object] = {"printed_percent": figures.percent.value, "rest_percent": rest.value}
    yield Finding(Kind.PARTS_NOT_SUM, (place,), "not_a_hundred", values)


def _times(reading: Reading, factor: float) -> Reading:
    return Reading(reading.value * factor, reading.low * factor, reading.high * factor)
