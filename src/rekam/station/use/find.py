"""Is this person on the roster, and what was done about them?"""

from dataclasses import dataclass

from rekam.account import Account, Act, require
from rekam.edge.store.station import OutboxLine, Resident
from rekam.person import Nik
from rekam.person.absence import AbsenceNote
from rekam.problem import Problem
from rekam.station.place import village_name
from rekam.station.station import Station

_NUMBER_DIGITS = 16
"""Of a NIK and of a family card number."""


@dataclass(frozen=True, slots=True)
class Found:
    """A resident as the search page shows them.

    Attributes:
        line: The outbox line of the recording made here, if there is one.
        absence: Why they have not come, as noted against the name.
        history: Every note against the name, newest first.
    """

    resident: Resident
    village: str
    line: OutboxLine | None
    absence: AbsenceNote | None = None
    history: tuple[AbsenceNote, ...] = ()


def find(
    station: Station, account: Account | None, text: str, *, village: str = "", limit: int = 20
) -> list[Found]:
    """Residents by NIK, family number or name in any spelling, in one village or everywhere.

    Raises:
        Problem: ``station.search_empty`` or the account's.
    """
    require(account, Act.SEE_ROSTER, station.papers.region)
    if not text.strip() and not village:
        raise Problem("station.search_empty")
    roster = station.store.roster
    if village and not any(sign.isdigit() for sign in text):
        residents = roster.of_village(village, text, limit=limit)
    else:
        found = roster.search(text, limit=limit)
        residents = [one for one in found if not village or one.biodata.village == village]
    return [_found(station, resident) for resident in residents]


def find_household(station: Station, account: Account | None, nik: str) -> list[Found]:
    """Everybody on the roster who stands on the same family card.

    Raises:
        Problem: ``station.not_on_roster`` or the account's.
    """
    require(account, Act.SEE_ROSTER, station.papers.region)
    resident = station.store.roster.resident(nik)
    if resident is None:
        raise Problem("station.not_on_roster")
    return [_found(station, one) for one in station.store.roster.household(resident.biodata.kk)]


def why_not_found(station: Station, text: str) -> Problem | None:
    """What the typed number itself says about why nobody was found; ``None`` for a name or a sound number."""
    digits = text.replace(" ", "").replace(".", "")
    if not digits.isascii() or not digits.isdigit():
        return None
    if len(digits) != _NUMBER_DIGITS:
        return Problem("station.number_length", count=len(digits))
    try:
        region = Nik.parse(digits).region
    except Problem as problem:
        return problem
    if region != station.papers.region:
        return Problem("station.nik_from_elsewhere", region=village_name(region))
    return None


def _found(station: Station, resident: Resident) -> Found:
    line = station.store.outbox.line(resident.packet_id) if resident.packet_id else None
    history = tuple(station.store.absences.history(resident.biodata.nik))
    absence = history[0] if history and history[0].absence else None
    return Found(resident, village_name(resident.biodata.village), line, absence, history)
