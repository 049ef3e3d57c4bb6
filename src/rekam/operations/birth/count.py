"""Counts of children that add up from village to nation."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rekam.operations.birth.age import is_child, may_hold_child_card


@dataclass(frozen=True, slots=True)
class BirthCount:
    """Children of one place at one data cut.

    Attributes:
        children: 0-18 on the day of the cut: the denominator.
        certified: Of these, with a birth certificate: never more than ``children``.
        card_base: Of these, under 17 and never married on that day: may hold a child card.
        carded: Of these, with a child card that is valid now.
        left: Children with a certificate noted here who are not among ``children``: born after the cut, or 18
            since. A numerator that takes them in beside the old denominator goes above 100 %.
    """

    children: int = 0
    certified: int = 0
    card_base: int = 0
    carded: int = 0
    left: int = 0

    @property
    def missing(self) -> int:
        """Children without a certificate."""
        return self.children - self.certified

    def __add__(self, other: "BirthCount") -> "BirthCount":
        return BirthCount(
            self.children + other.children,
            self.certified + other.certified,
            self.card_base + other.card_base,
            self.carded + other.carded,
            self.left + other.left,
        )


def summed(parts: Iterable[BirthCount]) -> BirthCount:
    """The place that the parts make up."""
    return sum(parts, BirthCount())


def count_children(people: Iterable[tuple[date, str, bool]], on: date) -> BirthCount:
    """Count residents on a day.

    Args:
        people: Date of birth, marital status (code), and whether a birth certificate is registered.
        on: Day of counting.
    """
    children = certified = card_base = 0
    for birth, marital_status, has_certificate in people:
        if is_child(birth, on):
            children += 1
            certified += has_certificate
            card_base += may_hold_child_card(birth, marital_status, on)
    return BirthCount(children, certified, card_base)
