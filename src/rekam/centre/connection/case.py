"""A case of suspension at the centre: opened, read, and moved by one event at a time."""

from collections.abc import Mapping

from psycopg import Connection

from rekam.account import Account, Act, may, reaches, require
from rekam.centre.centre import Centre
from rekam.edge.store.centre import audit
from rekam.edge.store.centre.connection_cases import CaseRow, lock_case, put_case, put_event
from rekam.operations.connection import DAY_S, CaseEvent, CaseState, Ground, Kind, fold, next_state
from rekam.operations.connection import parameters as rules
from rekam.operations.connection.event import Detail
from rekam.problem import Problem

KEPT = "keep_connection_case"
"""The audit's name of everything in a case that is not the cut itself."""


def open_case(
    centre: Centre, account: Account | None, *, place: str, ground: str, rule: str, note: str, station: str = ""
) -> int:  # fmt: skip
    """Begin a case against an office or one of its stations; its number.

    Args:
        centre: The open centre.
        account: Who opens it.
        place: Region code of the office; not the nation.
        ground: Value of a `Ground`.
        rule: The regulation that is held to be broken, as it is cited.
        note: What happened.
        station: One station only; empty = all of them.

    Raises:
        Problem: ``account.*``, ``connection.ground_unknown``, ``connection.place_needed``,
            ``connection.station_elsewhere``, ``connection.words_needed``, ``connection.case_running``.
    """
    keeper = require(account, Act.SUSPEND_CONNECTION, place)
    if not place:
        raise Problem("connection.place_needed")
    if ground not in {one.value for one in Ground}:
        raise Problem("connection.ground_unknown")
    details: dict[str, Detail] = {"ground": ground, "rule": words_of(rule), "note": words_of(note)}
    if station:
        found = centre.store.stations.station(station)
        if found is None or not reaches(place, found.region):
            raise Problem("connection.station_elsewhere", station=station)
    now = centre.now()
    with centre.store.database.transaction() as connection:
        number = put_case(
            connection, place, station_id=station or None, ground=Ground(ground), at=now, retold=False
        )
        row, _ = lock_case(connection, number)
        state = next_state(CaseState(), event := CaseEvent(1, Kind.OPENED, now, keeper.name, details))
        put_event(connection, number, event, state, suspension_id=None)
        write_audit(connection, row, event)
    return number


def read_case(centre: Centre, account: Account, case_id: int) -> tuple[CaseRow, CaseState]:
    """A case for somebody who may see it: whoever sees the office, and whoever works inside the office.

    Raises:
        Problem: ``connection.case_unknown``, ``account.not_permitted``.
    """
    row = centre.store.connection_cases.case(case_id)
    if row is None:
        raise Problem("connection.case_unknown")
    # Who is cut off may read why, also in one kecamatan of the office.
    place = account.territory if reaches(row.territory, account.territory) else row.territory
    require(account, Act.SEE_SUMMARY, place)
    return row, fold(centre.store.connection_cases.events(case_id))


def take_step(
    centre: Centre,
    connection: Connection,
    account: Account | None,
    act: Act,
    case_id: int,
    kind: Kind,
    details: Mapping[str, Detail],
    terms: Mapping[str, int] | None = None,
) -> tuple[CaseRow, CaseState, CaseEvent]:
    """Lock a case and find what an act makes of it; nothing is written yet.

    Args:
        centre: The open centre.
        connection: Of the transaction.
        account: Who acts.
        act: What they must be permitted.
        case_id: The case.
        kind: What they do.
        details: Values of the event.
        terms: Values that are moments: days behind the act, by name.

    Raises:
        Problem: ``connection.*``, ``account.*``.
    """
    row, events = lock_case(connection, case_id)
    actor = require(account, act, row.territory)
    before = fold(events)
    # Under the lock, a later event is never earlier than the one before, whatever the clock did meanwhile.
    now = max(centre.now(), before.history[-1].at)
    until = {name: now + days * DAY_S for name, days in (terms or {}).items()}
    event = CaseEvent(before.sequence + 1, kind, now, actor.name, {**details, **until})
    return row, next_state(before, event), event


def write_audit(connection: Connection, row: CaseRow, event: CaseEvent, act: str = KEPT) -> None:
    """The line beside an event."""
    audit.write(
        connection, event.actor, act, row.territory, f"case:{row.case_id}", at=event.at,
        details={"event": event.kind.value, "sequence": event.sequence},
    )  # fmt: skip


def may_keep(account: Account, row: CaseRow) -> bool:
    """Whether somebody runs the case."""
    return may(account, Act.SUSPEND_CONNECTION, row.territory)


def words_of(text: str, *, needed: bool = True) -> str:
    """A text of a form: blanks at the ends gone, not too long.

    Raises:
        Problem: ``connection.words_needed``, ``connection.text_too_long``.
    """
    words = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text).strip()
    if needed and not words:
        raise Problem("connection.words_needed")
    if len(words) > rules.TEXT_CHARACTERS_MOST:
        raise Problem("connection.text_too_long", most=rules.TEXT_CHARACTERS_MOST)
    return words
