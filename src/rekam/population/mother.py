"""Children's mothers, as their family card tells them."""

from collections.abc import Iterable, Iterator

from rekam.person import Sex
from rekam.population.resident import Resident

_HEAD, _WIFE, _CHILD = "1", "3", "4"
"""Codes of list ``shdk``."""


def with_mothers(residents: Iterable[Resident]) -> Iterator[tuple[Resident, str]]:
    """Each resident with the mother's name; empty for who is no child of a family, or has no mother on the card.

    The mother is the wife of the family card, or a woman who heads it. Nothing is drawn anew.

    Args:
        residents: Of whole villages, adults before children, as `Population.residents` gives them.
    """
    mothers: dict[str, str] = {}
    for resident in residents:
        one = resident.biodata
        if resident.relation == _WIFE or (resident.relation == _HEAD and one.sex == Sex.WOMAN):
            mothers[one.kk] = one.name
        yield resident, mothers.get(one.kk, "") if resident.relation == _CHILD else ""
