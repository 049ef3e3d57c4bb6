"""Reasons against the names of the roster, with their history."""

import json
from collections.abc import Iterable

from rekam.edge.store.station.database import Database, Row
from rekam.person.absence import Absence, AbsenceNote


class Absences:
    """Lines are only added; the newest of a resident holds, and one without a reason lifts what was before."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, note: AbsenceNote) -> None:
        """One more line; joins the transaction around it."""
        reason = note.absence.value if note.absence else ""
        self._database.do("put_absence", note.nik, reason, note.remark, note.at, note.by)

    def now(self, nik: str) -> AbsenceNote | None:
        """The reason that holds for a resident, ``None`` when there is none."""
        row = self._database.one("absence_now", nik)
        return _note(row) if row and row["reason"] else None

    def now_of(self, niks: Iterable[str]) -> dict[str, AbsenceNote]:
        """The reasons that hold for some residents, by NIK."""
        rows = self._database.all("absences_now", json.dumps(list(niks)))
        return {row["nik"]: _note(row) for row in rows}

    def history(self, nik: str) -> list[AbsenceNote]:
        """Every line of a resident, newest first."""
        return [_note(row) for row in self._database.all("absence_history", nik)]

    def lift(self, nik: str, *, at: int, by: str) -> bool:
        """The resident came: whatever was noted is over. Whether there was anything to lift."""
        if self.now(nik) is None:
            return False
        self.add(AbsenceNote(nik=nik, absence=None, remark="", at=at, by=by))
        return True


def _note(row: Row) -> AbsenceNote:
    absence = Absence(row["reason"]) if row["reason"] else None
    return AbsenceNote(nik=row["nik"], absence=absence, remark=row["remark"], at=row["at"], by=row["actor"])
