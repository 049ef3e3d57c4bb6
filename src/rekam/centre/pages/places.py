"""Places as pages name them."""

from dataclasses import dataclass

from rekam.account import Account, Act, require
from rekam.place import Gazetteer, Level

NATION = "Indonesia"
WIDTH = {Level.PROVINCE: 2, Level.REGENCY: 5, Level.DISTRICT: 8, Level.VILLAGE: 13}
"""Letters of a dotted code of each level."""


@dataclass(frozen=True, slots=True)
class Named:
    """A region with its spoken name.

    Attributes:
        code: Dotted; empty for the nation.
        name: ``Merangin``.
        title: ``Kabupaten Merangin``.
        level: ``None`` for the nation.
    """

    code: str
    name: str
    title: str
    level: Level | None


def named(gazetteer: Gazetteer, code: str) -> Named:
    """The region with its name.

    Raises:
        Problem: ``place.unknown_region``.
    """
    if not code:
        return Named("", NATION, NATION, None)
    region = gazetteer.region(code)
    return Named(region.code, region.name, gazetteer.path(region.code).split(",", 1)[0], region.level)


def listed(gazetteer: Gazetteer, code: str) -> Named:
    """The region as a line of a list; a code that the register has and no code list knows stays a code."""
    return named(gazetteer, code) if not code or gazetteer.knows(code) else Named(code, code, code, None)


def trail(gazetteer: Gazetteer, account: Account, code: str) -> list[Named]:
    """The regions above, from the top of the account's territory down."""
    above = [named(gazetteer, region.code) for region in gazetteer.ancestors(code)] if code else []
    if code and not account.territory:
        above.insert(0, named(gazetteer, ""))
    return [place for place in above if place.code.startswith(account.territory)]


def asked_place(gazetteer: Gazetteer, account: Account | None, act: Act, asked: str) -> Named:
    """The place of a page: what the reader asked for, else their own territory.

    Raises:
        Problem: ``place.unknown_region``, ``account.sign_in_needed``, ``account.not_permitted``.
    """
    if account is None:
        require(None, act, asked)
        raise AssertionError
    place = named(gazetteer, asked.strip() or account.territory)
    require(account, act, place.code)
    return place


def level_below(place: Named) -> Level | None:
    """The next level down; ``None`` below a village."""
    if place.level is None:
        return Level.PROVINCE
    return Level(place.level + 1) if place.level < Level.VILLAGE else None
