"""One day of one post: its timeline, what took its hours, and where that stands."""

from dataclasses import dataclass
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, require
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.obstacle.owner import evidence_href, owner_of
from rekam.centre.pages.obstacle.strip import strips_of
from rekam.centre.pages.places import listed, trail
from rekam.centre.settling import told_of_day
from rekam.edge.store.centre.station_days import DayFact
from rekam.operations.obstacle import Cause
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class EvidenceShown:
    """A piece of evidence with its page."""

    kind: str
    number: str
    href: str


def day_page(desk: Desk, request: Request) -> Response:
    """The timeline of a post's day."""
    account = desk.reader(request)
    station_id = request.query_params.get("pos", "")[:60]
    found = desk.store.obstacles.day(station_id, _day(request.query_params.get("hari", "")))
    if found is None:
        raise Problem("obstacle.day_unknown")
    require(account, Act.SEE_SUMMARY, found.place)
    fact = DayFact(
        station_id=found.station_id, day=found.day, recorded=found.recorded, refused=found.refused,
        source=found.source,
    )  # fmt: skip
    with desk.store.database.connection() as connection:
        told = told_of_day(connection, fact, found.place)
    parts = [
        {
            "cause": part.cause,
            "source": part.source,
            "lost_s": part.lost_s,
            "hindered_s": part.hindered_s,
            "claimed_s": part.claimed_s,
            "owner": owner_of(desk, Cause(part.cause), found.place),
            "evidence": [
                EvidenceShown(*one.partition(":")[::2], evidence_href(one, found.place))
                for one in part.evidence
            ],
        }
        for part in desk.store.obstacles.parts(found.station_id, found.day)
    ]
    return desk.shell.page(
        request, "obstacle_day.html", place=listed(desk.gazetteer, found.place),
        trail=trail(desk.gazetteer, account, found.place), one=found, parts=parts,
        strips=strips_of(found.day, found.place, told), settled_at=found.settled_at,
    )  # fmt: skip


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError as error:
        raise Problem("obstacle.day_unknown") from error
