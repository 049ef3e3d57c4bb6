"""What this room puts on the first page of a level."""

from starlette.requests import Request

from rekam.centre.monthly.duty import duties
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import Named
from rekam.centre.pages.report.asked import month_words
from rekam.centre.pages.report.words import URGENT_REPORT
from rekam.centre.pages.urgent import Urgent
from rekam.edge.store.centre.officials import call_line
from rekam.edge.web import language_of, wording
from rekam.operations.directive.post import Post
from rekam.operations.report import Month
from rekam.place import Level


def urgent(desk: Desk, request: Request, place: Named) -> list[Urgent]:
    """The overdue reports of the last complete month; nobody waits for them, so they weigh little: one each."""
    if place.level is not None and place.level > Level.REGENCY:
        return []
    month = Month.of(desk.today).before
    (found,) = duties(desk.centre, place.code, [month])
    overdue = found.overdue
    if not overdue:
        return []
    language = language_of(request)
    first = overdue[0].place
    values: dict[str, object] = {
        "month": month_words(request)(month),
        "due": wording.day(found.due, language),
    }
    key = "own" if place.level is Level.REGENCY else "others"
    if key == "others":
        values |= {"missing": len(overdue), "expected": found.counts.expected}
    return [
        Urgent(
            float(len(overdue)), URGENT_REPORT[key], f"/laporan?wilayah={place.code}&bulan={month}", values,
            call_line(desk.store.database, first, Post.HEAD_OF_OFFICE, desk.today),
        )
    ]  # fmt: skip
