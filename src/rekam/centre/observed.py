"""What stations observed and the centre keeps by subject: reasons against names, faults of devices."""

from collections.abc import Sequence
from hashlib import sha256

from psycopg import Connection

from rekam.centre.centre import Centre
from rekam.centre.connection import LINE_ACTS, keep_line
from rekam.centre.day_observed import ACTS as DAY_ACTS
from rekam.centre.day_observed import keep_days
from rekam.centre.fleet.observed import GAP_ACTS, note_gap, open_tickets
from rekam.edge.store.centre import audit
from rekam.edge.store.centre.absences import put_absence
from rekam.edge.store.centre.fleet import JournalEntry, put_fault, read_entry
from rekam.operations.fleet import read_fault
from rekam.packet.note import open_note
from rekam.problem import Problem

_ABSENCE, _FAULT = "absence_noted", "device_fault"


def keep_observed(centre: Centre, station_id: str, journal: Sequence[bytes]) -> None:
    """Keep the observations of a station by subject; the same entries again change nothing.

    An entry that cannot be read stays in the journal as it came and is named in the audit; it stops nothing.

    Args:
        centre: The open centre.
        station_id: Whose signed exchange brought them.
        journal: The entries.
    """
    entries = [
        (raw, entry)
        for raw in journal
        if (entry := read_entry(raw)) and entry.act in {_ABSENCE, _FAULT, *LINE_ACTS, *GAP_ACTS}
    ]
    days = [(raw, entry) for raw in journal if (entry := read_entry(raw)) and entry.act in DAY_ACTS]
    if not entries and not days:
        return
    with centre.store.database.transaction() as connection:
        for raw, entry in entries:
            try:
                _keep(centre, connection, station_id, entry, sha256(raw).digest())
            except Problem as problem:
                audit.write(
                    connection, f"station:{station_id}", "observation_unreadable", "", station_id,
                    at=centre.now(), details={"act": entry.act, "problem": problem.code, "number": entry.number},
                )  # fmt: skip
        open_tickets(connection, station_id, at=centre.now())
        # Last: the day is split with the lines and devices of the same delivery.
        keep_days(centre, connection, station_id, days)


def _keep(
    centre: Centre, connection: Connection, station_id: str, entry: JournalEntry, digest: bytes
) -> None:
    if entry.act == _ABSENCE:
        sealed = entry.detail.get("sealed")
        if not isinstance(sealed, str):
            raise Problem("packet.note_unreadable", field="sealed")
        note = open_note(sealed, station=station_id, opener=centre.keys.opener)
        put_absence(connection, station_id, note, entry_hash=digest, at=centre.now())
        return
    if entry.act in LINE_ACTS:
        keep_line(connection, station_id, entry, centre.now())
        return
    if entry.act in GAP_ACTS:
        note_gap(connection, station_id, entry, at=centre.now())
        return
    fault = read_fault(entry.detail, entry.at)
    if fault is None:
        raise Problem("packet.note_unreadable", field="detail")
    put_fault(connection, station_id, fault, entry_hash=digest, at=centre.now())
