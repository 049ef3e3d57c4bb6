"""Is this person on the roster, and what was done about them?"""

from dataclasses import dataclass

from rekam.account import Account, Act, require
from rekam.edge.store.station import OutboxLine, Resident
from rekam.problem import Problem
from rekam.station.place import village_name
from rekam.station.station import Station


@dataclass(frozen=True, slots=True)
class Found:
    """A resident as the search page shows them.

    Attributes:
        line: The outbox line of the recording made here, if there is one.
    """

    resident: Resident
    village: str
    line: OutboxLine | None


def find(station: Station, account: Account | None, text: str, *, limit: int = 20) -> list[Found]:
    """Residents by NIK, family number or name in any spelling.

    Raises:
        Problem: ``station.search_empty`` or the account's.
    """
    require(account, Act.SEE_ROSTER, station.papers.region)
    if not text.strip():
        raise Problem("station.search_empty")
    return [_found(station, resident) for resident in station.store.roster.search(text, limit=limit)]


def _found(station: Station, resident: Resident) -> Found:
    line = station.store.outbox.line(resident.packet_id) if resident.packet_id else None
    return Found(resident, village_name(resident.biodata.village), line)
