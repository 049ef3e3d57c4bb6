"""Which biodata the station does not record."""

from collections.abc import Callable
from datetime import date

from rekam.person import check_biodata, may_be_recorded
from rekam.person.age import RECORDING_AGE
from rekam.person.biodata import Biodata
from rekam.problem import Problem


def hindrances(biodata: Biodata, *, today: date, known_region: Callable[[str], bool]) -> list[Problem]:
    """Everything that keeps this biodata from being recorded, empty when it is in order.

    A NIK that does not fit sex or birth date is among them: the station refuses it with that name, or the
    operator corrects the field against a document.
    """
    found = list(check_biodata(biodata, today=today, known_region=known_region))
    if biodata.birth_date <= today and not may_be_recorded(biodata.birth_date, biodata.marital_status, today):
        found.append(Problem("recording.too_young", age=RECORDING_AGE))
    return found
