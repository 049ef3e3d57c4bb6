"""Rapat: coordination meetings, who came, and decisions that become directives."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Account, Act, may, reaches
from rekam.centre.directive.meeting import PRESENCE, Gathering, decide, keep_meeting, note_attendance
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.directive.shown import spoken_place
from rekam.centre.pages.directive.typed import day_or_none, day_typed, number_in
from rekam.centre.pages.places import asked_place, listed
from rekam.edge.store.centre.meetings import Attendance, Meeting
from rekam.edge.web import check_form_token
from rekam.operations.directive import GROUPS, Post, posts_at
from rekam.problem import Problem

INVITED = (
    Post.GOVERNOR,
    Post.REGENT,
    Post.MAYOR,
    Post.HEAD_OF_PROVINCE_OFFICE,
    Post.HEAD_OF_OFFICE,
    Post.CAMAT,
)
"""Posts that are asked to meetings."""


def meetings_page(desk: Desk, request: Request) -> Response:
    """Meetings that concern a place."""
    return _list(desk, request, [], {})


def take_meeting(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """A new meeting, then its page."""
    check_form_token(request, form.get("_token"))
    account = desk.reader(request)
    try:
        gathering = Gathering(
            form.get("judul", ""), day_typed(form.get("hari", "")), form.get("tempat", ""), form.get("ruang", ""),
            form.get("pemimpin", ""), form.get("kelompok", ""), form.get("undangan", ""), form.get("sumber", ""),
        )  # fmt: skip
        number = keep_meeting(desk.centre, account, gathering)
    except Problem as problem:
        if problem.row.http in {401, 403}:
            raise
        return _list(desk, request, [problem], form, problem.row.http)
    return RedirectResponse(f"/instruksi/rapat/{number}", 303)


def _list(
    desk: Desk, request: Request, problems: list[Problem], typed: dict[str, str], status: int = 200
) -> Response:
    account = desk.account(request)
    place = asked_place(
        desk.gazetteer, account, Act.ANSWER_DIRECTIVE, request.query_params.get("wilayah", "")
    )
    assert account is not None
    rows = [
        {"meeting": one, "place": listed(desk.gazetteer, one.place).title}
        for one in desk.store.meetings.within(place.code)
    ]
    return desk.shell.page(
        request, "directive_meetings.html", status=status, place=place, rows=rows, problems=problems, typed=typed,
        may_keep=account.territory == place.code and may(account, Act.ISSUE_DIRECTIVE, place.code),
        groups=[group.key for group in GROUPS] if not place.code else [],
        invited=[post.value for post in INVITED], today=desk.today,
    )  # fmt: skip


def meeting_page(desk: Desk, request: Request) -> Response:
    """One meeting."""
    return _one(desk, request, [], {})


def take_minutes(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """Who came, or one decision; then the meeting again."""
    check_form_token(request, form.get("_token"))
    account, number = desk.reader(request), number_in(request.path_params["number"]) or 0
    try:
        if form.get("tindakan") == "hadir":
            came = [
                Attendance(post, place, form.get(f"nama_{post}_{place}", "")[:120], value)
                for name, value in form.items()
                if name.startswith("hadir_")
                for post, _, place in [name.removeprefix("hadir_").rpartition("_")]
            ]
            note_attendance(desk.centre, account, number, came)
        else:
            post, _, place = form.get("pemilik", "").rpartition("_")
            decide(
                desk.centre, account, number, form.get("keputusan", ""), owner_post=post, owner_place=place,
                owner_name=form.get("nama_pemilik", ""), deadline_on=day_or_none(form.get("tenggat", "")),
            )  # fmt: skip
    except Problem as problem:
        if problem.row.http in {401, 403}:
            raise
        return _one(desk, request, [problem], form, problem.row.http)
    return RedirectResponse(f"/instruksi/rapat/{number}", 303)


def _one(
    desk: Desk, request: Request, problems: list[Problem], typed: dict[str, str], status: int = 200
) -> Response:
    account = desk.reader(request)
    number = number_in(request.path_params["number"])
    meeting = desk.store.meetings.meeting(number) if number is not None else None
    if meeting is None or not _sees(desk, account, meeting):
        raise Problem("directive.meeting_unknown")
    became: dict[int, list[int]] = {}
    for one in desk.store.directives.of_meeting(meeting.meeting_id):
        became.setdefault(one.decision_id, []).append(one.directive_id)
    asked = desk.store.meetings.attendance(meeting.meeting_id)
    owners = [(post.value, meeting.called_by) for post in posts_at(meeting.called_by)]
    owners += [(one.post, one.place) for one in asked]
    return desk.shell.page(
        request, "directive_meeting.html", status=status, meeting=meeting, problems=problems, typed=typed,
        place=listed(desk.gazetteer, meeting.place).title,
        attendance=[{"one": one, "place": spoken_place(desk, one.place)} for one in asked],
        counts={kind: sum(one.presence == kind for one in asked) for kind in PRESENCE},
        decisions=[
            {"one": one, "place": spoken_place(desk, one.owner_place), "became": became.get(one.decision_id, [])}
            for one in desk.store.meetings.decisions(meeting.meeting_id)
        ],
        owners=[(post, code, spoken_place(desk, code)) for post, code in owners], presence=PRESENCE,
        may_keep=account.territory == meeting.called_by and may(account, Act.ISSUE_DIRECTIVE, meeting.called_by),
    )  # fmt: skip


def _sees(desk: Desk, account: Account, meeting: Meeting) -> bool:
    if not may(account, Act.ANSWER_DIRECTIVE, account.territory):
        raise Problem("account.not_permitted", place=account.territory or "Indonesia")
    if reaches(account.territory, meeting.place) or account.territory == meeting.called_by:
        return True
    # An office below somebody who was asked reads what was decided for it.
    return any(
        reaches(account.territory, one.place) or reaches(one.place, account.territory)
        for one in desk.store.meetings.attendance(meeting.meeting_id)
    )
