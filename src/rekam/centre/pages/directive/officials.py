"""Pejabat: who holds which post since when and by whose permission, whom to call, what each office is."""

from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, may
from rekam.centre.directive.appointment import Term, appoint, end_term, set_contact
from rekam.centre.directive.office import OfficeState, keep_office
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.directive.shown import spoken_place
from rekam.centre.pages.directive.typed import day_or_none, day_typed, number_in
from rekam.centre.pages.places import asked_place, listed, trail
from rekam.edge.store.centre.officials import Official
from rekam.edge.web import check_form_token
from rekam.operations.directive import APPOINTED_BY_MINISTER, Post, posts_at
from rekam.problem import Problem


def officials_page(desk: Desk, request: Request) -> Response:
    """The posts of a place and of those below it."""
    return _page(desk, request, request.query_params.get("wilayah", ""), [], {})


def keep(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """A new holder, the end of a term, a telephone number, or what an office is; then the page again."""
    check_form_token(request, form.get("_token"))
    place = form.get("wilayah", "")
    try:
        done = _keep(desk, request, form)
    except Problem as problem:
        if problem.row.http in {401, 403}:
            raise
        return _page(desk, request, place, [problem], form, status=problem.row.http)
    return _page(desk, request, place, [], {}, done=done)


def _keep(desk: Desk, request: Request, form: dict[str, str]) -> str:
    account, place = desk.reader(request), form.get("wilayah", "").strip()
    match form.get("tindakan"):
        case "angkat":
            appoint(desk.centre, account, _term(form, place))
        case "akhiri":
            end_term(
                desk.centre, account, number_in(form.get("pejabat")) or 0, day_typed(form.get("sampai", ""))
            )
        case "telepon":
            number = number_in(form.get("pejabat")) or 0
            set_contact(desk.centre, account, number, form.get("telepon", ""), form.get("surel", ""))
        case "dinas":
            state = OfficeState(
                form.get("dinas", ""), day_typed(form.get("sejak_dinas", "")), form.get("tipe", ""),
                form.get("gabung", ""), form.get("alamat", ""), form.get("telepon_dinas", ""), form.get("jam", ""),
                form.get("dasar", ""), form.get("sumber_dinas", ""),
            )  # fmt: skip
            keep_office(desk.centre, account, place, state)
        case _:
            raise Problem("command.page_not_found")
    return form["tindakan"]


def _term(form: dict[str, str], place: str) -> Term:
    return Term(
        post=form.get("jabatan", ""), place=place, name=form.get("nama", ""), since=day_typed(form.get("sejak", "")),
        appointed_by=form.get("pengangkat", ""), acting=form.get("plt") == "1", telephone=form.get("telepon", ""),
        email=form.get("surel", ""), permission=form.get("izin", ""),
        permission_on=day_or_none(form.get("tanggal_izin", "")), source=form.get("sumber", ""),
    )  # fmt: skip


def _page(
    desk: Desk,
    request: Request,
    asked: str,
    problems: list[Problem],
    typed: dict[str, str],
    *,
    done: str = "",
    status: int = 200,
) -> Response:
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.ANSWER_DIRECTIVE, asked)
    assert account is not None
    below = desk.gazetteer.children(place.code) if place.code else desk.gazetteer.provinces()
    places = [place.code, *(region.code for region in below if len(region.code) <= 8)]
    today = desk.today
    held = desk.store.officials.holders(place.code, {post.value for post in Post}, today)
    known = {(one.place, one.post): one for one in held}
    offices = desk.store.offices.within(place.code, today)
    rows = [
        _row(desk, code, post, known.get((code, post.value)), today)
        for code in places
        for post in posts_at(code)
        if post is not Post.DEPOT or (code, post.value) in known
    ]
    return desk.shell.page(
        request, "directive_officials.html", status=status, place=place, problems=problems, typed=typed, done=done,
        trail=[up for up in trail(desk.gazetteer, account, place.code) if may(account, Act.ANSWER_DIRECTIVE, up.code)],
        rows=rows, vacant=sum(row["holder"] is None for row in rows),
        unproven=sum(bool(row["unproven"]) for row in rows),
        terms=[{"term": one, "place": spoken_place(desk, one.place)} for one in desk.store.officials.terms(place.code)],
        offices=[
            {"office": offices[code], "place": listed(desk.gazetteer, code).title} for code in places if code in offices
        ],
        own_office=offices.get(place.code), history=desk.store.offices.of(place.code)[1:],
        posts=[post.value for post in posts_at(place.code)], may_keep=may(account, Act.KEEP_OFFICIALS, place.code),
        today=today,
    )  # fmt: skip


def _row(desk: Desk, code: str, post: Post, holder: Official | None, today: date) -> dict[str, object]:
    return {
        "post": post.value,
        "code": code,
        "place": spoken_place(desk, code),
        "holder": holder,
        "days": (today - holder.since).days if holder else 0,
        "unproven": holder is not None
        and post in APPOINTED_BY_MINISTER
        and not holder.acting
        and not holder.permission,
    }
