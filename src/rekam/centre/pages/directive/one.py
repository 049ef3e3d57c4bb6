"""One directive: its text, its addressees with their live figures, the cascade below it, what happened."""

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Account, Act, reaches, require
from rekam.centre.directive.live import readings
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.directive.shown import measured, progress, reading, spoken_place, summed
from rekam.centre.pages.directive.typed import number_in
from rekam.edge.store.centre.directive_rows import Directive
from rekam.edge.store.centre.officials import line_of, title_of
from rekam.problem import Problem


def directive_page(desk: Desk, request: Request) -> Response:
    """The page of a directive; an office sees the lines of its own territory, the issuer sees all."""
    account = desk.reader(request)
    number = number_in(request.path_params["number"])
    found = seen_directive(desk, account, number)
    whole = account.territory == found.issuer_place or not account.territory
    kept = [
        line
        for line in desk.store.directives.addressees(found.directive_id)
        if whole or reaches(account.territory, line.place)
    ]
    now = readings(desk.centre, found.evidence, {line.place for line in kept})
    lines = sorted(
        (measured(desk, found.evidence, found.goal, line, now, found.issued_at) for line in kept),
        key=lambda line: line.rank,
    )
    starts = {
        line.place: first
        for line in kept
        if (first := reading(line.start_numerator, line.start_denominator, found.issued_at)) is not None
    }
    places = {line.place for line in kept}
    by_number = {line.number: line for line in lines}
    return desk.shell.page(
        request,
        "directive_one.html",
        directive=found,
        issuer_place=spoken_place(desk, found.issuer_place),
        issuer_contact=issuer_contact(desk, found),
        lines=lines,
        whole=whole,
        acknowledged=sum(line.acknowledged_at is not None for line in lines),
        late=sum(line.late for line in lines),
        progress=progress(
            found.evidence,
            found.goal,
            summed(places, starts, found.evidence),
            summed(places, now, found.evidence),
        ),
        parent=_parent(desk, found),
        meeting=_meeting(desk, found),
        passed_on=[
            {
                "row": row,
                "line": by_number[row.parent_id],
                "issuer_place": spoken_place(desk, row.issuer_place),
            }
            for row in desk.store.directives.passed_on(found.directive_id)
            if row.parent_id in by_number
        ],
        events=[
            {"event": event, "line": by_number[event.addressee_id]}
            for event in desk.store.directives.events_of(found.directive_id)
            if event.addressee_id in by_number
        ],
    )


def seen_directive(desk: Desk, account: Account, number: int | None) -> Directive:
    """A directive that the account may see: it gave it, or a line of it lies in its territory.

    Raises:
        Problem: ``directive.unknown``, ``account.not_permitted``.
    """
    require(account, Act.ANSWER_DIRECTIVE, account.territory)
    found = desk.store.directives.directive(number) if number is not None else None
    if found is None:
        raise Problem("directive.unknown")
    own = reaches(account.territory, found.issuer_place) and bool(found.issuer_place or not account.territory)
    if not own and not desk.store.directives.touches(found.directive_id, account.territory):
        raise Problem("directive.unknown")
    return found


def issuer_contact(desk: Desk, directive: Directive) -> str:
    """Where the issuer is reached: a telephone number, or who holds the post by now with theirs."""
    holder = desk.store.officials.holder(directive.issuer_post, directive.issuer_place, desk.today)
    if holder is None:
        return ""
    return holder.telephone if holder.name == directive.issuer_name else line_of(holder)


def _parent(desk: Desk, directive: Directive) -> dict[str, object] | None:
    line = desk.store.directives.line(directive.parent_id) if directive.parent_id else None
    above = desk.store.directives.directive(line.directive_id) if line else None
    if line is None or above is None:
        return None
    return {"number": above.directive_id, "title": above.title, "by": title_of(line.post, line.place)}


def _meeting(desk: Desk, directive: Directive) -> dict[str, object] | None:
    decision = desk.store.meetings.decision(directive.decision_id) if directive.decision_id else None
    meeting = desk.store.meetings.meeting(decision.meeting_id) if decision else None
    return {"number": meeting.meeting_id, "title": meeting.title} if meeting else None
