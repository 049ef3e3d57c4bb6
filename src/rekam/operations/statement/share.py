"""The printed percentage against the printed counts."""

from collections.abc import Iterator

from rekam.operations.statement.figures import complement, figures_of, quotient
from rekam.operations.statement.finding import Finding, Kind
from rekam.operations.statement.mention import Role
from rekam.operations.statement.note import Pair
from rekam.operations.statement.parameters import THOUSAND
from rekam.operations.statement.reading import Reading
from rekam.operations.statement.sheet import Sheet
from rekam.operations.statement.statement import Statement


def check_shares(sheet: Sheet) -> Iterator[Finding]:
    """``percent_mismatch``, with ``unit_confusion`` or ``other_base`` where they explain it."""
    for place, statement in enumerate(sheet.statements):
        yield from _of_cells(place, statement)
        for pair in statement.note.pairs:
            if pair.percent is not None:
                yield from _of_pair(place, pair)


def _of_cells(place: int, statement: Statement) -> Iterator[Finding]:
    figures = figures_of(statement)
    printed, shares = figures.percent, figures.shares
    people = statement.population
    if printed is None:
        return
    if not shares:
        if (
            people
            and figures.recorded
            and people.low > 0
            and figures.obliged is None
            and printed.same(quotient(figures.recorded, people))
        ):
            yield Finding(
                Kind.OTHER_BASE,
                (place,),
                "of_residents",
                {"printed_percent": printed.value, "whole": people.whole},
            )
        return
    if any(printed.same(one) for one in shares):
        return
    values: dict[str, object] = {"printed_percent": printed.value, "counted_percent": shares[0].value}
    yield Finding(Kind.PERCENT_MISMATCH, (place,), "percent_mismatch", values)
    yield from _units(place, printed, shares, values, figures.missing or figures.recorded)
    if people and people.low > 0 and figures.recorded and printed.same(quotient(figures.recorded, people)):
        yield Finding(
            Kind.OTHER_BASE,
            (place,),
            "of_residents",
            {"printed_percent": printed.value, "whole": people.whole},
        )


def _units(
    place: int, printed: Reading, shares: tuple[Reading, ...], values: dict[str, object], part: Reading | None
) -> Iterator[Finding]:
    if any(_scaled(printed, 100).same(one) or _scaled(printed, 0.01).same(one) for one in shares):
        yield Finding(Kind.UNIT_CONFUSION, (place,), "fraction", values)
    elif any(complement(printed).same(one) for one in shares):
        yield Finding(Kind.UNIT_CONFUSION, (place,), "missing_share", values)
    elif part is not None and _thousands(printed, part):
        yield Finding(Kind.UNIT_CONFUSION, (place,), "thousands_as_percent", {**values, "part": part.whole})


def _thousands(printed: Reading, part: Reading) -> bool:
    """Whether the percentage is the count's own thousands: 16.403 "or 16 %"."""
    thousands = part.value / THOUSAND
    return thousands >= 1 and any(
        int(thousands) == round(one) for one in (printed.value, 100 - printed.value)
    )


def _of_pair(place: int, pair: Pair) -> Iterator[Finding]:
    part, whole, said = pair.part.reading, pair.whole.reading, pair.percent
    if said is None or whole.low <= 0 or part.low > whole.high:
        return
    counted = quotient(part, whole)
    printed = said.reading
    other_side = Role.MISSING in {pair.part.role, said.role} and Role.RECORDED in {pair.part.role, said.role}
    if printed.same(counted) or (other_side and complement(printed).same(counted)):
        return
    values: dict[str, object] = {"printed_percent": printed.value, "counted_percent": counted.value}
    yield Finding(Kind.PERCENT_MISMATCH, (place,), "percent_mismatch", values)
    yield from _units(place, printed, (counted,), values, part)


def _scaled(reading: Reading, factor: float) -> Reading:
    return Reading(reading.value * factor, reading.low * factor, reading.high * factor, reading.unit * factor)
