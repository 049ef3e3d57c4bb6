"""What the offices of a place need against power cuts."""

from dataclasses import dataclass

from rekam.edge.store.centre.power import CutHours, KeptBackup
from rekam.operations.power import Need, need_of


@dataclass(frozen=True, slots=True)
class OfficeNeed:
    """One kecamatan office.

    Attributes:
        backup: Its own line of the register, or that of the office above it; ``None`` = nobody told.
    """

    cuts: CutHours
    backup: KeptBackup | None
    need: Need


@dataclass(frozen=True, slots=True)
class Needs:
    """The needs of a place.

    Attributes:
        offices: Those that need something, the most hours first.
        without: Offices of these cuts without a generator.
        cost: Rupiah of all needs.
    """

    offices: list[OfficeNeed]
    without: int
    cost: int


def needs_of(cut_hours: list[CutHours], backups: dict[str, KeptBackup]) -> Needs:
    """The needs of the offices that had cuts."""
    found = []
    for one in cut_hours:
        backup = backups.get(one.place) or backups.get(one.place[:5])
        need = need_of((one.lost_s + one.carried_s) / 3600, backup.backup if backup else None)
        found.append(OfficeNeed(one, backup, need))
    wanting = [one for one in found if one.need.wants]
    wanting.sort(key=lambda one: (-(one.cuts.lost_s + one.cuts.carried_s), one.cuts.place))
    return Needs(
        wanting,
        sum(1 for one in found if not (one.backup and one.backup.backup.generators)),
        sum(one.need.cost for one in wanting),
    )  # fmt: skip
