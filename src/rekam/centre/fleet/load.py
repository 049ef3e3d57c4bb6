"""A register of sets out of a file: all of it, or none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rekam.account import Account, Act, require
from rekam.centre.centre import Centre
from rekam.edge.store.centre import audit
from rekam.edge.store.centre.fleet_life import NewComponent, known_sets, put_station
from rekam.edge.store.centre.fleet_load import load_components
from rekam.operations.fleet.set_file import SetLine, read_sets
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came in, or why nothing did."""

    sets: int
    components: int
    problems: tuple[Problem, ...] = ()


def load_sets(
    centre: Centre, account: Account | None, text: str, known: Callable[[str], bool], *, source: str,
    at: int | None = None,
) -> Loaded:  # fmt: skip
    """Load a register; with one mistake in it nothing is loaded, and every mistake is named by its line.

    Args:
        centre: The open centre.
        account: Who loads; every place of the file must be in their territory.
        text: CSV, see `rekam.operations.fleet.set_file`.
        known: Whether a region code exists.
        source: Where the register comes from, shown beside each component.
        at: Unix seconds of the register; now when not given.

    Raises:
        Problem: ``account.sign_in_needed``, ``account.not_permitted``.
    """
    lines, problems = read_sets(text, known)
    for place in sorted({line.place for line in lines}):
        require(account, Act.KEEP_FLEET, place)
    assert account is not None or not lines
    if problems or account is None:
        return Loaded(0, 0, tuple(problems))
    return _keep(centre, account, lines, source, centre.now() if at is None else min(at, centre.now()))


def _keep(centre: Centre, account: Account, lines: Sequence[SetLine], source: str, at: int) -> Loaded:
    sets = sorted({line.set_id for line in lines})
    fresh = [
        NewComponent(
            kind=line.kind, label=line.label, serial=line.serial, owner=line.owner, bought=line.bought,
            source=source, set_id=line.set_id, place=line.place, condition=line.condition,
        )
        for line in lines
    ]  # fmt: skip
    with centre.store.database.transaction() as connection:
        # One load at a time: two files with the same set would both find it unknown.
        connection.execute("LOCK TABLE device_set IN SHARE ROW EXCLUSIVE MODE")
        taken = known_sets(connection, sets)
        if taken:
            return Loaded(0, 0, tuple(Problem("fleet.file_set_known", set=one) for one in taken))
        load_components(connection, fresh, at=at, actor=account.name)
        audit.write(
            connection, account.name, "load_device_sets", account.territory, source[:80], at=centre.now(),
            details={"sets": len(sets), "components": len(fresh)},
        )  # fmt: skip
    return Loaded(len(sets), len(fresh))


def link_station(centre: Centre, account: Account | None, set_id: str, station_id: str) -> None:
    """Say which station runs on a set, so that its reports mean that set.

    Raises:
        Problem: ``fleet.set_unknown``, ``account.not_permitted``.
    """
    found = centre.store.device_register.one_set(set_id)
    if found is None:
        raise Problem("fleet.set_unknown")
    who = require(account, Act.KEEP_FLEET, found.place)
    with centre.store.database.transaction() as connection:
        put_station(connection, set_id, station_id)
        audit.write(
            connection, who.name, "link_device_set", found.place, f"set:{set_id}", at=centre.now(),
            details={"station": station_id},
        )  # fmt: skip
