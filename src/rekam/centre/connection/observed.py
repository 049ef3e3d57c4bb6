"""What stations saw of their lines: speeds, and when the line went and came back."""

from psycopg import Connection

from rekam.edge.store.centre.fleet import JournalEntry
from rekam.edge.store.centre.lines import begin_outage, count_lost, end_outage, put_sample, set_state
from rekam.operations.connection import DAY_S, Outage, days_of
from rekam.operations.connection.parameters import KBIT_S_MOST
from rekam.problem import Problem

_MEASURED, _LOST, _BACK = "line_measured", "line_lost", "line_back"
LINE_ACTS = frozenset({_MEASURED, _LOST, _BACK})
"""Acts of a station's journal that tell of its line."""


def keep_line(connection: Connection, station_id: str, entry: JournalEntry, now: int) -> None:
    """Keep an observation of a line; the same one again changes nothing.

    Raises:
        Problem: ``packet.note_unreadable`` for a time in the future or a speed that is none.
    """
    if not 0 < entry.at <= now + DAY_S:
        raise Problem("packet.note_unreadable", field="at")
    if entry.act == _MEASURED:
        speed = entry.detail.get("kbit_s")
        if isinstance(speed, bool) or not isinstance(speed, int | float) or not 0 <= speed <= KBIT_S_MOST:
            raise Problem("packet.note_unreadable", field="kbit_s")
        put_sample(connection, station_id, at=entry.at, kbit_s=float(speed))
    elif entry.act == _LOST:
        begin_outage(connection, station_id, since=entry.at)
    else:
        since = end_outage(connection, station_id, until=entry.at)
        if since is not None:
            count_lost(connection, station_id, days_of(Outage(since, entry.at), now), now=now)
    set_state(connection, station_id)
