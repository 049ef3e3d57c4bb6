"""NIK and family card numbers that mark themselves as made up and never meet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.place import Gazetteer, Level, cut_to, plain
from rekam.population import parameters as p
from rekam.population.declaration import SERIAL_HOME, SERIAL_MOVED
from rekam.population.draw import running_number
from rekam.problem import Problem

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Band:
    """Serials that one village may give.

    Attributes:
        district: Six digits of the district in which its people were registered.
        first: First serial for people registered there.
        size: How many serials from it on.
        moved: The one serial for people registered elsewhere.
    """

    district: int
    first: int
    size: int
    moved: int

    def of_adults(self) -> "Band":
        """The lower two thirds, for the obliged."""
        return Band(self.district, self.first, self.size * 2 // 3, self.moved)

    def of_children(self) -> "Band":
        """The upper third: a married girl of 16 and a child may share a day of birth."""
        lower = self.size * 2 // 3
        return Band(self.district, self.first + lower, self.size - lower, self.moved)


def bands(gazetteer: Gazetteer) -> Mapping[str, Band]:
    """The serials of every village of Jambi, by its code of today.

    A village that lies in a district founded after 2017 registered its people in the one before.
    """
    villages = [village.code for village in gazetteer.within(p.PROVINCE, Level.VILLAGE)]
    home = {code: _registered_in(gazetteer, code) for code in villages}
    members: dict[str, list[str]] = {}
    for code in villages:
        members.setdefault(home[code], []).append(code)
    first, last = SERIAL_HOME
    found = {}
    for ordinal, code in enumerate(villages):
        fellows = members[home[code]]
        size = (last - first + 1) // len(fellows)
        start = first + fellows.index(code) * size
        found[code] = Band(int(plain(home[code])), start, size, SERIAL_MOVED[0] + ordinal)
    return found


def origins(gazetteer: Gazetteer) -> tuple[Sequence[str], Sequence[str]]:
    """Districts people may have come from: those of Jambi, and those of other provinces."""
    newcomers = gazetteer.former.newcomers
    inside = [one.code for one in gazetteer.within(p.PROVINCE, Level.DISTRICT) if one.code not in newcomers]
    outside = [
        one.code
        for province in p.MOVED_FROM
        for one in gazetteer.within(province, Level.DISTRICT)
        if one.code not in newcomers
    ]
    return inside, outside


def niks(
    band: Band, origin: Whole, births: Whole, women: NDArray[np.bool_]
) -> tuple[Whole, NDArray[np.bool_]]:
    """NIKs of a village's people.

    Args:
        band: Serials of the village.
        origin: (n,) six digits of another district of first registration; 0 for the village's own.
        births: (n,) day of birth, days since 1970.
        women: (n,) whether a woman.

    Returns:
        (n,) NIKs as numbers, and (n,) whether the NIK is of another district: of several people
        from one district with one birth and sex only the first keeps it.

    Raises:
        Problem: ``population.serials_exhausted``.
    """
    moved = (origin > 0) & (origin != band.district)
    district = np.where(moved, origin, band.district)
    born = six_digits(births, women)
    moved &= running_number(np.where(moved, district * 10**6 + born, -np.arange(len(births)) - 1)) == 0
    district = np.where(moved, district, band.district)
    running = running_number(district * 10**6 + born)
    if np.any(~moved & (running >= band.size)):
        raise Problem("population.serials_exhausted", region=str(band.district))
    serial = np.where(moved, band.moved, band.first + running)
    return district * 10**10 + born * 10**4 + serial, moved


def kks(band: Band, issued: Whole) -> Whole:
    """(n,) family card numbers as numbers, from their days of issue."""
    day = six_digits(issued, np.zeros(len(issued), dtype=np.bool_))
    running = running_number(day)
    if np.any(running >= band.size):
        raise Problem("population.serials_exhausted", region=str(band.district))
    return band.district * 10**10 + day * 10**4 + band.first + running


def six_digits(days: Whole, women: NDArray[np.bool_]) -> Whole:
    """(n,) ``ddmmyy`` as numbers, the day raised by 40 for women."""
    stamps = days.astype("datetime64[D]")
    months = stamps.astype("datetime64[M]")
    years = months.astype("datetime64[Y]")
    day = (stamps - months.astype("datetime64[D]")).astype(np.int64) + 1 + np.where(women, 40, 0)
    month = (months - years.astype("datetime64[M]")).astype(np.int64) + 1
    digits: Whole = day * 10**4 + month * 100 + (years.astype(np.int64) + 1970) % 100
    return digits


def _registered_in(gazetteer: Gazetteer, village: str) -> str:
    """District of the list of 2017 in which a village of today lay."""
    before = gazetteer.backward(village)
    district = cut_to(before[0].code if before else village, Level.DISTRICT)
    if district in gazetteer.former.newcomers:
        fellows = gazetteer.within(district, Level.VILLAGE)
        known = [one for fellow in fellows for one in gazetteer.backward(fellow.code)]
        district = cut_to(known[0].code, Level.DISTRICT) if known else district
    return district
