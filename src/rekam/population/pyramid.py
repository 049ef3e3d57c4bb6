"""Ages and dates of birth."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from rekam.person.age import OBLIGED_AGE
from rekam.population import parameters as p
from rekam.population.draw import Pool

OLDEST = 5 * len(p.PYRAMID) - 1
"""Years of the oldest drawn."""

Days = NDArray[np.int64]
"""Days since 1 January 1970."""


class Pyramid:
    """Draws ages by the age pyramid and days of birth within them.

    Args:
        on: Day on which the ages hold.
    """

    def __init__(self, on: date) -> None:
        self._on = on
        weights = np.repeat(np.array(p.PYRAMID) / 5, 5)
        self._adults = Pool(
            [str(one) for one in range(OBLIGED_AGE, OLDEST + 1)], weights[OBLIGED_AGE:].tolist()
        )
        self._children = Pool([str(one) for one in range(OBLIGED_AGE)], weights[:OBLIGED_AGE].tolist())
        birthdays = np.array([_birthday(on, years) for years in range(OLDEST + 2)])
        self._first = birthdays[1:] + 1
        self._span = birthdays[:-1] - birthdays[1:]

    def adults(self, rng: np.random.Generator, count: int) -> Days:
        """(count,) ages from 17."""
        return self._adults.indices(rng, count) + OBLIGED_AGE

    def children(self, rng: np.random.Generator, count: int) -> Days:
        """(count,) ages below 17."""
        return self._children.indices(rng, count)

    def births(self, rng: np.random.Generator, ages: Days) -> Days:
        """(n,) days of birth of people of the given ages.

        Some, more often the old, are written down for 1 January or 1 July of their year.
        """
        days: Days = self._first[ages] + (rng.random(len(ages)) * self._span[ages]).astype(np.int64)
        share = np.where(ages >= 50, p.DEFAULT_DATE_SHARE[1], p.DEFAULT_DATE_SHARE[0])
        unknown = (rng.random(len(ages)) < share) & (ages > OBLIGED_AGE)
        year = days.astype("datetime64[D]").astype("datetime64[Y]")
        new_year = year.astype("datetime64[D]").astype(np.int64)
        july = (
            (year.astype("datetime64[M]") + np.timedelta64(6, "M")).astype("datetime64[D]").astype(np.int64)
        )
        written = np.where(rng.random(len(ages)) < p.NEW_YEAR_SHARE, new_year, july)
        return np.where(unknown & (written <= _birthday(self._on, OBLIGED_AGE)), written, days)


def _birthday(on: date, years: int) -> int:
    """Last day of birth with which one is that old on a day."""
    try:
        day = on.replace(year=on.year - years)
    except ValueError:  # 29 February: those born on it or before are that old
        day = date(on.year - years, 2, 28)
    return (day - date(1970, 1, 1)).days
