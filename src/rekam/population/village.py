"""Drawing the people of one village."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from rekam.person import Sex
from rekam.person.age import OBLIGED_AGE
from rekam.population import parameters as p
from rekam.population import word
from rekam.population.draw import Pool, stream
from rekam.population.family import Families, gather_adults, gather_children
from rekam.population.naming import Naming
from rekam.population.number import Band, kks, niks
from rekam.population.plan import VillagePlan
from rekam.population.pyramid import Pyramid
from rekam.population.status import marital_status, occupation

Whole = NDArray[np.int64]
Row = tuple[object, ...]

_RELIGIONS = Pool([str(code) for code in range(1, 8)], p.RELIGION)
_BLOOD = Pool([kind for kind, _ in p.BLOOD_TYPE], [share for _, share in p.BLOOD_TYPE])


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a village has around it.

    Attributes:
        band: Serials it may give.
        birth_places: Places where people of the village were born, most usual first.
        origins: (districts,) six digits of districts that people come from.
        origin_edges: (districts,) their weights, added up to 1.
        origin_places: Name of the regency of each.
    """

    band: Band
    birth_places: Sequence[str]
    origins: Whole
    origin_edges: NDArray[np.float64]
    origin_places: NDArray[np.object_]


class VillageDraw:
    """Draws villages of one population.

    Args:
        seed: Seed of the population.
        on: Day on which ages hold.
        naming: Names.
    """

    def __init__(self, seed: int, on: date, naming: Naming) -> None:
        self._seed = seed
        self._on = (on - date(1970, 1, 1)).days
        self._naming = naming
        self._pyramid = Pyramid(on)

    def rows(self, plan: VillagePlan, around: Surroundings, *, children: bool) -> Iterator[Row]:
        """The rows of a village, columns as in `rekam.population.COLUMNS`.

        Obliged men, obliged women, then, if wanted, boys and girls. The obliged are the same with
        and without the children.
        """
        rng = stream(self._seed, plan.code, "adults")
        men, count = plan.men, plan.men + plan.women
        ages = self._pyramid.adults(rng, count)
        early = rng.random(count) < p.MARRIED_YOUNG_SHARE
        ages[early] = OBLIGED_AGE - 1
        status = np.concatenate(
            [marital_status(rng, Sex.MAN, ages[:men]), marital_status(rng, Sex.WOMAN, ages[men:])]
        )
        status[early] = 2
        births = self._pyramid.births(rng, ages)
        families = gather_adults(rng, men, ages, status)
        homes = _Homes(rng, plan, around.band, families, self._on)
        recorded = _recorded(rng, ages, plan.recorded)
        everyone = _People(ages, births, status, families.household, families.relation, men, recorded)
        yield from self._people(rng, plan, around, homes, everyone)
        if children:
            yield from self._children(plan, around, homes, families)

    def _children(
        self, plan: VillagePlan, around: Surroundings, homes: "_Homes", families: Families
    ) -> Iterator[Row]:
        rng = stream(self._seed, plan.code, "children")
        count = plan.boys + plan.girls
        ages = self._pyramid.children(rng, count)
        births = self._pyramid.births(rng, ages)
        household = gather_children(rng, families, ages)
        none = np.zeros(count, dtype=np.bool_)
        single = np.ones(count, dtype=np.int64)
        everyone = _People(ages, births, single, household, single * 4, plan.boys, none)
        yield from self._people(rng, plan, around, homes, everyone, obliged=False)

    def _people(
        self,
        rng: np.random.Generator,
        plan: VillagePlan,
        around: Surroundings,
        homes: "_Homes",
        people: "_People",
        *,
        obliged: bool = True,
    ) -> Iterator[Row]:
        count, men = len(people.ages), people.men
        women = np.arange(count) >= men
        religions = homes.religions[people.household]
        years = people.births.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
        names = [
            *self._naming.draw(rng, Sex.MAN, years[:men], religions[:men]),
            *self._naming.draw(rng, Sex.WOMAN, years[men:], religions[men:]),
        ]
        pilgrim = (people.ages >= 50) & (religions == 1) & (rng.random(count) < p.TITLE_SHARE)
        for row in np.flatnonzero(pilgrim).tolist():
            names[row] = f"{'Hj.' if women[row] else 'H.'} {names[row]}"
        origin, origin_place = _origins(rng, around, count)
        if not obliged:
            origin[:] = 0
        band = around.band.of_adults() if obliged else around.band.of_children()
        numbers, moved = niks(band, origin, people.births, women)
        usual = np.array(around.birth_places, dtype=object)
        pick = np.searchsorted((0.7, 0.9), rng.random(count), side="right").clip(max=len(usual) - 1)
        places = np.where(moved, origin_place, usual[pick])
        work = np.concatenate(
            [
                occupation(rng, Sex.MAN, people.ages[:men], urban=plan.urban),
                occupation(rng, Sex.WOMAN, people.ages[men:], urban=plan.urban),
            ]
        )
        blood = _BLOOD.draw(rng, count)
        certificate = (people.ages <= 18) & (rng.random(count) < plan.certificate)
        home = people.household.tolist()
        return zip(
            map(str, numbers.tolist()),
            [homes.kks[one] for one in home],
            names,
            ["L"] * men + ["P"] * (count - men),
            places.tolist(),
            people.births.astype("datetime64[D]").tolist(),
            blood.tolist(),
            [homes.addresses[one] for one in home],
            [homes.rts[one] for one in home],
            [homes.rws[one] for one in home],
            [plan.code] * count,
            map(str, religions.tolist()),
            map(str, people.status.tolist()),
            work.tolist(),
            ["WNI"] * count,
            map(str, people.relation.tolist()),
            [obliged] * count,
            people.recorded.tolist(),
            certificate.tolist(),
            strict=True,
        )


