"""What matters today of the connections, for the first page."""

from starlette.requests import Request

from rekam.centre.pages.connection.words import URGENT_CONNECTION
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import Named, listed
from rekam.centre.pages.urgent import Urgent
from rekam.edge.store.centre.officials import call_line
from rekam.edge.web import language_of
from rekam.edge.web.wording import number, span

MOST = 3
"""Cases that are named by themselves."""


def urgent(desk: Desk, request: Request, place: Named) -> list[Urgent]:
    """Terms that are over, and recordings in quarantine; weighed by the recordings that wait."""
    language, now = language_of(request), desk.now()
    cases = desk.store.connection_cases
    waiting = cases.quarantined(place.code)
    found = [
        Urgent(
            weight=float(max(1, cases.quarantined(row.territory))),
            words=URGENT_CONNECTION["overdue"],
            href=f"/sambungan/kasus/{row.case_id}",
            values={
                "place": listed(desk.gazetteer, row.territory).title,
                "span": span(now - (row.due_at or now), language),
            },
            call=_whom(desk, row.territory),
        )
        for row in cases.overdue(place.code, now=now, limit=MOST)
    ]
    if waiting:
        found.append(
            Urgent(
                weight=float(waiting),
                words=URGENT_CONNECTION["quarantine"],
                href=f"/sambungan?wilayah={place.code}",
                values={"n": number(waiting, language)},
                call=_whom(desk, place.code),
            )
        )
    return found


def _whom(desk: Desk, territory: str) -> str:
    """Whom to call: the head of the office, of the province, or at the ministry."""
    post = {0: "director_general", 2: "head_of_province_office"}.get(len(territory), "head_of_office")
    return call_line(desk.store.database, territory[:5], post, desk.today)
