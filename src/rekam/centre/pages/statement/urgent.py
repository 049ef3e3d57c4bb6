"""What this room puts on the first page of a level."""

from datetime import timedelta

from starlette.requests import Request

from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import Named
from rekam.centre.pages.statement.words import URGENT_STATEMENT
from rekam.centre.pages.urgent import Urgent
from rekam.centre.statement.verdict import judge
from rekam.edge.web import language_of, wording

RECENT = timedelta(days=31)
COMPARED = 200
"""Newest statements that the first page compares."""


def urgent(desk: Desk, request: Request, place: Named) -> list[Urgent]:
    """Contradicted statements of the last month. Nobody waits for a card because of them: their weight is their number."""
    judged, _ = judge(desk.centre, place.code, limit=COMPARED)
    number = sum(
        one.contradicted and one.published.day is not None and desk.today - one.published.day <= RECENT
        for one in judged
    )
    if not number:
        return []
    values = {"n": wording.number(number, language_of(request))}
    href = f"/pernyataan?wilayah={place.code}&hanya=contradicted"
    return [Urgent(float(number), URGENT_STATEMENT["contradicted"], href, values)]
