"""One addressee of a directive: where it stands, what its figure does, and what the reader may do now."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Account, Act, Role, may, reaches
from rekam.centre.directive.appointment import Term, replace_holder
from rekam.centre.directive.live import readings
from rekam.centre.directive.say import answer_for_minister, answers_for, say
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.directive.one import issuer_contact, seen_directive
from rekam.centre.pages.directive.shown import LineShown, measured, spoken_place
from rekam.centre.pages.directive.typed import day_or_none, day_typed, number_in
from rekam.edge.store.centre.directive_rows import Addressee, Directive
from rekam.edge.store.centre.officials import call_line
from rekam.edge.web import check_form_token
from rekam.operations.directive import (
    APPOINTED_BY_MINISTER,
    NEXT,
    SIDE,
    WORDS_NEEDED,
    EventKind,
    Post,
    Side,
    Step,
)
from rekam.problem import Problem

SIMPLE = frozenset({EventKind.ACKNOWLEDGED, EventKind.REMINDED})
"""Acts that need one button."""


def line_page(desk: Desk, request: Request) -> Response:
    """The page of a line."""
    return _page(desk, request, [], {})


def take_act(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """One act of the reader, then the line again."""
    check_form_token(request, form.get("_token"))
    account = desk.reader(request)
    number = number_in(request.path_params["line"])
    try:
        _do(desk, account, number, form)
    except Problem as problem:
        if problem.row.http in {401, 403, 404}:
            raise
        return _page(desk, request, [problem], form, problem.row.http)
    return RedirectResponse(
        "/instruksi" if form.get("dari") == "daftar" else f"/instruksi/baris/{number}", 303
    )


def _do(desk: Desk, account: Account, number: int | None, form: dict[str, str]) -> None:
    kinds = {kind.value: kind for kind in EventKind}
    kind = kinds.get(form.get("tindakan", ""))
    if kind is None or number is None:
        raise Problem("command.page_not_found")
    match kind:
        case EventKind.REPLACEMENT_PERMITTED:
            on = day_or_none(form.get("tanggal_izin", ""))
            if on is None:
                raise Problem("directive.permission_needed")
            answer_for_minister(
                desk.centre, account, number, permission=form.get("izin", ""), permission_on=on
            )
        case EventKind.REPLACED:
            successor = Term(
                "", "", form.get("nama", ""), day_typed(form.get("sejak", "")), form.get("pengangkat", ""),
                telephone=form.get("telepon", ""),
            )  # fmt: skip
            replace_holder(desk.centre, account, number, successor)
        case EventKind.PASSED_ON | EventKind.ISSUED:
            raise Problem("command.page_not_found")
        case _:
            say(desk.centre, account, number, kind, form.get("kata", ""))


def _page(
    desk: Desk, request: Request, problems: list[Problem], typed: dict[str, str], status: int = 200
) -> Response:
    account = desk.reader(request)
    number = number_in(request.path_params["line"])
    kept = desk.store.directives.line(number) if number is not None else None
    if kept is None:
        raise Problem("directive.unknown")
    found = seen_directive(desk, account, kept.directive_id)
    if not reaches(account.territory, kept.place) and account.territory != found.issuer_place:
        raise Problem("directive.unknown")
    now = readings(desk.centre, found.evidence, [kept.place])
    line = next(
        one
        for one in desk.store.directives.addressees(found.directive_id)
        if one.addressee_id == kept.addressee_id
    )
    shown = measured(desk, found.evidence, found.goal, line, now, found.issued_at)
    following = NEXT[Step(kept.state)]
    # In the order of the table of events: what ends a line stands last.
    open_acts = [kind for kind in EventKind if kind in following and _permitted(account, found, kept, kind)]
    return desk.shell.page(
        request, "directive_line.html", status=status, directive=found, problems=problems, typed=typed,
        line=shown,
        issuer_place=spoken_place(desk, found.issuer_place),
        call=call_line(desk.store.database, kept.place, kept.post, desk.today),
        issuer_contact=issuer_contact(desk, found), behind=_behind(found.evidence, kept.place),
        simple=[kind.value for kind in open_acts if kind in SIMPLE],
        worded=[
            kind.value for kind in open_acts
            if kind in WORDS_NEEDED or (kind is EventKind.CLOSED and _closable(shown))
        ],
        may_pass_on=EventKind.PASSED_ON in open_acts,
        may_permit=EventKind.REPLACEMENT_PERMITTED in open_acts,
        may_replace=EventKind.REPLACED in open_acts,
        waits_for_figure=EventKind.CLOSED in open_acts and not _closable(shown),
        events=desk.store.directives.events(kept.addressee_id),
        passed_on=[row for row in desk.store.directives.passed_on(found.directive_id) if row.parent_id == number],
        today=desk.today,
    )  # fmt: skip


def _closable(line: LineShown) -> bool:
    """A live figure has to be there first; a document is judged by people."""
    return line.progress is None or line.progress.reached


def _permitted(account: Account, directive: Directive, line: Addressee, kind: EventKind) -> bool:
    """Whether the page offers an act; `say` asks again when it is done."""
    if kind is EventKind.REPLACEMENT_PROPOSED and Post(line.post) not in APPOINTED_BY_MINISTER:
        return False
    match SIDE[kind]:
        case Side.ADDRESSEE:
            return may(account, Act.ANSWER_DIRECTIVE, line.place) and answers_for(account, line)
        case Side.ISSUER:
            act = Act.ANSWER_DIRECTIVE if account.role is Role.REGENCY else Act.ISSUE_DIRECTIVE
            return may(account, act, line.place) and account.territory == directive.issuer_place
        case Side.MINISTER:
            return may(account, Act.KEEP_OFFICIALS, line.place)


BEHIND = {"coverage": "/peta", "unsent": "/perjalanan", "devices": "/alat", "suspensions": "/sambungan"}
"""Where each live figure is opened."""


def _behind(evidence: str, place: str) -> str:
    return f"{BEHIND[evidence]}?wilayah={place}" if evidence in BEHIND else ""
