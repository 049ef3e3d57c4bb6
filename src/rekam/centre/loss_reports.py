"""Reporting lost hours, and reviewing what somebody else reported."""

from dataclasses import dataclass
from datetime import date, timedelta

from rekam.account import Account, Act, require
from rekam.centre.centre import Centre
from rekam.centre.settling import settle
from rekam.edge.store.centre import audit, loss_reports, station_days
from rekam.operations.obstacle import REPORTABLE, Cause, day_at
from rekam.operations.obstacle.parameters import (
    CLAIM_DAYS_MOST,
    CLAIM_HOURS_MOST,
    NOTE_LETTERS_LEAST,
    TEXT_CHARACTERS_MOST,
    TURNED_AWAY_MOST,
)
from rekam.problem import Problem

_REGENCY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class LossNews:
    """What somebody reports.

    Attributes:
        place: Kabupaten/kota or kecamatan.
        station_id: One post of it; empty = all.
        hours_a_day: Of each opening day; ``None`` = nobody counted, the cause alone is told.
        turned_away: Residents who left unrecorded; ``None`` = nobody counted.
        evidence: Letter, article, photograph, who saw it.
        source: Who says so, where it is not the reporter; ``contoh`` = invented for the demonstration.
    """

    place: str
    station_id: str = ""
    cause: Cause | None
    first_day: date | None
    last_day: date | None
    hours_a_day: float | None = None
    turned_away: int | None = None
    note: str
    evidence: str
    source: str = ""


def report_loss(centre: Centre, account: Account | None, news: LossNews) -> int:
    """Keep a report and settle the days it tells of; its number.

    Raises:
        Problem: ``obstacle.*`` for what is wrong with it, or the account's.
    """
    reporter = require(account, Act.REPORT_LOSS, news.place)
    now = centre.now()
    today = day_at(now, news.place)
    _check(news, today)
    assert news.cause is not None
    assert news.first_day is not None
    assert news.last_day is not None
    with centre.store.database.transaction() as connection:
        if news.station_id:
            found = station_days.posts(connection, news.place, news.station_id)
            if not found:
                raise Problem("obstacle.post_unknown", station=news.station_id[:40])
        number = loss_reports.put_report(
            connection, place=news.place, station_id=news.station_id or None, cause=news.cause,
            first_day=news.first_day, last_day=news.last_day,
            seconds_a_day=None if news.hours_a_day is None else round(news.hours_a_day * 3600),
            turned_away=news.turned_away, note=news.note.strip(), evidence=news.evidence.strip(),
            source=news.source.strip() or reporter.full_name, by=reporter.name, at=now,
        )  # fmt: skip
        audit.write(
            connection, reporter.name, Act.REPORT_LOSS.value, news.place, str(number), at=now,
            details={"cause": news.cause.value, "days": (news.last_day - news.first_day).days + 1},
        )  # fmt: skip
        if news.hours_a_day is not None:
            settle(
                connection,
                news.place,
                news.first_day,
                news.last_day,
                at=now,
                station_id=news.station_id or None,
            )
    return number


def review_loss(
    centre: Centre, account: Account | None, report_id: int, *, accepted: bool, note: str
) -> None:
    """Say whether somebody else's report holds; a refused one no longer counts.

    Raises:
        Problem: ``obstacle.report_unknown``, ``obstacle.own_report``, ``obstacle.note_needed``, the account's.
    """
    report = centre.store.loss_reports.report(report_id)
    if report is None:
        raise Problem("obstacle.report_unknown")
    reviewer = require(account, Act.REPORT_LOSS, report.place)
    if reviewer.name == report.reported_by:
        raise Problem("obstacle.own_report")
    if len(note.strip()) < NOTE_LETTERS_LEAST:
        raise Problem("obstacle.note_needed", least=NOTE_LETTERS_LEAST)
    now = centre.now()
    with centre.store.database.transaction() as connection:
        loss_reports.put_review(
            connection, report_id, accepted=accepted, note=note.strip(), by=reviewer.name, at=now
        )
        audit.write(
            connection, reviewer.name, "review_loss", report.place, str(report_id), at=now,
            details={"accepted": accepted},
        )  # fmt: skip
        if report.seconds_a_day is not None:
            settle(
                connection,
                report.place,
                report.first_day,
                report.last_day,
                at=now,
                station_id=report.station_id,
            )


def _check(news: LossNews, today: date) -> None:
    # A province may name a cause; hours are of offices.
    if not news.place or (len(news.place) < _REGENCY and news.hours_a_day is not None):
        raise Problem("obstacle.place_too_wide")
    if news.cause not in REPORTABLE:
        raise Problem("obstacle.cause_unknown")
    first, last = news.first_day, news.last_day
    if (
        first is None
        or last is None
        or not first <= last <= today
        or last - first >= timedelta(days=CLAIM_DAYS_MOST)
    ):
        raise Problem("obstacle.days_wrong", most=CLAIM_DAYS_MOST)
    if news.hours_a_day is not None and not 1 / 60 <= news.hours_a_day <= CLAIM_HOURS_MOST:
        raise Problem("obstacle.hours_wrong", most=CLAIM_HOURS_MOST)
    if news.turned_away is not None and not 0 <= news.turned_away <= TURNED_AWAY_MOST:
        raise Problem("obstacle.people_wrong", most=TURNED_AWAY_MOST)
    if not NOTE_LETTERS_LEAST <= len(news.note.strip()) <= TEXT_CHARACTERS_MOST:
        raise Problem("obstacle.note_needed", least=NOTE_LETTERS_LEAST)
    if not news.evidence.strip():
        raise Problem("obstacle.evidence_needed")
