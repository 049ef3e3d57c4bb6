"""Who turns 17: how many in which time, by month and place; the names stand on the invitations."""

from dataclasses import dataclass
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, may
from rekam.centre.pages.coverage import cut_name
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import WIDTH, asked_place, level_below, listed, trail
from rekam.operations.birth import (
    Turning,
    by_month,
    everywhere,
    months_from,
    needs_card_on,
    newest_birth,
    next_election,
    turned,
    turning_until,
    window_end,
)
from rekam.operations.birth.parameters import CARD_YEARS, WINDOWS_DAYS
from rekam.place import Level

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Window:
    """One time ahead.

    Attributes:
        days: How many days; 0 = until the day of voting.
        until: Last day.
        who: Those who turn 17 in it.
    """

    days: int
    until: date
    who: Turning


@dataclass(frozen=True, slots=True)
class Row:
    """One region of the table.

    Attributes:
        before: Those who turned 17 since the data cut and before this month.
        months: Those of each month.
    """

    code: str
    title: str
    before: Turning
    months: list[Turning]

    @property
    def whole(self) -> Turning:
        """Everybody of the row, each once."""
        return sum(self.months, self.before)


def turning_page(desk: Desk, request: Request) -> Response:
    """The numbers of a place and of the regions below it."""
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_COVERAGE, request.query_params.get("wilayah", ""))
    assert account is not None
    today, election = desk.today, next_election(desk.today)
    last = max(window_end(today, WINDOWS_DAYS[-1]), election[0] if election else today)
    below = level_below(place)
    width = WIDTH[below] if below is not None else len(place.code)
    born = desk.store.births.born(place.code, width, last=newest_birth(last, CARD_YEARS))
    whole = everywhere(born)
    windows = [
        Window(
            days, window_end(today, days), turning_until(whole, today=today, until=window_end(today, days))
        )
        for days in WINDOWS_DAYS
    ]
    past = [one for one in born if needs_card_on(one.birth) < today.replace(day=1)]
    rows = [
        Row(
            code,
            _short(desk, code),
            turned([one for one in past if one.place == code], before=today),
            list(months.values()),
        )
        for code, months in by_month(born, today=today, months=MONTHS).items()
    ]
    rows.sort(key=lambda row: (-row.whole.missing, row.title))
    return desk.shell.page(
        request,
        "birth_turning.html",
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        here="17",
        cut=cut_name(desk),
        counted_at=desk.now(),
        windows=windows,
        before=turned(whole, before=today),
        election=election,
        voters=turning_until(whole, today=today, until=election[0]) if election else Turning(),
        months=months_from(today, MONTHS),
        rows=rows,
        villages=width == WIDTH[Level.VILLAGE],
        may_see_children=may(account, Act.SEE_CHILDREN, place.code) and bool(place.code),
    )


def _short(desk: Desk, code: str) -> str:
    """A kecamatan or village by its name alone, so that twelve months fit beside it."""
    place = listed(desk.gazetteer, code)
    return place.name if len(code) >= WIDTH[Level.DISTRICT] else place.title
