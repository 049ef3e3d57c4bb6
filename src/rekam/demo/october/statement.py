"""Every number and claim of the two articles as a record with its exact words, and what was published before them.

Words between quotes stand so in the article; " … " joins two places of one article. Nothing here is invented.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from rekam.account import Account, Role
from rekam.centre.centre import Centre
from rekam.centre.statement.taking import enter_statement
from rekam.demo.october.article import AKSI_POST, AKSI_POST_SOURCE, JPNN, JPNN_SOURCE, OTHERS
from rekam.edge.packed import published_coverage
from rekam.place import PublishedCoverage
from rekam.problem import Problem

WIB = timedelta(hours=7)
_FILE = re.compile(r" \(seed [^)]*\)")
_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
ACTOR = Account("contoh", "Data percontohan", Role.CENTRE, "", "")


def seed(centre: Centre, now: int) -> None:
    """Enter what had been published by the day of ``now``; again changes nothing.

    Args:
        centre: The open centre.
        now: Unix seconds; statements of later days stay out.
    """
    today = (datetime.fromtimestamp(now, UTC) + WIB).date()
    # The packed file has the articles' percentages once more, without their words.
    articles = {JPNN_SOURCE, AKSI_POST_SOURCE}
    printed = [row for row in map(cells_of, published_coverage()) if row["source"] not in articles]
    for cells in [*printed, *OTHERS, *JPNN, *AKSI_POST]:
        if date.fromisoformat(cells["day"]) <= today:
            _enter(centre, cells)


def _enter(centre: Centre, cells: Mapping[str, str]) -> None:
    try:
        enter_statement(centre, ACTOR, cells)
    except Problem as problem:
        if problem.code != "statement.known_already":
            raise


def cells_of(row: PublishedCoverage) -> dict[str, str]:
    """A packed published figure as cells; what somebody recomputed beside it is left out."""
    figures = {
        "population": row.population, "obliged": row.obliged, "recorded": row.recorded, "missing": row.missing,
        "percent": row.reported_percent,
    }  # fmt: skip
    printed = {
        name: f"{value:g}" if name == "percent" else str(value)
        for name, value in figures.items()
        if value is not None
    }
    return {
        **printed, "day": row.day.isoformat(), "code": row.code, "name": row.name, "source": _spoken(row.source),
        "note": row.remark,
    }  # fmt: skip


def _spoken(source: str) -> str:
    """A source as a reader looks it up: without the name of the file that it was read from."""
    return _DAY.sub(r"\3-\2-\1", _FILE.sub("", source))
