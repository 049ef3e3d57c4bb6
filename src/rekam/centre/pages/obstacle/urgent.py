"""What matters today of the obstacles, for the first page."""

from datetime import timedelta

from starlette.requests import Request

from rekam.centre.pages.desk import Desk
from rekam.centre.pages.obstacle.owner import owner_of
from rekam.centre.pages.obstacle.reading import NARROWEST, hours_of
from rekam.centre.pages.obstacle.words import CAUSE_WORDS, URGENT_OBSTACLE
from rekam.centre.pages.places import Named
from rekam.centre.pages.urgent import Urgent
from rekam.edge.web import language_of
from rekam.edge.web.language import translator
from rekam.edge.web.wording import number
from rekam.operations.obstacle import Cause

DAYS = 30


def urgent(desk: Desk, request: Request, place: Named) -> list[Urgent]:
    """The cause that took the most hours of the last 30 days, with the people they would have recorded."""
    code = place.code[:NARROWEST]
    first, last = desk.today - timedelta(days=DAYS - 1), desk.today
    width = len(code) or 2
    hours = hours_of(desk.store.obstacles.lost(code, width, first, last))
    cause = max(Cause, key=lambda one: hours[one].lost_s)
    if hours[cause].lost_s < 3600:
        return []
    worked = desk.store.obstacles.worked(code, width, first, last)
    worked_hours = sum(one.worked_s for one in worked) / 3600
    lost_hours = hours[cause].lost_s / 3600
    people = lost_hours * sum(one.recorded for one in worked) / worked_hours if worked_hours else 0.0
    language = language_of(request)
    words = translator(language, (desk.shell.folder / "locale",))
    values: dict[str, object] = {"place": place.title, "hours": number(round(lost_hours), language)}
    key = "unknown" if cause is Cause.UNKNOWN else "biggest"
    if key == "biggest":
        values |= {"cause": words(CAUSE_WORDS[cause.value]), "people": number(round(people), language)}
    return [
        Urgent(
            people, URGENT_OBSTACLE[key], f"/hambatan?wilayah={place.code}&kurun=3bulan", values,
            owner_of(desk, cause, code).call,
        )
    ]  # fmt: skip
