"""Biodata as they should not be: second identities and wrong numbers, for trying things out."""

import dataclasses
from datetime import date, timedelta

import numpy as np

from rekam.person import Biodata, Nik, Sex
from rekam.population.declaration import SERIAL_TWISTED
from rekam.population.spelling_variant import variant_spelling


def second_identity(biodata: Biodata, rng: np.random.Generator, *, village: str) -> Biodata:
    """The same person registered a second time: another NIK, family card, spelling and village.

    Sex, birth and place of birth stay. The numbers are valid in themselves.

    Args:
        biodata: The first identity.
        rng: Random stream.
        village: Dotted code of the other village.
    """
    district = ".".join(village.split(".")[:3])
    issued = date(2010, 1, 1) + timedelta(days=int(rng.integers(0, 2_500)))
    return dataclasses.replace(
        biodata,
        nik=Nik.build(district, biodata.birth_date, biodata.sex, _serial(rng)).digits,
        kk=Nik.build(district, issued, Sex.MAN, _serial(rng)).digits,
        name=variant_spelling(biodata.name, rng),
        address="Dusun Simpang Tiga",
        rt=f"{int(rng.integers(1, 10)):03}",
        rw="000",
        village=village,
    )


def with_wrong_nik(biodata: Biodata, rng: np.random.Generator) -> Biodata:
    """The same biodata with a NIK of the other sex and another date of birth.

    The NIK is valid in itself; it only does not fit.
    """
    other = Sex.MAN if biodata.sex == Sex.WOMAN else Sex.WOMAN
    birth = biodata.birth_date
    while (birth.day, birth.month) == (biodata.birth_date.day, biodata.birth_date.month):
        birth = biodata.birth_date - timedelta(days=int(rng.integers(1, 300)))
    region = Nik.parse(biodata.nik).region
    return dataclasses.replace(biodata, nik=Nik.build(region, birth, other, _serial(rng)).digits)


def _serial(rng: np.random.Generator) -> int:
    first, last = SERIAL_TWISTED
    return int(rng.integers(first, last + 1))
