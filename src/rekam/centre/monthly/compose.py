"""What a monthly report says: the counters as they stand at one moment, by kecamatan."""

from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta

from psycopg import Connection

from rekam.centre.centre import Centre
from rekam.edge.store.centre.reports import LiveLine, live_lines
from rekam.operations.report import COUNTS, Month, ReportLine
from rekam.operations.report.line import line_of
from rekam.place import Gazetteer, Level
from rekam.problem import Problem

WIB = timedelta(hours=7)
OFFICE = "Dinas (kantor)"
"""Name of the line of what only the office has: its own blanks, its letters."""


@dataclass(frozen=True, slots=True)
class OfficeCounts:
    """What only people of the office know; ``None`` = they do not say."""

    blanks_in: int | None = None
    temporary_letters: int | None = None


def start_of(day: date) -> int:
    """Unix seconds of a day's midnight in WIB."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() - WIB.total_seconds())


def day_of(moment: int) -> date:
    """The day of a moment in WIB."""
    return (datetime.fromtimestamp(moment, UTC) + WIB).date()


def require_regency(gazetteer: Gazetteer, place: str, month: Month, today: date) -> str:
    """Name of the kabupaten/kota, if it can report for the month.

    Raises:
        Problem: ``report.not_regency``, ``report.month_future``, ``place.unknown_region``.
    """
    region = gazetteer.region(place) if place else None
    if region is None or region.level is not Level.REGENCY:
        raise Problem("report.not_regency")
    if month.first > today:
        raise Problem("report.month_future", month=month.words)
    return region.title


def compose(
    centre: Centre,
    connection: Connection,
    gazetteer: Gazetteer,
    place: str,
    month: Month,
    office: OfficeCounts,
) -> tuple[ReportLine, ...]:
    """The lines of a report, counted now.

    Raises:
        Problem: ``report.nothing_to_report``.
    """
    until = min(centre.now(), start_of(month.next.first))
    found = live_lines(connection, place, since=start_of(month.first), until=until)
    lines = [_line(gazetteer, one) for one in found if one.place != place]
    if not any(line.obliged or line.recorded for line in lines):
        raise Problem("report.nothing_to_report", place=gazetteer.region(place).title)
    own = next((one for one in found if one.place == place), None)
    counts: dict[str, int | None] = {
        "blanks_left": own.blanks_left if own else None,
        "blanks_in": office.blanks_in,
        "temporary_letters": office.temporary_letters,
    }
    if any(value is not None for value in counts.values()):
        lines.append(line_of(place, OFFICE, counts))
    return tuple(lines)


def _line(gazetteer: Gazetteer, live: LiveLine) -> ReportLine:
    counts = {column: value for column, value in asdict(live).items() if column in COUNTS}
    name = gazetteer.region(live.place).title if gazetteer.knows(live.place) else live.place
    return line_of(live.place, name, counts)
