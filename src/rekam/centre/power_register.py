"""What offices tell of their power: what they have against cuts, and cuts that no station saw."""

from rekam.account import Account, Act, require
from rekam.centre.centre import Centre
from rekam.centre.settling import settle
from rekam.edge.store.centre import audit, power
from rekam.operations.obstacle import day_at
from rekam.operations.power import Backup
from rekam.operations.power.parameters import CUT_DAYS_MOST
from rekam.problem import Problem

_REGENCY = 5


def keep_backup(
    centre: Centre, account: Account | None, place: str, backup: Backup, *, note: str = "", source: str = ""
) -> int:
    """Keep what the office of a place has now; the line's number.

    Raises:
        Problem: ``power.*`` for what is wrong with it, or the account's.
    """
    keeper = require(account, Act.KEEP_POWER, place)
    if not place:
        raise Problem("power.place_too_wide")
    backup.check()
    now = centre.now()
    with centre.store.database.transaction() as connection:
        number = power.put_backup(
            connection, place, backup, source=source.strip() or keeper.full_name, note=note.strip(),
            by=keeper.name, at=now,
        )  # fmt: skip
        audit.write(
            connection, keeper.name, Act.KEEP_POWER.value, place, place, at=now,
            details={"generators": backup.generators, "ups": backup.ups},
        )  # fmt: skip
    return number


def report_cut(
    centre: Centre,
    account: Account | None,
    place: str,
    *,
    since: int,
    until: int,
    note: str = "",
    source: str = "",
    station_id: str | None = None,
) -> int:
    """Keep a cut that an office tells of and settle its days; its number.

    Raises:
        Problem: ``power.times_wrong``, ``power.place_too_wide``, or the account's.
    """
    reporter = require(account, Act.REPORT_LOSS, place)
    if len(place) < _REGENCY:
        raise Problem("power.place_too_wide")
    now = centre.now()
    if not 0 < since < until <= now or until - since > CUT_DAYS_MOST * 86_400:
        raise Problem("power.times_wrong", most=CUT_DAYS_MOST)
    with centre.store.database.transaction() as connection:
        number = power.put_report(
            connection, place, station_id=station_id, since=since, until=until,
            source=source.strip() or reporter.full_name, note=note.strip(), by=reporter.name, at=now,
        )  # fmt: skip
        audit.write(
            connection, reporter.name, "report_power_cut", place, str(number), at=now,
            details={"minutes": (until - since) // 60},
        )  # fmt: skip
        settle(connection, place, day_at(since, place), day_at(until, place), at=now, station_id=station_id)
    return number
