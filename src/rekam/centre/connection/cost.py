"""What a cut costs, counted live."""

from dataclasses import dataclass

from rekam.centre.centre import Centre
from rekam.edge.store.centre.connection_cases import Backlog, CaseRow, Quarantine
from rekam.operations.connection import DAY_S, CaseState, Damage, Made, damage, stretches


@dataclass(frozen=True, slots=True)
class Cost:
    """The damage of a cut with what waits because of it.

    Attributes:
        cut_at: Unix seconds.
        until: Unix seconds of the restoration, or of the counting while it lasts.
        days: Whole days without a connection so far.
        damage: People turned away and the shift, out of counted recordings.
        quarantine: What the cut put into quarantine.
        backlog: Announced recordings whose bodies have not come.
    """

    cut_at: int
    until: int
    days: int
    damage: Damage
    quarantine: Quarantine
    backlog: Backlog


def cost_of(centre: Centre, row: CaseRow, state: CaseState) -> Cost | None:
    """The cost of a case's cut; ``None`` when nothing was ever cut."""
    if state.cut_at is None:
        return None
    cases, now = centre.store.connection_cases, centre.now()
    parts = [
        Made((until - since) / DAY_S, cases.recorded(row.territory, since, until, station_id=row.station_id))
        for since, until in stretches(state.cut_at, state.restored_at, now)
    ]
    none = Quarantine(0, 0, None)
    return Cost(
        cut_at=state.cut_at,
        until=parts_end(state, now),
        days=(parts_end(state, now) - state.cut_at) // DAY_S,
        damage=damage(*parts),
        quarantine=cases.quarantine(row.suspension_id) if row.suspension_id is not None else none,
        backlog=cases.backlog(row.territory, station_id=row.station_id),
    )


def parts_end(state: CaseState, now: int) -> int:
    """When the cut ended, or now."""
    return state.restored_at if state.restored_at is not None else now
