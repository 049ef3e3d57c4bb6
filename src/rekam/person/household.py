from collections import Counter
from dataclasses import dataclass

from rekam.person.code_list import RELATION
from rekam.problem import Problem

HEAD = "1"
"""Code of list ``shdk``."""


@dataclass(frozen=True, slots=True)
class Member:
    """One line of a family card.

    Attributes:
        nik: 16 digits.
        relation: Code of list ``shdk``; 1 is the head.
    """

    nik: str
    relation: str


@dataclass(frozen=True, slots=True)
class Household:
    """A family card (*kartu keluarga*).

    Attributes:
        kk: Number of the card, 16 digits.
        members: In the order of the card.
    """

    kk: str
    members: tuple[Member, ...]

    @property
    def head(self) -> Member | None:
        """The head of the family; None if nobody is entered as such."""
        return next((member for member in self.members if member.relation == HEAD), None)


def check_household(household: Household) -> list[Problem]:
    """What is wrong with a family card: nobody, not one head, someone twice, unknown relations."""
    if not household.members:
        return [Problem("person.household_empty")]
    found: list[Problem] = []
    heads = sum(member.relation == HEAD for member in household.members)
    if heads != 1:
        found.append(Problem("person.household_heads", heads=heads))
    if max(Counter(member.nik for member in household.members).values()) > 1:
        found.append(Problem("person.household_twice"))
    found.extend(
        Problem("person.relation_unknown", written=member.relation[:10])
        for member in household.members
        if member.relation not in RELATION
    )
    return found
