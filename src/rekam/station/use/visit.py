"""Who is missing in this village? The list that goes along on a visit, complete without a line."""

from dataclasses import dataclass

from rekam.account import Account, Act, require
from rekam.edge.store.station import OutboxLine, Resident
from rekam.edge.store.station.visits import VillageCount, Visit
from rekam.person.absence import AbsenceNote
from rekam.problem import Problem
from rekam.station.parameters import VILLAGE_PAGE
from rekam.station.place import village_name
from rekam.station.station import Station
from rekam.station.use.queue import bookable


@dataclass(frozen=True, slots=True)
class VillageLine:
    """One village of the station's area.

    Attributes:
        counts: Its residents on the roster.
        next_visit: Day of the next planned visit, ``None`` without one.
    """

    counts: VillageCount
    name: str
    next_visit: str | None


@dataclass(frozen=True, slots=True)
class Villager:
    """One resident on a village's list.

    Attributes:
        absence: Why they have not come, ``None`` when nobody said.
        line: The outbox line of the recording made here.
    """

    resident: Resident
    absence: AbsenceNote | None
    line: OutboxLine | None


def villages(station: Station, account: Account | None) -> list[VillageLine]:
    """Every village of the roster, those with the most people still to reach first."""
    require(account, Act.SEE_ROSTER, station.papers.region)
    planned: dict[str, str] = {}
    for visit in station.store.visits.planned(station.today().isoformat()):
        planned.setdefault(visit.village, visit.day)
    lines = [
        VillageLine(counts, village_name(counts.village), planned.get(counts.village))
        for counts in station.store.visits.villages()
    ]
    return sorted(lines, key=lambda line: (line.counts.excused - line.counts.missing, line.name))


def village(station: Station, account: Account | None, code: str) -> VillageLine:
    """One village of the roster.

    Raises:
        Problem: ``station.village_unknown`` or the account's.
    """
    found = [line for line in villages(station, account) if line.counts.village == code]
    if not found:
        raise Problem("station.village_unknown")
    return found[0]


def villagers(
    station: Station, account: Account | None, code: str, text: str = "", *, page: int = 1
) -> list[Villager]:
    """One page of a village's list: those to record first, then those recorded here."""
    require(account, Act.SEE_ROSTER, station.papers.region)
    residents = station.store.roster.of_village(
        code, text, limit=VILLAGE_PAGE, offset=(page - 1) * VILLAGE_PAGE
    )
    absences = station.store.absences.now_of(one.biodata.nik for one in residents)
    outbox = station.store.outbox
    return [
        Villager(one, absences.get(one.biodata.nik), outbox.line(one.packet_id) if one.packet_id else None)
        for one in residents
    ]


def visits_of(station: Station, code: str) -> list[Visit]:
    """Planned visits to a village, from today on."""
    return [
        visit for visit in station.store.visits.planned(station.today().isoformat()) if visit.village == code
    ]


def plan_visit(station: Station, account: Account | None, code: str, day: str) -> None:
    """Plans a visit; planning it twice changes nothing.

    Raises:
        Problem: ``station.village_unknown``, ``station.day_wrong`` or the account's.
    """
    operator = require(account, Act.RECORD, station.papers.region)
    village(station, account, code)
    on, now = bookable(station, day), station.now()
    with station.store.database.write():
        station.store.visits.plan(code, on, at=now, by=operator.name)
        station.store.journal.write(now, operator.name, "visit_planned", code, day=on)


def cancel_visit(station: Station, account: Account | None, code: str, day: str) -> None:
    """The visit is off; a day that was never planned stays so."""
    operator = require(account, Act.RECORD, station.papers.region)
    if Visit(code, day) not in visits_of(station, code):
        return
    now = station.now()
    with station.store.database.write():
        station.store.visits.cancel(code, day, at=now, by=operator.name)
        station.store.journal.write(now, operator.name, "visit_cancelled", code, day=day)
