"""What carries an office through a power cut."""

from dataclasses import dataclass

from rekam.operations.power.parameters import (
    FUEL_LITRES_MOST,
    GENERATORS_MOST,
    LITRES_PER_HOUR_MOST,
    UPS_MINUTES_MOST,
    UPS_MOST,
)
from rekam.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """The backup power of one office.

    Attributes:
        ups: Number of working UPS.
        ups_minutes: How long they carry the recording set.
        generators: Number of working generators.
        fuel_litres: In store.
        litres_per_hour: What the generators burn together.
    """

    ups: int
    ups_minutes: int
    generators: int
    fuel_litres: float
    litres_per_hour: float

    def check(self) -> None:
        """Refuse what cannot be.

        Raises:
            Problem: ``power.number_wrong``, ``power.burn_needed``.
        """
        for field, value, most in (
            ("UPS", self.ups, UPS_MOST), ("menit UPS", self.ups_minutes, UPS_MINUTES_MOST),
            ("genset", self.generators, GENERATORS_MOST), ("liter", self.fuel_litres, FUEL_LITRES_MOST),
            ("liter per jam", self.litres_per_hour, LITRES_PER_HOUR_MOST),
        ):  # fmt: skip
            if not 0 <= value <= most:
                raise Problem("power.number_wrong", field=field, most=int(most))
        if self.generators and not self.litres_per_hour:
            raise Problem("power.burn_needed")

    @property
    def carries_s(self) -> int:
        """Seconds that one cut is carried: the UPS first, then the generator as long as its fuel."""
        ups = self.ups_minutes * 60 if self.ups else 0
        fuel = (
            self.fuel_litres / self.litres_per_hour * 3600 if self.generators and self.litres_per_hour else 0
        )
        return int(ups + fuel)


def uncarried(since: int, until: int, backup: Backup | None) -> tuple[int, int] | None:
    """The part of a cut that no backup carried; ``None`` when all of it was."""
    begins = since + (backup.carries_s if backup else 0)
    return (begins, until) if begins < until else None
