"""Peta cakupan: the map, the sums above it and the regions below it."""

from dataclasses import dataclass
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, may
from rekam.centre.days import keep_day
from rekam.centre.pages.coverage.drawn import drawn
from rekam.centre.pages.coverage.figures import MEASURES, Basis, Measure, bases_within, basis_of, cut_name
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import WIDTH, Named, asked_place, level_below, listed, trail
from rekam.edge.web.map_svg import Frame
from rekam.operations.coverage import NOTHING, SHADES, Shade, shade_of
from rekam.place import Gazetteer, Level, Region


@dataclass(frozen=True, slots=True)
class Shown:
    """One region in the table, or on the map."""

    title: str
    href: str
    basis: Basis
    shade: Shade
    path: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """The map.

    Attributes:
        frame: Its size.
        regions: Those with a figure, each a link.
        blank: Outlines of those without, in one path.
    """

    frame: Frame
    regions: list[Shown]
    blank: str


def map_page(desk: Desk, request: Request) -> Response:
    """The map, the sums above it and the regions below it."""
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_COVERAGE, request.query_params.get("wilayah", ""))
    assert account is not None
    keep_day(desk.centre)
    key = request.query_params.get("ukuran", MEASURES[0].key)
    measure = next((one for one in MEASURES if one.key == key), MEASURES[0])
    cut = cut_name(desk)
    counted, reported = basis_of(desk, place.code, measure, cut)
    below = level_below(place)
    found = bases_within(desk, place.code, WIDTH[below], measure, cut) if below else {}
    regions = [_shown(desk, code, basis, measure) for code, basis in found.items()]
    regions.sort(key=lambda one: (-one.basis.figure.missing, one.title))
    picture = _picture(desk, place, below, found, measure, cut)
    return desk.shell.page(
        request,
        "map.html",
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        measure=measure,
        measures=MEASURES,
        figure=counted.figure,
        counted=counted,
        reported=reported,
        picture=picture,
        regions=regions,
        without=[one for one in _children(desk.gazetteer, place.code) if one.code not in found],
        behind=_behind(desk, found, place),
        nothing=NOTHING,
        shades=(*SHADES, NOTHING) if picture and picture.blank else SHADES,
        may_see_people=may(account, Act.SEE_MISSING_PEOPLE, place.code) and bool(place.code),
        missing_recorded=_missing(desk, place, counted),
    )


def _shown(desk: Desk, code: str, basis: Basis, measure: Measure, path: str = "") -> Shown:
    return Shown(
        _title(desk.gazetteer, code),
        f"/peta?wilayah={code}&ukuran={measure.key}",
        basis,
        shade_of(basis.figure.fraction),
        path,
    )


@lru_cache(maxsize=100_000)
def _title(gazetteer: Gazetteer, code: str) -> str:
    """A region's title; a nation's page has five hundred of them."""
    return listed(gazetteer, code).title


@lru_cache(maxsize=8192)
def _children(gazetteer: Gazetteer, code: str) -> tuple[Region, ...]:
    return gazetteer.children(code) if code else gazetteer.provinces()


def _behind(desk: Desk, found: dict[str, Basis], place: Named) -> tuple[int, int, int]:
    """How many of the regions below were counted, only reported, and how many there are."""
    counted = sum(one.counted and one.figure.denominator > 0 for one in found.values())
    known = {one.code for one in _children(desk.gazetteer, place.code)} | found.keys()
    return counted, sum(not one.counted for one in found.values()), len(known)


def _missing(desk: Desk, place: Named, counted: Basis) -> int:
    """Length of the list of names; of a province, whose list nobody reads through, the counters' difference."""
    if not place.code:
        return 0
    if place.level is Level.PROVINCE:
        return counted.figure.missing
    return desk.store.people.missing_count(place.code)


def _picture(
    desk: Desk, place: Named, below: Level | None, found: dict[str, Basis], measure: Measure, cut: str
) -> Picture | None:
    """The map of the level below; the nation's shows every kabupaten/kota."""
    if below not in {Level.PROVINCE, Level.REGENCY, Level.DISTRICT}:
        return None
    level = Level.REGENCY if below is Level.PROVINCE else below
    outlined = drawn(level, place.code)
    finer = bases_within(desk, place.code, WIDTH[level], measure, cut) if level is not below else found
    regions, blank = [], []
    for code, path in outlined.paths.items():
        # A kabupaten/kota without a figure of its own has its province's colour where that reported for all of it,
        # and says whose figure it is; what was counted elsewhere in the province is not its figure.
        above = found.get(code[: WIDTH[below]])
        if code in finer:
            regions.append(_shown(desk, code, finer[code], measure, path))
        elif above and not above.counted and above.own:
            regions.append(_shown(desk, code[: WIDTH[below]], above, measure, path))
        else:
            blank.append(path)
    return Picture(outlined.frame, regions, "".join(blank)) if regions else None
