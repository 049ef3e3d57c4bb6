"""Parts of a place against their total: eleven regencies, men and women, numbers listed in a sentence."""

from collections import defaultdict
from collections.abc import Iterator

from rekam.operations.statement.figures import figures_of, total
from rekam.operations.statement.finding import Finding, Kind
from rekam.operations.statement.mention import Role
from rekam.operations.statement.parameters import LISTED_SHARE_OFF, WHOLE_NEAR
from rekam.operations.statement.reading import Reading, exactly
from rekam.operations.statement.sheet import Sheet, parent_of
from rekam.operations.statement.statement import Statement

MEASURES = ("population", "obliged", "recorded", "missing")


def check_wholes(sheet: Sheet) -> Iterator[Finding]:
    """``parts_not_sum`` between rows and inside sentences."""
    for together in sheet.lists():
        below: dict[str, list[int]] = defaultdict(list)
        for place in together:
            parent = parent_of(sheet.statements[place].place)
            if parent is not None:
                below[parent].append(place)
        for place in together:
            parts = below.get(sheet.statements[place].place, [])
            if parts:
                yield from _of_rows(sheet, place, parts)
    for place, statement in enumerate(sheet.statements):
        yield from _of_list(place, statement)
        yield from _of_sexes(place, statement)


def _of_rows(sheet: Sheet, place: int, parts: list[int]) -> Iterator[Finding]:
    for measure in MEASURES:
        whole = measured(sheet.statements[place], measure)
        found: dict[str, tuple[int, Reading]] = {}
        for part in parts:
            reading = measured(sheet.statements[part], measure)
            if reading is not None:
                found.setdefault(sheet.statements[part].place, (part, reading))
        if whole is None or not found:
            continue
        added = total(_printed_alike([reading for _, reading in found.values()]))
        too_much = added.low > whole.high
        all_there = len(found) > 1 and _complete(
            sheet, sheet.statements[place], set(found), added.value / (whole.value or 1)
        )
        if too_much or (all_there and not added.same(whole)):
            yield Finding(
                Kind.PARTS_NOT_SUM, (place,), "rows_not_sum",
                {"parts": len(found), "sum": added.whole, "printed": whole.whole, "off": abs(added.whole - whole.whole)},
                beside=tuple(part for part, _ in found.values()),
            )  # fmt: skip


def _printed_alike(parts: list[Reading]) -> tuple[Reading, ...]:
    """One table prints alike: a number that ends in zeros by chance among exact ones is exact too."""
    if 2 * sum(one.exact for one in parts) <= len(parts):
        return tuple(parts)
    return tuple(exactly(one.value) if not one.about else one for one in parts)


def _complete(sheet: Sheet, whole: Statement, codes: set[str], ratio: float) -> bool:
    """Whether the parts are all the parts that the total means."""
    below = set(sheet.children(whole.code, whole.day))
    if below and below <= codes:
        return True
    if abs(ratio - 1) > WHOLE_NEAR:
        return False
    listed, everybody = _residents(sheet, codes), _residents(sheet, below | codes)
    return bool(listed and everybody) and ratio / (listed / everybody) >= LISTED_SHARE_OFF


def _residents(sheet: Sheet, codes: set[str]) -> int:
    return sum(sheet.residents(code) or 0 for code in codes)


def measured(statement: Statement, measure: str) -> Reading | None:
    """A figure of a statement by name."""
    if measure == "population":
        return statement.population
    found: Reading | None = getattr(figures_of(statement), measure)
    return found


def _of_list(place: int, statement: Statement) -> Iterator[Finding]:
    parts = statement.note.listed
    if not parts:
        return
    added = total(tuple(reading for _, reading in parts))
    printed = statement.note.total or _meant(statement, added)
    if printed is not None and not added.same(printed):
        values: dict[str, object] = {
            "parts": len(parts),
            "sum": added.whole,
            "printed": printed.whole,
            "off": abs(added.whole - printed.whole),
        }
        yield Finding(Kind.PARTS_NOT_SUM, (place,), "list_not_sum", values)


def _of_sexes(place: int, statement: Statement) -> Iterator[Finding]:
    men = statement.men or statement.note.one(Role.MEN)
    women = statement.women or statement.note.one(Role.WOMEN)
    if men is None or women is None:
        return
    added = total((men, women))
    printed = statement.note.one(Role.TOTAL) or _meant(statement, added)
    if printed is not None and not added.same(printed):
        values: dict[str, object] = {
            "men": men.whole,
            "women": women.whole,
            "sum": added.whole,
            "printed": printed.whole,
        }
        yield Finding(Kind.PARTS_NOT_SUM, (place,), "sexes_not_sum", values)


def _meant(statement: Statement, added: Reading) -> Reading | None:
    """The figure of the statement that a sum is meant to be: one that it meets, else the nearest near one."""
    known = [
        one for one in (measured(statement, measure) for measure in MEASURES) if one is not None and one.value
    ]
    if any(one.same(added) for one in known):
        return None
    near = [one for one in known if abs(one.value / (added.value or 1) - 1) <= WHOLE_NEAR]
    return min(near, key=lambda one: abs(one.value - added.value)) if near else None
