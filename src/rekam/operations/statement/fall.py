"""Coverage that goes down though nobody can be un-recorded."""

from collections.abc import Collection, Iterator
from datetime import date

from rekam.operations.statement.finding import Finding, Kind
from rekam.operations.statement.parameters import RENEWAL, RENEWAL_A_YEAR, RISE_A_DAY
from rekam.operations.statement.reading import EPSILON, Reading
from rekam.operations.statement.sheet import Sheet

YEAR_DAYS = 365.25


def check_falls(sheet: Sheet, unsound: Collection[int]) -> Iterator[Finding]:
    """``coverage_fell``, and doubts about rises that no campaign reached.

    A fall counts where both figures have one denominator: printed alike, or the same half-year's cut with
    no denominator printed. Where the denominators differ it was renewed, and nothing fell. Where one is
    not known a fall counts only when it is too deep for any renewal.

    Args:
        sheet: The statements.
        unsound: Rows that contradict themselves or count something else; they accuse nobody.
    """
    for group in sheet.by_place.values():
        dated = [place for place in group if sheet.statements[place].day and place not in unsound]
        yield from _fewer(sheet, dated)
        sound = [(place, share) for place in dated if (share := sheet.figures[place].sound_share) is not None]
        for late, after in enumerate(sound):
            fallen = next((before for before in reversed(sound[:late]) if _fell(sheet, before, after)), None)
            if fallen is not None:
                yield _finding(sheet, fallen, after)
            elif late and _leapt(sheet, sound[late - 1], after):
                yield _doubt(sheet, sound[late - 1], after)


def _fewer(sheet: Sheet, dated: list[int]) -> Iterator[Finding]:
    """Recorded people becoming fewer where no denominator is printed: nothing was renewed there."""
    counted = [
        (place, part)
        for place in dated
        if (part := sheet.figures[place].recorded) and sheet.figures[place].base is None
    ]
    for late, (after, part) in enumerate(counted):
        for before, earlier in reversed(counted[:late]):
            first, second = sheet.statements[before].day, sheet.statements[after].day
            assert first is not None
            assert second is not None
            if first < second and part.high * _room(first, second) < earlier.low - EPSILON:
                values: dict[str, object] = {
                    "before": earlier.whole, "after": part.whole, "before_day": first, "after_day": second,
                }  # fmt: skip
                yield Finding(Kind.COVERAGE_FELL, (after,), "fewer", values, beside=(before,))
                break


def _room(first: date, second: date) -> float:
    """How many times larger an earlier figure may be when no denominator is known."""
    if (first.year, first.month > 6) == (second.year, second.month > 6):
        return 1.0
    return RENEWAL + RENEWAL_A_YEAR * (second - first).days / YEAR_DAYS


def _fell(sheet: Sheet, before: tuple[int, Reading], after: tuple[int, Reading]) -> bool:
    (one, earlier), (two, later) = before, after
    first, second = sheet.statements[one].day, sheet.statements[two].day
    assert first is not None
    assert second is not None
    if first >= second or later.high >= earlier.low - EPSILON:
        return False
    base, new_base = sheet.figures[one].base, sheet.figures[two].base
    if base is not None and new_base is not None:
        return base.same(new_base)
    room = _room(first, second)
    if room == 1 and (earlier.about or later.about):
        room = RENEWAL
    return earlier.low - EPSILON > later.high * room


def _leapt(sheet: Sheet, before: tuple[int, Reading], after: tuple[int, Reading]) -> bool:
    (one, earlier), (two, later) = before, after
    first, second = sheet.statements[one].day, sheet.statements[two].day
    assert first is not None
    assert second is not None
    days = (second - first).days
    # A tenth of a point more is a rounding, not a leap.
    return days > 0 and later.value - earlier.value > RISE_A_DAY * days + 1


def _finding(sheet: Sheet, before: tuple[int, Reading], after: tuple[int, Reading]) -> Finding:
    return Finding(
        Kind.COVERAGE_FELL, (after[0],), "coverage_fell", _values(sheet, before, after), beside=(before[0],)
    )


def _doubt(sheet: Sheet, before: tuple[int, Reading], after: tuple[int, Reading]) -> Finding:
    values = _values(sheet, before, after)
    return Finding(Kind.CLAIM_CONFLICT, (before[0], after[0]), "leap", values, certain=False)


def _values(sheet: Sheet, before: tuple[int, Reading], after: tuple[int, Reading]) -> dict[str, object]:
    return {
        "before_percent": before[1].value, "after_percent": after[1].value,
        "before_day": sheet.statements[before[0]].day, "after_day": sheet.statements[after[0]].day,
    }  # fmt: skip
