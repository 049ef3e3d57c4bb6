"""Published coverage figures taken in with who said them; nothing is invented and nothing rounded."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rekam.centre.centre import Centre
from rekam.edge.store.centre import audit
from rekam.edge.store.centre.counts import PUBLISHED, CountRow, put_counts
from rekam.edge.store.centre.history import put_point
from rekam.place import PublishedCoverage

_ABOUT = ("sekitar", "kira-kira")
_NATION = "0"
_FILE = re.compile(r" \(seed [^)]*\)")
_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A published figure.

    Attributes:
        place: Region code; empty = the nation.
        on_day: Day that it is of.
        source: Article and its day.
        numerator: Recorded, where printed.
        denominator: Obliged, where printed or the sum of the two printed parts.
        fraction: Percentage as printed, as a fraction.
        approximate: The source says "about".
        remark: What a reader has to know.
    """

    place: str
    on_day: date
    source: str
    numerator: int | None = None
    denominator: int | None = None
    fraction: float | None = None
    approximate: bool = False
    remark: str = ""


def told_by(row: PublishedCoverage) -> Told | None:
    """A row of the packed published figures; ``None`` when it gives neither a percentage nor two counts."""
    denominator = row.obliged
    if denominator is None and row.recorded is not None and row.missing is not None:
        denominator = row.recorded + row.missing
    numerator = row.recorded if denominator else None
    printed = row.reported_percent
    if printed is None and numerator is None:
        # Only "about 35 thousand of 231,713 are missing": the percentage was computed from that.
        printed = row.computed_percent
    if numerator is None and printed is None:
        return None
    about = row.remark.startswith(_ABOUT[0]) or (row.recorded is None and _ABOUT[1] in row.remark)
    return Told(
        "" if row.code == _NATION else row.code,
        row.day,
        _spoken(row.source),
        numerator,
        denominator if numerator is not None else None,
        None if printed is None else round(printed / 100, 6),
        about,
        row.remark,
    )


def _spoken(source: str) -> str:
    """A source as a reader looks it up: without the name of the file that it was read from, days as they are written."""
    return _DAY.sub(r"\3-\2-\1", _FILE.sub("", source))


def take_published(centre: Centre, figures: Sequence[Told], *, actor: str) -> int:
    """Keep published figures; how many were new.

    One with both counts and no other percentage beside them becomes a reported count, which stands for its place
    where nobody counts; every other one is a point of the history only.
    """
    added = 0
    now = centre.now()
    with centre.store.database.transaction() as connection:
        for one in figures:
            if one.numerator is not None and one.denominator and _agrees(one):
                row = CountRow(one.place, one.on_day, "", one.denominator, one.numerator)
                source = f"{one.source}: {one.remark}" if one.remark else one.source
                added += put_counts(connection, [row], source=source, kind=PUBLISHED, at=now)
            else:
                added += put_point(
                    connection, one.place, one.on_day, source=one.source, kind=PUBLISHED, at=now,
                    numerator=one.numerator, denominator=one.denominator, fraction_reported=one.fraction,
                    approximate=one.approximate, remark=one.remark,
                )  # fmt: skip
        if added:
            audit.write(connection, actor, "take_published", "", "", at=now, details={"figures": added})
    return added


def _agrees(one: Told) -> bool:
    """Whether the printed percentage is the one of the counts, to the hundredth of a per cent."""
    assert one.numerator is not None
    assert one.denominator
    return one.fraction is None or abs(one.fraction - one.numerator / one.denominator) < 0.0001
