"""What of the fleet matters today."""

from starlette.requests import Request

from rekam.centre.pages.desk import Desk
from rekam.centre.pages.fleet.words import URGENT_FLEET
from rekam.centre.pages.places import WIDTH, Named, listed
from rekam.centre.pages.urgent import Urgent
from rekam.edge.store.centre.officials import call_line
from rekam.edge.web import language_of, wording
from rekam.operations.directive.post import Post
from rekam.operations.fleet.repair_time import days_out
from rekam.place import Level


def urgent(desk: Desk, request: Request, place: Named) -> list[Urgent]:
    """Places without a set that can record, and the repair where most residents are missing."""
    language = language_of(request)
    register, found = desk.store.device_register, []
    for one in register.places_without(place.code, limit=2):
        where = listed(desk.gazetteer, one.place).title
        values = {"place": where, "residents": wording.number(max(0, one.missing), language=language)}
        href = f"/alat/set?wilayah={one.place}"
        call = _call(desk, one.place)
        found.append(Urgent(float(max(1, one.missing)), URGENT_FLEET["no_set"], href, values, call))
    heaviest = register.heaviest(place.code)
    if heaviest is not None:
        ticket, _, home, since, missing = heaviest
        values = {
            "place": listed(desk.gazetteer, home).title,
            "days": wording.number(days_out(since, desk.now()), language=language),
            "residents": wording.number(max(0, missing), language=language),
        }
        # Half of them wait because of one device: its place may have a second set.
        href, call = f"/alat/tiket/{ticket}", _call(desk, home)
        found.append(Urgent(max(1, missing) / 2, URGENT_FLEET["oldest"], href, values, call))
    return found


def _call(desk: Desk, place: str) -> str:
    """Whom to call: the head of the regency's office."""
    return call_line(desk.store.database, place[: WIDTH[Level.REGENCY]], Post.HEAD_OF_OFFICE, desk.today)
