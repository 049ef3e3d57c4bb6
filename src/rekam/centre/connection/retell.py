"""Cases of the past, entered from published reports: told with their sources, never able to cut anybody off."""

from collections.abc import Sequence
from dataclasses import dataclass

from rekam.account import Account, Act, require
from rekam.centre.centre import Centre
from rekam.edge.store.centre import audit, stations
from rekam.edge.store.centre.connection_cases import put_case, put_event
from rekam.operations.connection import CaseEvent, CaseState, Ground, Kind, Stage, after
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class Told:
    """One step as a report tells it.

    Attributes:
        kind: What happened.
        at: Unix seconds.
        words: What the report says of it.
        source: Paper and date.
        about: The time is approximate.
        condition: For a condition that was met: number of the step that set it.
    """

    kind: Kind
    at: int
    words: str
    source: str
    about: bool = False
    condition: int = 0


def retell(
    centre: Centre, account: Account | None, *, place: str, ground: Ground, told: Sequence[Told]
) -> int:
    """Enter a case that is over; its number.

    The rules of a live case are not asked: what the papers do not tell (letters, names) stays unknown and is
    shown as unknown.

    Raises:
        Problem: ``connection.retold_open``, ``connection.source_needed``, ``connection.not_next``, ``account.*``.
    """
    keeper = require(account, Act.SUSPEND_CONNECTION, place)
    now = centre.now()
    if any(not one.source.strip() for one in told):
        raise Problem("connection.source_needed")
    with centre.store.database.transaction() as connection:
        number = put_case(connection, place, station_id=None, ground=ground, at=told[0].at, retold=True)
        state, suspension = CaseState(), None
        for sequence, one in enumerate(told, start=1):
            event = CaseEvent(sequence, one.kind, one.at, one.source, _details(one))
            state = after(state, event)
            if one.kind is Kind.CUT_TOLD:
                suspension = stations.suspend(
                    connection, place, station_id=None, cause=one.words, letter="tidak diketahui",
                    condition=ground.value, by=one.source, at=one.at, until=None,
                )  # fmt: skip
            if one.kind is Kind.RESTORE_TOLD:
                assert suspension is not None
                stations.restore(connection, suspension, by=one.source, note=one.words, at=one.at)
            put_event(connection, number, event, state, suspension_id=suspension)
        if state.stage is not Stage.RESTORED or any(one.at > now for one in told):
            raise Problem("connection.retold_open")
        audit.write(
            connection, keeper.name, "retell_connection_case", place, f"case:{number}", at=now,
            details={"events": len(told)},
        )  # fmt: skip
    return number


def _details(one: Told) -> dict[str, str | int | bool]:
    told: dict[str, str | int | bool] = {"words": one.words, "about": one.about, "source": one.source}
    return told | {"condition": one.condition, "evidence": one.words} if one.condition else told
