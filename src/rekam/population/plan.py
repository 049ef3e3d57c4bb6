"""How many people live in each village: fixed before anybody is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.place import Gazetteer, Kind, Level, cut_to
from rekam.population import parameters as p
from rekam.population.apportion import apportion
from rekam.population.coverage import fit_coverage
from rekam.population.draw import stream
from rekam.population.figures import Figures


@dataclass(frozen=True, slots=True)
class VillagePlan:
    """Numbers of one village.

    Attributes:
        code: Dotted code of today.
        urban: Whether it is a kelurahan.
        men: Obliged men.
        women: Obliged women.
        recorded: Of the obliged, those recorded.
        boys: Children who are not obliged, male.
        girls: The same, female.
        certificate: Share of the ages 0-18 with a birth certificate.
    """

    code: str
    urban: bool
    men: int
    women: int
    recorded: int
    boys: int
    girls: int
    certificate: float


def plan_regencies(gazetteer: Gazetteer, figures: Figures, scale: float) -> dict[str, dict[str, int]]:
    """Obliged, recorded and children of each regency.

    Residents are shared out by the regencies' populations of 2025 with the same 70.7 % obliged
    everywhere: published numbers of obliged residents exist for seven regencies only and belong to
    four different years.
    """
    codes = [region.code for region in gazetteer.children(p.PROVINCE)]
    size = np.array([figures.populations[code].total for code in codes])
    obliged = apportion(size, round(p.OBLIGED * scale))
    everybody = apportion(size, round(p.POPULATION * scale))
    share = fit_coverage(figures.coverage, dict(zip(codes, apportion(size, p.OBLIGED).tolist(), strict=True)))
    weight = [share[code] * count for code, count in zip(codes, obliged.tolist(), strict=True)]
    recorded = apportion(weight, min(round(p.RECORDED * scale), int(obliged.sum())), obliged)
    children = np.maximum(everybody - obliged, 0)
    return {
        code: {"obliged": int(obliged[i]), "recorded": int(recorded[i]), "children": int(children[i])}
        for i, code in enumerate(codes)
    }


def plan_villages(
    gazetteer: Gazetteer, figures: Figures, seed: int, regency: str, numbers: Mapping[str, int]
) -> tuple[VillagePlan, ...]:
    """Numbers of each village of a regency, in the order of the codes."""
    villages = gazetteer.within(regency, Level.VILLAGE)
    rng = stream(seed, regency, "villages")
    kinds = np.array([village.kind is Kind.URBAN_VILLAGE for village in villages])
    weight = np.where(kinds, p.URBAN_WEIGHT, 1.0) * np.exp(rng.normal(0, p.VILLAGE_SPREAD, len(villages)))
    weight = _fit_districts(weight, [cut_to(one.code, Level.DISTRICT) for one in villages], figures.districts)
    population = figures.populations[regency]
    male = population.men / population.total

    men_total = round(numbers["obliged"] * male)
    obliged = apportion(weight, numbers["obliged"])
    men = apportion(obliged, men_total, obliged)
    children = apportion(weight, numbers["children"])
    boys = apportion(children, round(numbers["children"] * male), children)
    hard = obliged * np.exp(rng.normal(0, p.MISSING_SPREAD, len(villages)))
    missing = apportion(hard, numbers["obliged"] - numbers["recorded"], obliged)
    certificate = figures.certificates[regency].percent_0_18 / 100
    return tuple(
        VillagePlan(
            code=village.code,
            urban=village.kind is Kind.URBAN_VILLAGE,
            men=int(men[i]),
            women=int(obliged[i] - men[i]),
            recorded=int(obliged[i] - missing[i]),
            boys=int(boys[i]),
            girls=int(children[i] - boys[i]),
            certificate=certificate,
        )
        for i, village in enumerate(villages)
    )


def _fit_districts(
    weight: NDArray[np.float64], districts: list[str], known: Mapping[str, int]
) -> NDArray[np.float64]:
    """Scales village weights so that districts with a known population weigh as much as it."""
    if not all(district in known for district in districts):
        return weight
    total: dict[str, float] = {}
    for one, district in zip(weight.tolist(), districts, strict=True):
        total[district] = total.get(district, 0.0) + one
    factors = np.array([known[district] / total[district] for district in districts], dtype=np.float64)
    fitted: NDArray[np.float64] = weight * factors
    return fitted
