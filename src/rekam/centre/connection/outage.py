"""Times without a line as an office tells them: since when, until when, why."""

from datetime import UTC, datetime

from rekam.account import Account, Act, reaches, require
from rekam.centre.centre import Centre
from rekam.centre.connection.case import words_of
from rekam.edge.store.centre import audit
from rekam.edge.store.centre.lines import count_lost, lock_outage, put_outage, set_outage, set_state
from rekam.operations.connection import Outage, OutageCause, days_of
from rekam.operations.connection.line import WIB_S
from rekam.problem import Problem


def report_outage(
    centre: Centre, account: Account | None, *, place: str, since: str, until: str, cause: str, note: str,
    station: str = "",
) -> int:  # fmt: skip
    """An outage of an office, or of one of its stations; its number.

    Args:
        centre: The open centre.
        account: Who reports.
        place: Region code.
        since: ``YYYY-MM-DDTHH:MM`` in WIB.
        until: The same; empty while it lasts.
        cause: Value of an `OutageCause`.
        note: What is known of it; may be empty.
        station: One station only.

    Raises:
        Problem: ``connection.*``, ``account.*``.
    """
    reporter = require(account, Act.REPORT_LOSS, place)
    if not place:
        raise Problem("connection.place_needed")
    if station:
        found = centre.store.stations.station(station)
        if found is None or not reaches(place, found.region):
            raise Problem("connection.station_elsewhere", station=station)
        place = found.region
    now = centre.now()
    begin = moment_of(since)
    end = moment_of(until) if until.strip() else None
    _check_times(begin, end, now)
    words = words_of(note, needed=False)
    _check_cause(cause)
    with centre.store.database.transaction() as connection:
        number = put_outage(
            connection, place, station_id=station or None, since=begin, until=end, cause=cause, note=words
        )
        audit.write(
            connection,
            reporter.name,
            "report_outage",
            place,
            f"outage:{number}",
            at=now,
            details={"cause": cause},
        )
    return number


def settle_outage(
    centre: Centre, account: Account | None, outage_id: int, *, cause: str, until: str, note: str
) -> None:
    """Say why a line was gone, or that it is back.

    Raises:
        Problem: ``connection.*``, ``account.*``.
    """
    now = centre.now()
    with centre.store.database.transaction() as connection:
        row = lock_outage(connection, outage_id)
        reporter = require(account, Act.REPORT_LOSS, row.place)
        _check_cause(cause)
        end = row.until
        if until.strip():
            if row.until is not None:
                raise Problem("connection.outage_over")
            end = moment_of(until)
            _check_times(row.since, end, now)
        words = words_of(note, needed=False)
        set_outage(connection, outage_id, until=end, cause=cause, note=words or row.note)
        if row.source == "observed" and row.station_id and end is not None and row.until is None:
            # The station has not said so itself yet; what it says later ends nothing twice.
            count_lost(connection, row.station_id, days_of(Outage(row.since, end), now), now=now)
            set_state(connection, row.station_id)
        audit.write(
            connection, reporter.name, "settle_outage", row.place, f"outage:{outage_id}", at=now,
            details={"cause": cause, "over": end is not None},
        )  # fmt: skip


def moment_of(text: str) -> int:
    """Unix seconds of a date and time in WIB, as a form gives it.

    Raises:
        Problem: ``connection.outage_time``.
    """
    try:
        said = datetime.strptime(text.strip()[:16], "%Y-%m-%dT%H:%M").replace(tzinfo=UTC)
    except ValueError as error:
        raise Problem("connection.outage_time") from error
    return int(said.timestamp()) - WIB_S


def _check_times(since: int, until: int | None, now: int) -> None:
    if since <= 0 or since > now or (until is not None and not since <= until <= now):
        raise Problem("connection.outage_time")


def _check_cause(cause: str) -> None:
    if cause not in {one.value for one in OutageCause}:
        raise Problem("connection.cause_unknown")
