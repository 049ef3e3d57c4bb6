"""Cutting an office off and restoring it: documented, reversible, and never at a resident's cost."""

from collections.abc import Sequence

from rekam.centre import parameters
from rekam.centre.centre import PREPARE, Centre
from rekam.edge.store.centre import audit, ledger, stations
from rekam.edge.store.centre.ledger import Arrival
from rekam.operations.connection import ENDED
from rekam.problem import Problem
from rekam.registry import EventKind, Status


def suspend(
    centre: Centre,
    territory: str,
    *,
    cause: str,
    letter: str,
    condition: str,
    actor: str,
    station_id: str | None = None,
    until: int | None = None,
) -> int:
    """Cut off the stations of a territory, or one of them; what they send goes into quarantine.

    Args:
        centre: The open centre.
        territory: Region code.
        cause: Why, as the letter says.
        letter: Its number.
        condition: What has to be mended.
        actor: Who decides.
        station_id: One station only.
        until: Unix seconds of the announced end.

    Returns:
        Number of the suspension.

    Raises:
        Problem: ``centre.cause_needed``.
    """
    if not (cause.strip() and letter.strip() and condition.strip()):
        raise Problem("centre.cause_needed")
    now = centre.now()
    with centre.store.database.transaction() as connection:
        number = stations.suspend(
            connection, territory, station_id=station_id, cause=cause.strip(), letter=letter.strip(),
            condition=condition.strip(), by=actor, at=now, until=until,
        )  # fmt: skip
        audit.write(
            connection, actor, "suspend_connection", territory, station_id or territory, at=now,
            details={"suspension": number, "letter": letter.strip()},
        )  # fmt: skip
    return number


def restore(centre: Centre, suspension_id: int, *, note: str, actor: str) -> int:
    """End a suspension and let its quarantined packets go on; how many were released.

    A suspension that belongs to a running case ends with the case: its conditions and its second person.

    Raises:
        Problem: ``centre.suspension_unknown``, ``centre.restored_already``, ``connection.case_running``.
    """
    case = centre.store.connection_cases.of_suspension(suspension_id)
    if case is not None and case.stage not in ENDED:
        raise Problem("connection.case_running")
    now = centre.now()
    with centre.store.database.transaction() as connection:
        ended = stations.restore(connection, suspension_id, by=actor, note=note, at=now)
        audit.write(
            connection, actor, "restore_connection", ended.territory, ended.station_id or ended.territory,
            at=now, details={"suspension": suspension_id},
        )  # fmt: skip
    return release_restored(centre)


def release_restored(centre: Centre) -> int:
    """Release every quarantined packet whose station is not suspended any more; how many.

    Some packets at a time: a long backlog neither holds locks nor is lost half way.
    """
    with centre.store.database.connection() as connection:
        waiting = stations.quarantined(connection)
    released = 0
    for first in range(0, len(waiting), parameters.RELEASED_TOGETHER):
        released += _release(centre, waiting[first : first + parameters.RELEASED_TOGETHER])
    return released


def _release(centre: Centre, waiting: Sequence[tuple[bytes, str]]) -> int:
    with centre.store.database.transaction() as connection:
        rows = ledger.lock_all(connection, [packet_id for packet_id, _ in waiting])
        cut = {
            station_id
            for station_id in {station_id for _, station_id in waiting}
            if stations.suspension_of(connection, station_id)
        }
        by_id = {
            row.packet_id: Arrival(row, EventKind.RELEASED, {})
            for row in rows
            if row.status is Status.QUARANTINED and row.station_id not in cut
        }
        free = [by_id[packet_id] for packet_id, _ in waiting if packet_id in by_id]
        if free:
            ledger.append_arrivals(connection, free, at=centre.now(), actor="centre")
            centre.queue.defer_all(connection, PREPARE, [one.row.packet_id for one in free])
    return len(free)


def release_disputed(centre: Centre, packet_id: bytes, *, reason: str, actor: str) -> None:
    """Somebody has looked at a packet that does not fit into its station's chain, and lets it go on.

    Raises:
        Problem: ``centre.reason_needed``, ``registry.not_next``.
    """
    if len(reason.strip()) < parameters.REASON_LETTERS_LEAST:
        raise Problem("centre.reason_needed", least=parameters.REASON_LETTERS_LEAST)
    now = centre.now()
    with centre.store.database.transaction() as connection:
        row = ledger.append(connection, packet_id, EventKind.RELEASED, at=now, actor=actor)
        centre.queue.defer(connection, PREPARE, packet_id)
        audit.write(
            connection, actor, "release_disputed", row.place, packet_id.hex(), at=now,
            details={"reason": reason.strip()},
        )  # fmt: skip
