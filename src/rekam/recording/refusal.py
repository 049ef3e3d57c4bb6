"""Which biodata the station does not record."""

from collections.abc import Callable
from datetime import date

from rekam.person import check_biodata
from rekam.person.biodata import Biodata
from rekam.problem import Problem
from rekam.recording import parameters


def hindrances(biodata: Biodata, *, today: date, known_region: Callable[[str], bool]) -> list[Problem]:
    """Everything that keeps this biodata from being recorded, empty when it is in order.

    A NIK that does not fit sex or birth date is among them: the station refuses it with that name, or the
    operator corrects the field against a document.
    """
    found = list(check_biodata(biodata, today=today, known_region=known_region))
    if _age(biodata.birth_date, today) < parameters.RECORD_FROM_AGE and biodata.marital_status == "1":
        found.append(Problem("recording.too_young", age=parameters.RECORD_FROM_AGE))
    return found


def _age(birth: date, today: date) -> int:
    """Full years."""
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
