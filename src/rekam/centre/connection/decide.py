"""Decisions that change a connection: the cut and the restoration with four eyes, the emergency with its end."""

from psycopg import Connection

from rekam.account import Account, Act
from rekam.centre.centre import Centre
from rekam.centre.connection.case import take_step, words_of, write_audit
from rekam.centre.connection.mechanism import release_restored
from rekam.edge.store.centre import stations
from rekam.edge.store.centre.connection_cases import CaseRow, lock_case, put_event
from rekam.operations.connection import CaseEvent, CaseState, Ground, Kind, Stage, after, fold
from rekam.operations.connection import parameters as rules

CAUSES: dict[Ground, tuple[str, str]] = {
    Ground.OFFICIALS: ("pejabat (SDM) tidak sesuai aturan", "officials (staff) against the rules"),
    Ground.ORGANISATION: (
        "perangkat daerah tidak sesuai aturan",
        "the office's organisation against the rules",
    ),
    Ground.LATE_REPORTS: ("laporan terlambat", "late reports"),
    Ground.CONDUCT: ("tindakan yang melanggar aturan", "conduct against the rules"),
}
"""What a station's first page says of the ground."""


def confirm_cut(centre: Centre, account: Account | None, case_id: int) -> int:
    """The second person agrees: from this moment the office has no connection; the number of the suspension.

    Raises:
        Problem: ``connection.same_person``, ``connection.proposal_old``, ``connection.not_next``, ``account.*``.
    """
    with centre.store.database.transaction() as connection:
        row, state, event = take_step(
            centre, connection, account, Act.SUSPEND_CONNECTION, case_id, Kind.CUT_CONFIRMED, {}
        )
        return _cut(connection, row, state, event, letter=state.letters[-1].number)


def cut_in_emergency(centre: Centre, account: Account | None, case_id: int, reason: str) -> int:
    """Cut at once, without letters, by one person, for a few days; the number of the suspension.

    Raises:
        Problem: ``connection.reason_needed``, ``connection.emergency_used``, ``account.*``.
    """
    details = {"reason": words_of(reason)}
    with centre.store.database.transaction() as connection:
        row, state, event = take_step(
            centre, connection, account, Act.SUSPEND_CONNECTION, case_id, Kind.EMERGENCY_CUT, details,
            {"ends_at": rules.EMERGENCY_DAYS},
        )  # fmt: skip
        letter = state.letters[-1].number if state.letters else f"kasus {case_id} (darurat)"
        return _cut(connection, row, state, event, letter=letter, lapses_at=state.ends_at)


def confirm_restoration(centre: Centre, account: Account | None, case_id: int) -> int:
    """The second person agrees: the office is connected again; how many recordings left quarantine.

    Raises:
        Problem: ``connection.same_person``, ``connection.not_next``, ``account.*``.
    """
    with centre.store.database.transaction() as connection:
        row, state, event = take_step(
            centre, connection, account, Act.RESTORE_CONNECTION, case_id, Kind.RESTORE_CONFIRMED, {}
        )
        note = next(
            one.text("reason") for one in reversed(state.history) if one.kind is Kind.RESTORE_PROPOSED
        )
        _restore(connection, row, state, event, note=note, at=event.at)
    return release_restored(centre)


def end_emergency(centre: Centre, account: Account | None, case_id: int, reason: str) -> int:
    """End an emergency cut before its time; how many recordings left quarantine.

    Raises:
        Problem: ``connection.not_next``, ``account.*``.
    """
    details = {"reason": words_of(reason)}
    with centre.store.database.transaction() as connection:
        row, state, event = take_step(
            centre, connection, account, Act.RESTORE_CONNECTION, case_id, Kind.EMERGENCY_ENDED, details
        )
        _restore(connection, row, state, event, note=details["reason"], at=event.at)
    return release_restored(centre)


def end_lapsed(centre: Centre) -> int:
    """End every emergency cut whose term is over; how many. Asked with every exchange of a station."""
    ended = 0
    for suspension in centre.store.stations.lapsing(centre.now()):
        case = centre.store.connection_cases.of_suspension(suspension.suspension_id)
        assert case is not None
        with centre.store.database.transaction() as connection:
            row, events = lock_case(connection, case.case_id)
            state = fold(events)
            if state.stage is not Stage.EMERGENCY or state.ends_at is None:
                continue
            at = max(state.ends_at, state.history[-1].at)
            event = CaseEvent(state.sequence + 1, Kind.EMERGENCY_ENDED, at, "centre", {"automatic": True})
            _restore(connection, row, after(state, event), event, note="akhir otomatis", at=at)
            ended += 1
    if ended:
        release_restored(centre)
    return ended


def _cut(
    connection: Connection,
    row: CaseRow,
    state: CaseState,
    event: CaseEvent,
    *,
    letter: str,
    lapses_at: int | None = None,
) -> int:
    indonesian, english = CAUSES[row.ground]
    conditions = "; ".join(one.words for one in state.open_conditions)
    suspension = stations.suspend(
        connection, row.territory, station_id=row.station_id, cause=indonesian, cause_en=english, letter=letter,
        condition=conditions or event.text("reason"), by=event.actor, at=event.at, until=lapses_at,
        lapses_at=lapses_at,
    )  # fmt: skip
    put_event(connection, row.case_id, event, state, suspension_id=suspension)
    write_audit(connection, row, event, Act.SUSPEND_CONNECTION.value)
    return suspension


def _restore(
    connection: Connection, row: CaseRow, state: CaseState, event: CaseEvent, *, note: str, at: int
) -> None:
    assert row.suspension_id is not None
    stations.restore(connection, row.suspension_id, by=event.actor, note=note, at=at)
    put_event(connection, row.case_id, event, state, suspension_id=row.suspension_id)
    write_audit(connection, row, event, Act.RESTORE_CONNECTION.value)
