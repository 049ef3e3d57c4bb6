"""What coverage asks of today, for the first page of every level."""

from starlette.requests import Request

from rekam.centre.pages.coverage.history import point_of
from rekam.centre.pages.coverage.way_to import Way, way_of, ways_below
from rekam.centre.pages.coverage.words import URGENT_COVERAGE
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import WIDTH, Named
from rekam.centre.pages.urgent import Urgent
from rekam.edge.store.centre.officials import call_line
from rekam.edge.web.language import language_of
from rekam.edge.web.wording import day, number
from rekam.operations.coverage import Standing, printed_pace
from rekam.place import Level
from rekam.problem import Language

HEADS = {None: "director_general", Level.PROVINCE: "head_of_province_office", Level.REGENCY: "head_of_office"}
"""Whom to call about a place; below the kabupaten/kota the camat."""


def urgent(desk: Desk, request: Request, place: Named) -> list[Urgent]:
    """The distance to the target, and where most of it lies."""
    language = language_of(request)
    told = [point_of(row) for row in desk.store.history.of(place.code, today=desk.today, since=desk.today)]
    whole = way_of(desk, place, printed_pace(told))
    if not whole.basis.figure.denominator or not whole.demand.left:
        return []
    found = [_own(desk, whole, language)] if whole.standing is not Standing.ON_TRACK else []
    below = ways_below(desk, place, whole)
    if below and below[0][0].demand.left:
        largest = below[0][0]
        values = {"place": largest.place.title, "left": number(largest.demand.left, language)}
        found.append(
            Urgent(
                largest.demand.left, URGENT_COVERAGE["largest"], f"/cakupan?wilayah={largest.place.code}",
                values, _call(desk, largest.place),
            )
        )  # fmt: skip
    return found


def _own(desk: Desk, way: Way, language: Language) -> Urgent:
    asked, href = way.demand, f"/cakupan?wilayah={way.place.code}"
    values: dict[str, object] = {"place": way.place.title, "day": day(way.target.by_day, language)}
    if asked.per_day is None:
        values["left"] = number(asked.left, language)
        return Urgent(asked.left, URGENT_COVERAGE["overdue"], href, values, _call(desk, way.place))
    values["needed"] = number(asked.per_day, language)
    if way.seen is None:
        values["left"] = number(asked.left, language)
        return Urgent(asked.left, URGENT_COVERAGE["unmeasured"], href, values, _call(desk, way.place))
    values |= {"seen": number(round(way.seen, 1), language), "short": number(way.short, language)}
    return Urgent(way.short, URGENT_COVERAGE["late"], href, values, _call(desk, way.place))


def _call(desk: Desk, place: Named) -> str:
    post = HEADS.get(place.level, "camat")
    # A village has no head of office of its own: its camat is called.
    code = place.code[: WIDTH[Level.DISTRICT]]
    return call_line(desk.store.database, code, post, desk.today)
