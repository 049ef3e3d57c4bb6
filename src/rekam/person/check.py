"""Every rule that biodata must keep before they are recorded."""

from collections.abc import Callable, Iterator
from datetime import date

from rekam.person import code_list
from rekam.person.age import NEVER_MARRIED, age, is_default_date
from rekam.person.biodata import Biodata
from rekam.person.name import check_name, doubt_name
from rekam.person.nik import LENGTH, OLDEST, check_nik
from rekam.person.sex import Sex
from rekam.problem import Problem

PLACE_LONGEST = 60
"""Letters of a place of birth; our own limit, the longest regency name has 29."""

ADDRESS_LONGEST = 255
"""Letters of an address; our own limit."""

MARRIAGEABLE = 16
"""Years below which a marriage is worth a question (UU 1/1974 art. 7 before its change in 2019)."""


def check_biodata(
    biodata: Biodata, *, today: date, known_region: Callable[[str], bool], newly_named: bool = False
) -> list[Problem]:
    """What must be put right before a recording, field by field in the order of the form.

    Args:
        biodata: As read from the roster or typed.
        today: Day of the check.
        known_region: Whether a dotted region code is or was in force, for example
            ``Gazetteer.knows``.
        newly_named: Whether the name is being given now (Permendagri 73/2022).

    Returns:
        Named problems; empty if all is well. What may be right is left to `doubt_biodata`.
    """
    return [
        *check_nik(
            biodata.nik, today=today, known_region=known_region, birth=biodata.birth_date, sex=biodata.sex
        ),
        *_kk(biodata.kk, known_region),
        *check_name(biodata.name, newly_given=newly_named),
        *_birth(biodata, today),
        *_address(biodata, known_region),
        *_codes(biodata),
    ]


def doubt_biodata(biodata: Biodata, *, today: date) -> list[Problem]:
    """What to ask the resident about, though it may be right.

    A title in the name, a date of birth that stands for an unknown one, a very early marriage.
    """
    found = doubt_name(biodata.name)
    if is_default_date(biodata.birth_date):
        found.append(Problem("person.birth_date_default", date=_written(biodata.birth_date)))
    years = age(biodata.birth_date, today)
    if years < MARRIAGEABLE and biodata.marital_status != NEVER_MARRIED:
        found.append(Problem("person.married_too_young", age=years))
    return found


def _kk(kk: str, known_region: Callable[[str], bool]) -> Iterator[Problem]:
    if kk and not (kk.isascii() and kk.isdigit()):
        yield Problem("person.kk_digits")
    elif len(kk) != LENGTH:
        yield Problem("person.kk_length", length=len(kk))
    elif not known_region(f"{kk[0:2]}.{kk[2:4]}.{kk[4:6]}"):
        yield Problem("person.kk_region_unknown", region=kk[:6])


def _birth(biodata: Biodata, today: date) -> Iterator[Problem]:
    if biodata.sex not in {Sex.MAN, Sex.WOMAN}:
        yield Problem("person.sex_unknown")
    if not biodata.birth_place.strip():
        yield Problem("person.birth_place_missing")
    elif len(biodata.birth_place) > PLACE_LONGEST:
        yield Problem("person.birth_place_too_long", limit=PLACE_LONGEST)
    years = age(biodata.birth_date, today)
    if biodata.birth_date > today:
        yield Problem("person.birth_date_future", date=_written(biodata.birth_date))
    elif years > OLDEST:
        yield Problem("person.birth_date_too_old", date=_written(biodata.birth_date), age=years)


def _address(biodata: Biodata, known_region: Callable[[str], bool]) -> Iterator[Problem]:
    if not biodata.address.strip():
        yield Problem("person.address_missing")
    elif len(biodata.address) > ADDRESS_LONGEST:
        yield Problem("person.address_too_long", limit=ADDRESS_LONGEST)
    for field, written in (("RT", biodata.rt), ("RW", biodata.rw)):
        if not (len(written) == 3 and written.isascii() and written.isdigit()):
            yield Problem("person.neighbourhood", field=field, written=written[:10])
    if biodata.village.count(".") != 3 or not known_region(biodata.village):
        yield Problem("person.village_unknown", village=biodata.village[:20])


def _codes(biodata: Biodata) -> Iterator[Problem]:
    if biodata.blood_type not in code_list.BLOOD_TYPES:
        yield Problem("person.blood_type_unknown", written=biodata.blood_type[:10])
    if biodata.religion not in code_list.RELIGION:
        yield Problem("person.religion_unknown", written=biodata.religion[:10])
    if biodata.marital_status not in code_list.MARITAL_STATUS:
        yield Problem("person.marital_status_unknown", written=biodata.marital_status[:10])
    if biodata.occupation not in code_list.OCCUPATIONS:
        yield Problem("person.occupation_unknown", written=biodata.occupation[:10])
    if biodata.nationality not in code_list.NATIONALITIES:
        yield Problem("person.nationality_unknown")


def _written(day: date) -> str:
    return f"{day:%d-%m-%Y}"
