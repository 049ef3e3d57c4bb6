"""Who has to report by when, who has, and who was reminded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rekam.account import Account, Act, require
from rekam.centre.centre import Centre
from rekam.centre.monthly.compose import day_of, require_regency
from rekam.centre.monthly.parameters import TEXT_MOST
from rekam.edge.store.centre import audit
from rekam.edge.store.centre.report_duties import Arrival, put_duty, put_reminder
from rekam.edge.store.centre.reports import lock_month, put_report
from rekam.operations.report import Came, Month, Punctuality, State, punctuality, state_of
from rekam.operations.report.parameters import MONTHS_SHOWN
from rekam.place import Gazetteer, Level
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class MonthOfDuty:
    """The expected reports of one month.

    Attributes:
        month: Which.
        due: Last day that is on time.
        counts: Expected, received, on time.
        arrivals: Each expected report with its state.
    """

    month: Month
    due: date
    counts: Punctuality
    arrivals: tuple[tuple[Arrival, State], ...]

    @property
    def overdue(self) -> list[Arrival]:
        """What is past its day and not here."""
        return [one for one, state in self.arrivals if state is State.OVERDUE]


def last_months(today: date, count: int = MONTHS_SHOWN) -> list[Month]:
    """The last complete months, oldest first."""
    found = [Month.of(today).before]
    while len(found) < count:
        found.insert(0, found[0].before)
    return found


def duties(centre: Centre, territory: str, months: Sequence[Month]) -> list[MonthOfDuty]:
    """What was expected of a territory and what came, month by month."""
    today = day_of(centre.now())
    arrivals = centre.store.report_duties.arrivals(territory, [month.first for month in months])
    found = []
    for month in months:
        of_month = [one for one in arrivals if one.month == month.first]
        came = [Came(one.place, month.due(), _day(one.received_at)) for one in of_month]
        states = tuple(zip(of_month, (state_of(one, today) for one in came), strict=True))
        found.append(MonthOfDuty(month, month.due(), punctuality(came), states))
    return found


def _day(moment: int | None) -> date | None:
    return None if moment is None else day_of(moment)


def expect_reports(
    centre: Centre, gazetteer: Gazetteer, account: Account, territory: str, since: Month, *, source: str
) -> int:
    """Every kabupaten/kota of a territory reports from a month on; how many are new.

    Raises:
        Problem: ``account.not_permitted``, ``report.source_missing``.
    """
    require(account, Act.KEEP_TARGETS, territory)
    basis = " ".join(source.split())[:TEXT_MOST]
    if not basis:
        raise Problem("report.source_missing")
    tops = [territory] if territory else [one.code for one in gazetteer.provinces()]
    places = [one.code for top in tops for one in gazetteer.within(top, Level.REGENCY)]
    with centre.store.database.transaction() as connection:
        added = put_duty(connection, places, since.first, source=basis)
        audit.write(
            connection, account.name, "expect_reports", territory, f"{territory} {since}", at=centre.now(),
            details={"places": added},
        )  # fmt: skip
    return added


def remind(
    centre: Centre, gazetteer: Gazetteer, account: Account, place: str, month: Month, *, note: str
) -> None:
    """Keep that an office was reminded of an overdue report.

    Raises:
        Problem: ``account.not_permitted``, ``report.not_overdue``, ``report.reminded_today``.
    """
    require(account, Act.KEEP_TARGETS, place)
    now = centre.now()
    title = gazetteer.region(place).title
    (of_month,) = duties(centre, place, [month])
    overdue = next((one for one in of_month.overdue if one.place == place), None)
    if overdue is None:
        raise Problem("report.not_overdue", place=title, month=month.words)
    if overdue.reminded_at is not None and day_of(overdue.reminded_at) == day_of(now):
        raise Problem("report.reminded_today", place=title)
    words = " ".join(note.split())[:TEXT_MOST]
    with centre.store.database.transaction() as connection:
        put_reminder(connection, place, month.first, at=now, by=account.name, note=words)
        audit.write(connection, account.name, "remind_report", place, f"{place} {month}", at=now)


def note_received(
    centre: Centre,
    gazetteer: Gazetteer,
    account: Account,
    place: str,
    month: Month,
    *,
    source: str,
    at: int | None = None,
) -> int:
    """Keep that a report came on paper, of which nothing but its day is known here; number of the report.

    Args:
        centre: The open centre.
        gazetteer: Regions.
        account: Who notes it.
        place: Whose report.
        month: What it is of.
        source: How it came: number of the letter.
        at: Unix seconds of its arrival; now where it is not given, and never later.

    Raises:
        Problem: ``account.not_permitted``, ``report.source_missing``, ``report.signed_already``,
            ``report.not_regency``, ``report.month_future``.
    """
    require(account, Act.KEEP_TARGETS, place)
    now = centre.now()
    require_regency(gazetteer, place, month, day_of(now))
    words = " ".join(source.split())[:TEXT_MOST]
    if not words:
        raise Problem("report.source_missing")
    came = min(now if at is None else at, now)
    with centre.store.database.transaction() as connection:
        if lock_month(connection, place, month.first):
            raise Problem("report.signed_already", month=month.words)
        number = put_report(
            connection, place, month.first, kind="noted", at=came, by=account.name, source=words
        )
        audit.write(connection, account.name, "note_report", place, f"{place} {month}", at=now)
    return number