@dataclass(frozen=True, slots=True)
class _People:
    ages: Whole
    births: Whole
    status: Whole
    household: Whole
    relation: Whole
    men: int
    recorded: NDArray[np.bool_]


class _Homes:
    """Family card, address, neighbourhood and religion of each household."""

    def __init__(
        self, rng: np.random.Generator, plan: VillagePlan, band: Band, families: Families, on: int
    ) -> None:
        count = int(families.household.max(initial=0)) + 1
        ten_years = rng.integers(1, 3_650, count)
        self.kks = [str(one) for one in kks(band, on - ten_years).tolist()]
        self.religions = _RELIGIONS.indices(rng, count) + 1
        rt = np.arange(count) // p.HOUSEHOLDS_PER_RT + 1
        self.rts = [f"{one:03}" for one in rt.tolist()]
        self.rws = [f"{(one - 1) // 4 + 1:03}" if plan.urban else "000" for one in rt.tolist()]
        if plan.urban:
            street = rng.integers(0, len(word.STREETS), count).tolist()
            number = rng.integers(1, 200, count).tolist()
            self.addresses = [f"Jl. {word.STREETS[s]} No. {n}" for s, n in zip(street, number, strict=True)]
        else:
            hamlets = rng.choice(len(word.HAMLETS), 4, replace=False).tolist()
            self.addresses = [f"Dusun {word.HAMLETS[hamlets[one % 4]]}" for one in rt.tolist()]


def _recorded(rng: np.random.Generator, ages: Whole, count: int) -> NDArray[np.bool_]:
    """Who is recorded: exactly so many, the youngest and the oldest less often (plausible)."""
    weight = np.select([ages < OBLIGED_AGE, ages < 20, ages >= 70], [0.05, 0.35, 0.5], 1.0)
    key = rng.exponential(size=len(ages)) / weight
    recorded = np.zeros(len(ages), dtype=np.bool_)
    recorded[np.argsort(key, kind="stable")[:count]] = True
    return recorded


def _origins(rng: np.random.Generator, around: Surroundings, count: int) -> tuple[Whole, NDArray[np.object_]]:
    pick = np.searchsorted(around.origin_edges, rng.random(count), side="right").clip(
        max=len(around.origins) - 1
    )
    stays = rng.random(count) >= p.MOVED_SHARE
    return np.where(stays, 0, around.origins[pick]), around.origin_places[pick]
