"""What this room puts on the first page of a level."""

from starlette.requests import Request

from rekam.centre.pages.birth.words import URGENT_BIRTH
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import WIDTH, Named
from rekam.centre.pages.urgent import Urgent
from rekam.edge.store.centre.officials import call_line
from rekam.edge.web import language_of, wording
from rekam.operations.birth import (
    BirthCount,
    newest_birth,
    still_needed,
    target_of,
    turned,
    turning_until,
    window_end,
)
from rekam.operations.birth.parameters import CARD_YEARS, WINDOWS_DAYS
from rekam.place import Level


def urgent_keys(desk: Desk, place: Named, count: BirthCount) -> list[tuple[str, int]]:
    """What matters at a place: key of the sentence, and how many children wait; nobody waits = left out."""
    today = desk.today
    end = window_end(today, WINDOWS_DAYS[0])
    born = desk.store.births.born(place.code, len(place.code), last=newest_birth(end, CARD_YEARS))
    share = target_of(today.year)
    found = [
        ("turned", turned(born, before=today).missing),
        ("month", turning_until(born, today=today, until=end).missing),
        ("target", still_needed(count, share) if share is not None else 0),
    ]
    return [(key, number) for key, number in found if number]


def urgent(desk: Desk, request: Request, place: Named) -> list[Urgent]:
    """The same for the first page, with its weight, its way and whom to call."""
    ways = {"turned": "/akta/17", "month": "/akta/17", "target": "/akta"}
    language = language_of(request)
    found = urgent_keys(desk, place, desk.store.births.of(place.code, today=desk.today))
    call = _call(desk, place) if found else ""
    return [
        Urgent(
            float(number), URGENT_BIRTH[key], f"{ways[key]}?wilayah={place.code}",
            {"n": wording.number(number, language)}, call,
        )
        for key, number in found
    ]  # fmt: skip


def _call(desk: Desk, place: Named) -> str:
    """The head of the office that issues certificates there; for a province, of the province's."""
    regency = WIDTH[Level.REGENCY]
    post, code = ("head_of_office", place.code[:regency]) if len(place.code) >= regency else (
        "head_of_province_office", place.code,
    )  # fmt: skip
    return call_line(desk.store.database, code, post, on=desk.today) if place.code else ""
