"""Ringkasan: the three things that matter today, each with its way and whom to call."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request

from rekam.centre.pages.birth.urgent import urgent as of_births
from rekam.centre.pages.connection.urgent import urgent as of_connections
from rekam.centre.pages.coverage.due import urgent as of_coverage
from rekam.centre.pages.desk import Desk, status_words
from rekam.centre.pages.directive.pressing import urgent as of_directives
from rekam.centre.pages.fleet.urgent import urgent as of_fleet
from rekam.centre.pages.gone import urgent as of_gone
from rekam.centre.pages.obstacle.urgent import urgent as of_obstacles
from rekam.centre.pages.places import WIDTH, Named, named
from rekam.centre.pages.report.urgent import urgent as of_reports
from rekam.centre.pages.statement.urgent import urgent as of_statements
from rekam.centre.pages.urgent import Urgent
from rekam.edge.store.centre.officials import call_line
from rekam.edge.web import language_of
from rekam.edge.web.wording import span
from rekam.place import Level

Offer = Callable[[Desk, Request, Named], list[Urgent]]

MOST_BESIDE = 5
"""Further things below the three."""

URGENT_STUCK: Mapping[str, str] = {
    "stuck": "Rekaman {code} ({place}) tertahan {span}: {status}.",
}


@dataclass(frozen=True, slots=True)
class Today:
    """What the first page says.

    Attributes:
        three: What is stuck longest, what hinders most, what is past its term; a place without one of them has
            its next heaviest thing instead.
        beside: What else there is, heaviest first.
    """

    three: Sequence[Urgent]
    beside: Sequence[Urgent]


def today(desk: Desk, request: Request, place: Named) -> Today:
    """The three things of a place today."""
    groups = [
        _heaviest(desk, request, place, offers)
        for offers in (
            (of_stuck, of_gone),
            (of_obstacles,),
            (of_directives, of_reports, of_connections),
            (of_fleet, of_coverage, of_births, of_statements),
        )
    ]
    three = [group[0] for group in groups[:3] if group]
    rest = sorted(
        (one for number, group in enumerate(groups) for one in group[number < 3 :]),
        key=lambda one: -one.weight,
    )
    missing = 3 - len(three)
    return Today((*three, *rest[:missing]), rest[missing : missing + MOST_BESIDE])


def of_stuck(desk: Desk, request: Request, place: Named) -> list[Urgent]:
    """The recording that waits longest for somebody's turn."""
    language = language_of(request)
    return [
        Urgent(
            1.0,
            URGENT_STUCK["stuck"],
            f"/perjalanan?wilayah={place.code}",
            {
                "code": row.receipt_code,
                "place": named(desk.gazetteer, row.place).title,
                "span": span(desk.now() - row.since, language),
                "status": status_words(request, row.status),
            },
            call_line(
                desk.store.database, row.place[: WIDTH[Level.REGENCY]], "head_of_office", on=desk.today
            ),
        )
        for row in desk.overview.longest_waiting(place.code, now=desk.now(), limit=1)
    ]


def _heaviest(desk: Desk, request: Request, place: Named, offers: Sequence[Offer]) -> list[Urgent]:
    return sorted(
        (one for offer in offers for one in offer(desk, request, place)), key=lambda one: -one.weight
    )
