"""What an office needs to go on recording through power cuts."""

from dataclasses import dataclass
from enum import Enum
from math import ceil

from rekam.operations.power.backup import Backup
from rekam.operations.power.parameters import (
    CUT_HOURS_MOST,
    FUEL_COST,
    GENERATOR_COST,
    LITRES_PER_HOUR,
    UPS_COST,
)


class Want(Enum):
    """What is missing; the value names its words."""

    REGISTER = "register"
    GENERATOR = "generator"
    UPS = "ups"
    FUEL = "fuel"


@dataclass(frozen=True, slots=True)
class Need:
    """The needs of one office.

    Attributes:
        wants: What is missing, the dearest first.
        cost: Rupiah of all of it, the fuel of one month included.
        fuel_litres: Litres that the cuts of 30 days would burn.
    """

    wants: tuple[Want, ...]
    cost: int
    fuel_litres: int


def need_of(cut_hours: float, backup: Backup | None) -> Need:
    """What an office needs, from its cuts of the last 30 days.

    Args:
        cut_hours: Hours of its opening time without mains.
        backup: What it has; ``None`` = it never told.
    """
    litres = ceil(cut_hours * (backup.litres_per_hour or LITRES_PER_HOUR if backup else LITRES_PER_HOUR))
    wants: list[Want] = []
    cost = 0
    if backup is None and cut_hours > 0:
        wants.append(Want.REGISTER)
    if cut_hours > CUT_HOURS_MOST and not (backup and backup.generators):
        wants.append(Want.GENERATOR)
        cost += GENERATOR_COST
    if cut_hours > 0 and not (backup and backup.ups):
        wants.append(Want.UPS)
        cost += UPS_COST
    has_engine = Want.GENERATOR in wants or bool(backup and backup.generators)
    short = max(0, litres - int(backup.fuel_litres if backup else 0)) if has_engine else 0
    if short:
        wants.append(Want.FUEL)
        cost += short * FUEL_COST
    return Need(tuple(wants), cost, litres)
