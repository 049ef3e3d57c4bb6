"""The counters of each day, kept at the day's first look."""

from datetime import UTC, date, datetime, timedelta

from rekam.centre.centre import Centre
from rekam.edge.store.centre.history import put_day

WIB = timedelta(hours=7)
"""Days of figures begin at midnight in Jakarta, where the centre stands."""


def snapshot(centre: Centre, day: date) -> int:
    """Keep the live counters of a day for nation, province, kabupaten/kota and kecamatan, unless they are kept.

    The first of a day stays, so every page of the day stands on the same point.

    Returns:
        How many places were kept now; 0 when the day was there already or nobody is counted.
    """
    cut = centre.store.people.cut()
    if cut is None:
        return 0
    with centre.store.database.transaction() as connection:
        return put_day(connection, day, cut=cut.name, at=centre.now())


def keep_day(centre: Centre) -> None:
    """Keep today's counters if nobody has looked yet today."""
    today = (datetime.fromtimestamp(centre.now(), UTC) + WIB).date()
    if not centre.store.history.kept(today):
        snapshot(centre, today)
