"""Where the regions of an older code list live today, found from the two lists alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from rekam.place.code import cut_to
from rekam.place.fold import tight
from rekam.place.level import Level
from rekam.place.region import Region

MOVED_NAME = 80.0
"""Least similarity (per cent) at which a vanished code is taken for a new code's region."""


class Change(StrEnum):
    """What became of a region."""

    SAME = "same"
    RENAMED = "renamed"
    MOVED = "moved"
    ABOLISHED = "abolished"


@dataclass(frozen=True, slots=True)
class Succession:
    """An old region and where it lives today.

    Attributes:
        former: The region as it was.
        today: Its code today; None where no region of today bears its name.
        change: What happened.
    """

    former: Region
    today: str | None
    change: Change


def follow(old: Iterable[Region], new: Mapping[str, Region]) -> dict[str, Succession]:
    """Finds the successor of every old region, from the provinces down.

    A region is the same while code and name agree. It has moved if its name stands on another code
    under its parent's successor that did not bear that name before (or, for a code that vanished,
    on a new code of the same regency or, for a regency, of the whole country). It was renamed if
    only the code remains.

    Args:
        old: All regions of the older list.
        new: The newer list by code.
    """
    former = {region.code: region for region in sorted(old, key=lambda one: (one.level, one.code))}
    children: dict[str | None, list[Region]] = defaultdict(list)
    newcomers: dict[str, list[Region]] = defaultdict(list)
    for region in new.values():
        before = former.get(region.code)
        if before is None or tight(before.name) != tight(region.name):
            children[region.parent].append(region)
        if before is None:
            newcomers[_home(region.code, region.level)].append(region)
    found: dict[str, Succession] = {}
    for region in former.values():
        found[region.code] = _successor(region, new, children, newcomers, found)
    return found


def _home(code: str, level: Level) -> str:
    """Within which region a newcomer of this level may be an old region moved."""
    return "" if level <= Level.REGENCY else cut_to(code, Level.REGENCY)


def _successor(
    region: Region,
    new: Mapping[str, Region],
    children: Mapping[str | None, list[Region]],
    newcomers: Mapping[str, list[Region]],
    found: Mapping[str, Succession],
) -> Succession:
    kept = new.get(region.code)
    if kept is not None and tight(kept.name) == tight(region.name):
        return Succession(region, kept.code, Change.SAME)
    parent = found[region.parent].today if region.parent is not None else None
    if parent is not None or region.parent is None:
        namesake = _namesake(region, children.get(parent, []))
        if namesake is not None:
            return Succession(region, namesake.code, Change.MOVED)
    if kept is not None:
        return Succession(region, kept.code, Change.RENAMED)
    anchor = _anchor(region, found)
    same_level = [one for one in newcomers.get(anchor, []) if one.level is region.level]
    moved = _namesake(region, same_level) or _nearest(region, same_level)
    if moved is None:
        return Succession(region, None, Change.ABOLISHED)
    return Succession(region, moved.code, Change.MOVED)


def _anchor(region: Region, found: Mapping[str, Succession]) -> str:
    if region.level <= Level.REGENCY:
        return ""
    home = found[cut_to(region.code, Level.REGENCY)].today
    return home if home is not None else "-"


def _namesake(region: Region, among: list[Region]) -> Region | None:
    """The one region of the same name; None if there is none, or more than one."""
    name = tight(region.name)
    named = [one for one in among if tight(one.name) == name]
    if len(named) > 1:
        named = [one for one in named if one.kind is region.kind]
    return named[0] if len(named) == 1 else None


def _nearest(region: Region, among: list[Region]) -> Region | None:
    """The region with clearly the most similar name."""
    name = tight(region.name)
    scored = sorted(((fuzz.ratio(name, tight(one.name)), one.code) for one in among), reverse=True)
    if not scored or scored[0][0] < MOVED_NAME or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return next(one for one in among if one.code == scored[0][1])
