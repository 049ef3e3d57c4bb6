from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rekam.person import NameToken
from rekam.place import PublishedCertificates, PublishedCoverage, RegionPopulation


@dataclass(frozen=True, slots=True)
class Figures:
    """The real figures to which the population is fitted.

    Attributes:
        populations: Men and women by regency code (2025: the latest with both sexes for all).
        coverage: Published coverage figures.
        certificates: Birth certificates of the ages 0-18 by regency code.
        districts: Residents by district code, where known (Merangin 2010).
        tokens: Words of names by sex.
    """

    populations: Mapping[str, RegionPopulation]
    coverage: Sequence[PublishedCoverage]
    certificates: Mapping[str, PublishedCertificates]
    districts: Mapping[str, int]
    tokens: Sequence[NameToken]
