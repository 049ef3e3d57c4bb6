"""Figures that others published about regions, kept as they were published."""

from dataclasses import dataclass
from datetime import date

from rekam.place.point import Point


@dataclass(frozen=True, slots=True)
class RegionPopulation:
    """Population of a province, regency or city (Kepmendagri 300.2.2-2138/2025).

    Attributes:
        code: Dotted code; ``0`` is the whole country.
        men: Persons.
        women: Persons.
        area_km2: Area in square kilometres (BIG, December 2024); None where not published.
        centre: Middle of the polygon; None for provinces.
    """

    code: str
    men: int
    women: int
    area_km2: float | None
    centre: Point | None

    @property
    def total(self) -> int:
        """Men and women."""
        return self.men + self.women


@dataclass(frozen=True, slots=True)
class PublishedCoverage:
    """A coverage figure printed in an article or statement; None where it gave no number.

    Attributes:
        day: Day for which it was given.
        code: Dotted region code; ``0`` is the whole country.
        name: Region as the source names it.
        population: Residents.
        obliged: Residents obliged to hold a card (*wajib KTP*).
        recorded: Residents already recorded.
        missing: Residents not yet recorded.
        reported_percent: Per cent as printed.
        computed_percent: Per cent that the printed numbers give.
        source: Where it was printed.
        remark: What is odd about it.
    """

    day: date
    code: str
    name: str
    population: int | None
    obliged: int | None
    recorded: int | None
    missing: int | None
    reported_percent: float | None
    computed_percent: float | None
    source: str
    remark: str


@dataclass(frozen=True, slots=True)
class PublishedCertificates:
    """Birth certificates and unprinted cards of a regency in 2017, as published.

    Attributes:
        code: Dotted regency code.
        name: Regency.
        percent_0_18: Children of 0-18 years who have a birth certificate, per cent, May 2017.
        unprinted_cards: Recordings ready to print without a card, October 2017.
    """

    code: str
    name: str
    percent_0_18: float
    unprinted_cards: int
