"""The cost of a cut as the page shows it, with the date that it moves."""

from datetime import UTC, datetime

from rekam.centre.connection.cost import Cost
from rekam.centre.pages.desk import Desk
from rekam.edge.store.centre.connection_cases import CaseRow
from rekam.edge.store.centre.lines import day_of
from rekam.operations.connection.parameters import BASE_DAYS
from rekam.operations.coverage import Figure, pace


def cost_shown(desk: Desk, row: CaseRow, cost: Cost) -> dict[str, object]:
    """Figures of a cut with what they are made of.

    The pace that is needed is that of the whole office; for a cut of one station it says nothing and is left out.
    """
    damage = cost.damage
    return {
        "days": cost.days,
        "cut_at": cost.cut_at,
        "until": cost.until,
        "cut_day": day_of(cost.cut_at),
        "until_day": day_of(cost.until),
        "quarantine": cost.quarantine,
        "backlog": cost.backlog,
        "oldest_s": desk.now() - cost.quarantine.oldest if cost.quarantine.oldest else None,
        "base_days": BASE_DAYS,
        "before": damage.before.recordings,
        "during": damage.during.recordings,
        "since": damage.since,
        "expected": damage.expected,
        "turned_away": damage.turned_away,
        "caught_up": damage.caught_up,
        "shift_days": damage.shift_days,
        "needed": _needed(desk, row, damage.turned_away) if row.station_id is None else None,
    }


def _needed(desk: Desk, row: CaseRow, turned_away: int | None) -> tuple[int, int] | None:
    """Recordings a day until the target date: as it stands, and if nobody had been turned away."""
    counts = desk.store.coverage.of(row.territory)
    if not turned_away or not counts.obliged:
        return None
    at = datetime.fromtimestamp(desk.now(), UTC)
    recorded = max(0, counts.recorded)
    both = [
        pace(Figure(number, counts.obliged, "", at), [], desk.today, desk.target).needed_per_day
        for number in (recorded, recorded + turned_away)
    ]
    now, without = both
    return None if now is None or without is None else (now, without)
