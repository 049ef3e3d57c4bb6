"""A new directive: the form, who would get it, and the giving."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Account, Act, require
from rekam.centre.directive.addressing import Call
from rekam.centre.directive.order import Order, checked_lines, issue, pass_on
from rekam.centre.directive.say import own_line
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.directive.shown import spoken_place
from rekam.centre.pages.directive.typed import day_typed, goal_typed, number_in, ticked
from rekam.centre.pages.places import listed
from rekam.edge.store.centre.directive_rows import Addressee, Directive
from rekam.edge.store.centre.officials import line_of
from rekam.edge.web import check_form_token
from rekam.operations.directive import DOCUMENT, GROUPS, KINDS, Post, posts_at, stands_below
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a new directive comes from.

    Attributes:
        place: Whose it is.
        line: The line that it passes on; ``None`` = it begins here.
        parent: The directive of that line.
        decision_id: The decision of a meeting that it carries out.
    """

    place: str
    line: Addressee | None
    parent: Directive | None
    decision_id: int | None


def new_page(desk: Desk, request: Request) -> Response:
    """The empty form, filled from the directive that is passed on or the decision that is carried out."""
    account = desk.reader(request)
    origin = _origin(desk, account, request.query_params)
    return _page(desk, request, origin, _first(desk, origin), [])


def take_new(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """Show who would get it, or give it."""
    check_form_token(request, form.get("_token"))
    account = desk.reader(request)
    origin = _origin(desk, account, form)
    try:
        order = _order(form, origin)
        issuer = origin.line.post if origin.line else order.post
        lines = checked_lines(desk.centre, order, origin.place, issuer=issuer)
        if form.get("tindakan") == "beri":
            number = (
                pass_on(desk.centre, account, origin.line.addressee_id, order)
                if origin.line
                else issue(desk.centre, account, order)
            )
            return RedirectResponse(f"/instruksi/{number}", 303)
    except Problem as problem:
        if problem.row.http in {401, 403}:
            raise
        return _page(desk, request, origin, form, [problem], status=problem.row.http)
    return _page(desk, request, origin, form, [], lines=lines)


def _origin(desk: Desk, account: Account, values: Mapping[str, str]) -> Origin:
    number = number_in(values.get("dari"))
    if number is not None:
        line = own_line(account, desk.store.directives.line(number))
        return Origin(line.place, line, desk.store.directives.directive(line.directive_id), None)
    require(account, Act.ISSUE_DIRECTIVE, account.territory)
    decision = number_in(values.get("keputusan"))
    if decision is not None and desk.store.meetings.decision(decision) is None:
        raise Problem("directive.meeting_unknown")
    return Origin(account.territory, None, None, decision)


def _first(desk: Desk, origin: Origin) -> dict[str, str]:
    """What the form holds before anybody typed."""
    typed = {"tenggat": desk.target.isoformat(), "bukti": "coverage", "sasaran": "100"}
    if origin.parent is not None:
        above = origin.parent
        typed |= {
            "judul": above.title, "isi": above.words, "dasar": above.basis, "bukti": above.evidence,
            "tenggat": above.deadline_on.isoformat(),
            "sasaran": "" if above.goal is None else f"{above.goal * (100 if _share(above.evidence) else 1):g}",
        }  # fmt: skip
    if origin.decision_id is not None and (decision := desk.store.meetings.decision(origin.decision_id)):
        typed |= {"judul": decision.words[:200], "isi": decision.words, "penanggung": decision.owner_name}
        if decision.deadline_on:
            typed["tenggat"] = decision.deadline_on.isoformat()
    return typed


def _share(kind: str) -> bool:
    return kind in KINDS and KINDS[kind].share


def _order(form: Mapping[str, str], origin: Origin) -> Order:
    kind = form.get("bukti", DOCUMENT)
    places = tuple(part for part in form.get("wilayah", "").replace(";", ",").split(",") if part.strip())
    return Order(
        post=origin.line.post if origin.line else form.get("pemberi", ""), title=form.get("judul", ""),
        words=form.get("isi", ""), basis=form.get("dasar", ""), deadline=day_typed(form.get("tenggat", "")),
        call=Call(ticked(form, "jabatan_"), form.get("kelompok", ""), (*places, *ticked(form, "tempat_"))),
        evidence=kind, goal=goal_typed(kind, form.get("sasaran", "")), letter=form.get("nomor", ""),
        responsible=form.get("penanggung", ""), station_words=form.get("stasiun", ""), source=form.get("sumber", ""),
        decision_id=origin.decision_id,
    )  # fmt: skip


def _page(
    desk: Desk,
    request: Request,
    origin: Origin,
    typed: Mapping[str, str],
    problems: list[Problem],
    *,
    lines: list[tuple[Post, str]] | None = None,
    status: int = 200,
) -> Response:
    issuers = [Post(origin.line.post)] if origin.line else list(posts_at(origin.place))
    issuers = [post for post in issuers if _addressed_by(post, origin.place)]
    holders = {}
    if lines:
        found = desk.store.officials.holders(origin.place, {post.value for post, _ in lines}, desk.today)
        holders = {(one.post, one.place): line_of(one) for one in found}
    children = desk.gazetteer.children(origin.place) if origin.place else ()
    return desk.shell.page(
        request, "directive_new.html", status=status, problems=problems, typed=typed, origin=origin,
        place=spoken_place(desk, origin.place), issuers=[post.value for post in issuers],
        posts=[post.value for post in Post if any(_may_get(post, issuer, origin.place) for issuer in issuers)],
        groups=[group.key for group in GROUPS] if not origin.place else [],
        children=[(region.code, listed(desk.gazetteer, region.code).title) for region in children],
        kinds=[*KINDS, DOCUMENT], previewed=lines is not None,
        lines=[
            {"post": post.value, "place": spoken_place(desk, place), "code": place,
             "call": holders.get((post.value, place), "")}
            for post, place in lines or ()
        ],
    )  # fmt: skip


_SAMPLE = {0: ("15", "15.02", "15.71"), 2: ("", ".02", ".71"), 5: ("", ".01"), 8: ("",)}
"""Places below a place of each width where every post could stand; only the width and the city matter."""


def _may_get(post: Post, issuer: Post, place: str) -> bool:
    below = {place + end for end in _SAMPLE[len(place)]} | (
        {"15.02.01"} if not place else {f"{place}.02.01"[:8]}
    )
    return any(post in posts_at(one) and stands_below(post, one, issuer, place) for one in below)


def _addressed_by(issuer: Post, place: str) -> bool:
    return any(_may_get(post, issuer, place) for post in Post)
