"""Who has to report, who has, and whom to call."""

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Account, Act, may
from rekam.centre.monthly.compose import day_of
from rekam.centre.monthly.duty import duties, last_months
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import Named, listed, trail
from rekam.centre.pages.report.asked import month_words
from rekam.edge.store.centre.officials import line_of
from rekam.operations.directive.post import Post
from rekam.operations.report import Month, State
from rekam.problem import Problem

_ORDER = (State.OVERDUE, State.AWAITED, State.LATE, State.ON_TIME)
"""What has to be done comes first."""


def duty_page(
    desk: Desk,
    request: Request,
    account: Account,
    place: Named,
    month: Month,
    *,
    problems: list[Problem],
    typed: dict[str, str],
    status: int,
) -> Response:
    """The months, and the offices of the chosen one."""
    months = sorted({*last_months(desk.today), month})
    found = duties(desk.centre, place.code, months)
    chosen = next(one for one in found if one.month == month)
    holders = {
        one.place: line_of(one)
        for one in desk.store.officials.holders(place.code, [Post.HEAD_OF_OFFICE.value], desk.today)
    }
    rows = [
        {
            "place": listed(desk.gazetteer, arrival.place),
            "state": state,
            "received_at": arrival.received_at,
            "version": arrival.version,
            "reminded_at": arrival.reminded_at,
            "remind": state is State.OVERDUE and not _today(desk, arrival.reminded_at),
            "call": holders.get(arrival.place, ""),
        }
        for arrival, state in sorted(chosen.arrivals, key=lambda one: (_ORDER.index(one[1]), one[0].place))
    ]
    return desk.shell.page(
        request,
        "report_duty.html",
        month_words=month_words(request),
        status=status,
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        month=month,
        chosen=chosen,
        months=list(reversed(found)),
        rows=rows,
        may_keep=may(account, Act.KEEP_TARGETS, place.code),
        may_import=may(account, Act.IMPORT_FIGURES, place.code),
        done=request.query_params.get("selesai", ""),
        problems=problems,
        typed=typed,
    )


def _today(desk: Desk, moment: int | None) -> bool:
    return moment is not None and day_of(moment) == desk.today
