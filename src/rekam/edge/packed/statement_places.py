"""What the check of statements asks about regions: the parts of a place on a day, and their weight."""

from collections.abc import Collection
from datetime import date
from functools import lru_cache

from rekam.edge.packed.figure_file import populations
from rekam.edge.packed.region_file import gazetteer

RENEWED = date(2022, 7, 1)
"""First day of the four provinces of Papua founded in 2022; before it the code list of 2017 speaks."""


@lru_cache(maxsize=4096)
def _children(code: str, today: bool) -> Collection[str]:
    places = gazetteer()
    if not code:
        found = {one.code for one in places.provinces()}
    elif places.knows(code) and places.in_force(code):
        found = {one.code for one in places.children(code)}
    else:
        return ()
    return frozenset(found if today else found - places.former.newcomers)


def children_of(code: str, day: date | None) -> Collection[str]:
    """Codes directly below a region (empty text: the nation) as they were on a day."""
    return _children(code, day is None or day >= RENEWED)


def residents_of(code: str) -> int | None:
    """Residents of a province or regency in 2025; ``None`` for others."""
    known = populations().get(code)
    return None if known is None else known.men + known.women
