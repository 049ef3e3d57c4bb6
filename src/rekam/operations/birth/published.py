"""Published shares of children with a birth certificate, word by word; shown beside what is counted here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PublishedBirths:
    """One published figure.

    Attributes:
        place: Region code.
        said_on: Day of publication or statement.
        percent: As printed.
        children: Denominator as printed; ``None`` = not given.
        without: Children without a certificate as printed.
        certificates_until: Day to which certificates were counted, where it is known.
        children_on: Day of the count of children, where it is known.
        source: Who printed it.
        exact_day: Whether ``said_on`` is the day itself; otherwise its month is meant.
    """

    place: str
    said_on: date
    percent: float
    source: str
    children: int | None = None
    without: int | None = None
    certificates_until: date | None = None
    children_on: date | None = None
    exact_day: bool = True

    @property
    def mixed_days(self) -> bool:
        """Whether certificates and children were counted on different days: then it may pass 100 %."""
        known = self.certificates_until is not None and self.children_on is not None
        return known and self.certificates_until != self.children_on

    @property
    def recomputed(self) -> float | None:
        """Per cent out of the printed numbers, if both were printed."""
        if not self.children or self.without is None:
            return None
        return 100 * (self.children - self.without) / self.children


PROVINCE: Sequence[PublishedBirths] = (
    PublishedBirths("15", date(2017, 8, 30), 77.25, "Wakil Gubernur Jambi, 30-8-2017", 1_344_435, 305_909),
    PublishedBirths("15", date(2017, 10, 9), 77.56, "JPNN, 10-10-2017"),
    PublishedBirths(
        "15", date(2018, 3, 31), 106.79, "nusakini.com, Maret 2018; penjelasan kementerian: mediacerdasbangsa.com",
        certificates_until=date(2018, 3, 31), children_on=date(2017, 12, 31), exact_day=False,
    ),
)  # fmt: skip
"""Jambi. The 77.25 % follow from the two numbers of the statement; the article words it differently."""

REGENCIES_ON = date(2017, 5, 2)
REGENCIES_SOURCE = "enewstime.id, 2-5-2017"
"""Day and source of the eleven figures of May 2017 (``rekam.edge.packed.published_certificates``)."""


def published_of(place: str, regencies: dict[str, float], *, until: date) -> list[PublishedBirths]:
    """What was published of a place by a day, the latest first.

    Args:
        place: Region code.
        regencies: Per cent of May 2017 by regency code.
        until: A figure of a later day has not been said yet.
    """
    found = [one for one in PROVINCE if one.place == place]
    if place in regencies:
        found.append(
            PublishedBirths(place, REGENCIES_ON, regencies[place], REGENCIES_SOURCE, exact_day=False)
        )
    return sorted((one for one in found if one.said_on <= until), key=lambda one: one.said_on, reverse=True)
