"""What of the directives matters today on the first page of a place."""

from starlette.requests import Request

from rekam.centre.pages.desk import Desk
from rekam.centre.pages.directive.words import URGENT_DIRECTIVE
from rekam.centre.pages.places import Named
from rekam.centre.pages.urgent import Urgent
from rekam.edge.store.centre.officials import call_line
from rekam.edge.web import language_of
from rekam.edge.web.wording import number


def urgent(desk: Desk, request: Request, place: Named) -> list[Urgent]:
    """Directives that this place has not acknowledged or not done, and those that others owe it.

    Weights are residents still missing, by the figure of the issue: all of them once the deadline has passed or
    somebody refuses, the part of the time that passed unheard until then.
    """
    language, now, on = language_of(request), desk.now(), desk.today

    def said(key: str, weight: float, href: str, call: str, n: int, **values: object) -> Urgent:
        return Urgent(weight, URGENT_DIRECTIVE[key], href, {"n": number(n, language), **values}, call)

    found: list[Urgent] = []
    here = desk.store.directives.waiting_here(place.code, now=now)
    issuer = (
        call_line(desk.store.database, here.issuer_place or "", here.issuer_post, on)
        if here.issuer_post
        else ""
    )
    if here.overdue:
        found.append(
            said(
                "overdue", here.overdue_people, f"/instruksi/baris/{here.overdue_line}", issuer, here.overdue
            )
        )
    if here.unheard:
        found.append(
            said(
                "unheard", here.unheard_people, f"/instruksi/baris/{here.unheard_line}", issuer, here.unheard
            )
        )
    for owed in desk.store.directives.owed_to(place.code, now=now):
        href = f"/instruksi/{owed.directive_id}"
        call = call_line(desk.store.database, owed.place, owed.post, on)
        if owed.refused:
            found.append(said("refused", owed.refused_people, href, call, owed.refused, title=owed.title))
        elif owed.overdue:
            found.append(said("late", owed.overdue_people, href, call, owed.overdue, title=owed.title))
        elif owed.answered:
            found.append(said("answered", 0, href, "", owed.answered, title=owed.title))
    if not place.code and (proposed := desk.store.directives.awaiting_minister()):
        found.append(said("proposed", 0, "/instruksi", "", proposed))
    return found
