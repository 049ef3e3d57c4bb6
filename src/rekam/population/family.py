"""Putting the people of a village into households."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.population import parameters as p

HEAD, WIFE, CHILD, PARENT, OTHER = 1, 3, 4, 7, 9
"""Codes of list ``shdk``."""

SINGLE, MARRIED = 1, 2
"""Codes of list ``status_kawin``."""

YOUNGEST_MOTHER = 17
OLDEST_MOTHER = 45

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Families:
    """Households of a village.

    Attributes:
        household: (n,) household of each person, from 0.
        relation: (n,) code of list ``shdk``.
        parent_age: (households,) years of the wife, or of a head without one.
    """

    household: Whole
    relation: Whole
    parent_age: Whole


def gather_adults(rng: np.random.Generator, men: int, ages: Whole, status: Whole) -> Families:
    """Pairs husbands and wives of fitting age; the rest head a household or join one.

    Args:
        rng: Random stream.
        men: The first so many people are men.
        ages: (n,) years.
        status: (n,) marital status, 1-4.
    """
    count = len(ages)
    household = np.full(count, -1, dtype=np.int64)
    relation = np.zeros(count, dtype=np.int64)
    husbands, wives = _couples(rng, men, ages, status)
    household[husbands] = household[wives] = np.arange(len(husbands))
    relation[husbands], relation[wives] = HEAD, WIFE

    alone = np.flatnonzero((status != SINGLE) & (household < 0))
    chance = np.where(ages[alone] < 75, p.OWN_HOUSEHOLD[0], p.OWN_HOUSEHOLD[1])
    heads = alone[rng.random(len(alone)) < chance]
    household[heads] = len(husbands) + np.arange(len(heads))
    relation[heads] = HEAD
    parent_age = np.concatenate([ages[wives], ages[heads]])

    rest = np.flatnonzero(household < 0)
    homes = _homes(rng, parent_age, ages[rest], YOUNGEST_MOTHER, OLDEST_MOTHER)
    old = (homes < 0) | (status[rest] != SINGLE) & (ages[rest] >= 55)
    if len(parent_age):
        homes[old] = rng.integers(0, len(parent_age), int(old.sum()))
        relation[rest] = np.where(old, np.where(ages[rest] >= 55, PARENT, OTHER), CHILD)
        household[rest] = homes
    else:
        household[rest] = np.arange(len(rest))
        relation[rest] = HEAD
        parent_age = ages[rest]
    return Families(household, relation, parent_age)


def gather_children(rng: np.random.Generator, families: Families, ages: Whole) -> Whole:
    """(n,) household of each child: one whose mother's age fits, else any."""
    homes = _homes(rng, families.parent_age, ages, YOUNGEST_MOTHER, OLDEST_MOTHER)
    lost = homes < 0
    homes[lost] = rng.integers(0, max(len(families.parent_age), 1), int(lost.sum()))
    return homes


def _couples(rng: np.random.Generator, men: int, ages: Whole, status: Whole) -> tuple[Whole, Whole]:
    husbands = np.flatnonzero(status[:men] == MARRIED)
    wives = men + np.flatnonzero(status[men:] == MARRIED)
    pairs = min(len(husbands), len(wives))
    husbands = np.sort(rng.permutation(husbands)[:pairs])
    wives = np.sort(rng.permutation(wives)[:pairs])
    mean, spread = p.COUPLE_AGE_GAP
    older = ages[wives] + mean + rng.normal(0, spread, pairs)
    return husbands[np.argsort(ages[husbands], kind="stable")], wives[np.argsort(older, kind="stable")]


def _homes(rng: np.random.Generator, parents: Whole, ages: Whole, least: int, most: int) -> Whole:
    """A household for each age whose parent is that many years older; -1 where there is none."""
    order = np.argsort(parents, kind="stable")
    low = np.searchsorted(parents[order], ages + least, side="left")
    high = np.searchsorted(parents[order], ages + most, side="right")
    pick = low + (rng.random(len(ages)) * (high - low)).astype(np.int64)
    found = np.full(len(ages), -1, dtype=np.int64)
    fits = high > low
    found[fits] = order[pick[fits]]
    return found
