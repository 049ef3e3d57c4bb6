"""Why a resident of the roster has not come: noted against the name, told to the centre sealed."""

from rekam.account import Account, Act, require
from rekam.edge.store.station import RECORDED
from rekam.packet.note import seal_note
from rekam.person.absence import REMARK_BYTES_MOST, REMARK_CHARACTERS_MOST, Absence, AbsenceNote
from rekam.problem import Problem
from rekam.station.station import Station


def note_absence(
    station: Station, account: Account | None, nik: str, reason: str, remark: str
) -> AbsenceNote:
    """Notes a reason against a name of the roster.

    Args:
        station: The station.
        account: Who notes it.
        nik: The resident.
        reason: Value of an `Absence`.
        remark: Who said so, where they live now: a few words.

    Raises:
        Problem: ``station.not_on_roster``, ``station.absence_recorded``, ``station.absence_unknown``,
            ``station.remark_too_long`` or the account's.
    """
    operator = require(account, Act.RECORD, station.papers.region)
    resident = station.store.roster.resident(nik)
    if resident is None:
        raise Problem("station.not_on_roster")
    if resident.state == RECORDED:
        raise Problem("station.absence_recorded")
    if reason not in {absence.value for absence in Absence}:
        raise Problem("station.absence_unknown")
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in remark).split())
    if len(text) > REMARK_CHARACTERS_MOST or len(text.encode()) > REMARK_BYTES_MOST:
        raise Problem("station.remark_too_long", limit=REMARK_CHARACTERS_MOST)
    return _keep(station, operator, nik, Absence(reason), text)


def lift_absence(station: Station, account: Account | None, nik: str) -> None:
    """The reason does not hold any more; lifting it twice changes nothing.

    Raises:
        Problem: ``station.not_on_roster`` or the account's.
    """
    operator = require(account, Act.RECORD, station.papers.region)
    if station.store.roster.resident(nik) is None:
        raise Problem("station.not_on_roster")
    if station.store.absences.now(nik) is not None:
        _keep(station, operator, nik, None, "")


def _keep(station: Station, operator: Account, nik: str, absence: Absence | None, remark: str) -> AbsenceNote:
    note = AbsenceNote(nik=nik, absence=absence, remark=remark, at=station.now(), by=operator.name)
    sealed = seal_note(
        note, station=station.papers.station, recipients=station.recipients, random=station.random
    )
    with station.store.database.write():
        station.store.absences.add(note)
        # The journal never names a resident: the line holds only what the centre alone can open.
        station.store.journal.write(note.at, operator.name, "absence_noted", sealed=sealed)
    return note
