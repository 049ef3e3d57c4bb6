from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from rekam.person import Biodata
from rekam.place import Gazetteer, Level, cut_to, plain
from rekam.population import parameters as p
from rekam.population.figures import Figures
from rekam.population.naming import Naming
from rekam.population.number import Band, bands, origins
from rekam.population.plan import VillagePlan, plan_regencies, plan_villages
from rekam.population.resident import Resident
from rekam.population.village import Row, Surroundings, VillageDraw
from rekam.problem import Problem

Ages = Literal["obliged", "all"]


class Population:
    """Declared-synthetic residents of Jambi, fitted to real figures.

    The same seed and scale give the same people; a village can be drawn alone. Exact at every
    scale: residents obliged, men among them and recorded, by regency and village (largest
    remainders). At scale 1.0: 2,454,206 obliged, 2,166,190 recorded, 3,469,230 with the children.
    Nobody is real: see `rekam.population.DECLARATION` and `declared_synthetic`.

    Args:
        seed: Any whole number from 0.
        scale: Share of the real numbers, above 0 and at most 2.
        gazetteer: Regions.
        figures: Real figures to fit.
        on: Day on which ages hold.

    Raises:
        Problem: ``population.bad_scale``, ``population.figures_unfit``.
    """

    def __init__(
        self, seed: int, scale: float, gazetteer: Gazetteer, figures: Figures, *, on: date = p.REFERENCE_DAY
    ) -> None:
        if not 0 < scale <= p.LARGEST_SCALE:
            raise Problem("population.bad_scale", scale=scale, largest=p.LARGEST_SCALE)
        self.seed = seed
        self.scale = scale
        self.on = on
        self._gazetteer = gazetteer
        self._figures = figures
        self._regencies = plan_regencies(gazetteer, figures, scale)
        self._villages: dict[str, tuple[VillagePlan, ...]] = {}

    def regencies(self) -> tuple[str, ...]:
        """Codes of the eleven regencies and cities."""
        return tuple(self._regencies)

    def villages(self, regency: str) -> tuple[VillagePlan, ...]:
        """Numbers of each village of a regency, before anybody is drawn.

        Raises:
            Problem: ``population.unknown_regency``.
        """
        if regency not in self._regencies:
            raise Problem("population.unknown_regency", region=regency[:20])
        if regency not in self._villages:
            numbers = self._regencies[regency]
            self._villages[regency] = plan_villages(
                self._gazetteer, self._figures, self.seed, regency, numbers
            )
        return self._villages[regency]

    def rows(self, region: str, *, ages: Ages = "obliged") -> Iterator[Row]:
        """The residents of a regency, district or village as tuples for COPY; see `COLUMNS`.

        Args:
            region: Dotted code of today.
            ages: ``obliged`` only, or ``all`` with the children who are not.

        Raises:
            Problem: ``population.unknown_regency``.
        """
        plans = self.villages(cut_to(region, Level.REGENCY))
        chosen = [plan for plan in plans if plan.code == region or plan.code.startswith(region + ".")]
        if not chosen:
            raise Problem("population.unknown_regency", region=region[:20])
        for plan in chosen:
            yield from self._draw.rows(plan, self._around(plan.code), children=ages == "all")

    def residents(self, region: str, *, ages: Ages = "obliged") -> Iterator[Resident]:
        """The same people as `rows`, as values."""
        for row in self.rows(region, ages=ages):
            fields: list[Any] = list(row)
            yield Resident(Biodata(**dict(zip(_FIELDS, fields[:15], strict=True))), *fields[15:])

    @cached_property
    def _draw(self) -> VillageDraw:
        return VillageDraw(self.seed, self.on, Naming(self._figures.tokens))

    @cached_property
    def _bands(self) -> dict[str, Band]:
        return dict(bands(self._gazetteer))

    @cached_property
    def _origins(self) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.object_]]:
        inside, outside = origins(self._gazetteer)
        codes = [*inside, *outside]
        weights = np.array([0.5 / len(inside)] * len(inside) + [0.5 / len(outside)] * len(outside))
        regencies = {cut_to(code, Level.REGENCY) for code in codes}
        names = {code: self._gazetteer.region(code).name for code in regencies}
        numbers = np.array([int(plain(code)) for code in codes], dtype=np.int64)
        places = np.array([names[cut_to(code, Level.REGENCY)] for code in codes], dtype=object)
        return numbers, np.cumsum(weights), places

    def _around(self, village: str) -> Surroundings:
        regency = self._gazetteer.region(cut_to(village, Level.REGENCY)).name
        district = self._gazetteer.region(cut_to(village, Level.DISTRICT)).name
        numbers, edges, places = self._origins
        return Surroundings(self._bands[village], (regency, district, "Jambi"), numbers, edges, places)


_FIELDS = tuple(Biodata.__dataclass_fields__)
