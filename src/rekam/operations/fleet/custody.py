"""From hand to hand: a component is with exactly one holder, and what left one is bound for another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rekam.operations.fleet.component import Holder, HolderKind
from rekam.operations.fleet.step import OUTSIDE, Step
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class Custody:
    """Who had it before a step, and what the step says.

    Attributes:
        holder: Who had it.
        bound: Who was to get it.
        home: The office that answers for it.
        to: Who is named by the step.
        place: The office that answers for it from now on, where the step changes that.
    """

    holder: Holder
    bound: Holder | None
    home: str
    to: Holder | None
    place: str

    @property
    def office(self) -> Holder:
        """Its own office."""
        return Holder(HolderKind.OFFICE, self.home)

    @property
    def lent(self) -> bool:
        """Whether another office works with it."""
        return self.holder.kind is HolderKind.OFFICE and self.holder.place != self.home

    @property
    def travelling(self) -> Holder:
        """Nobody's hand: between two."""
        return Holder(HolderKind.TRANSIT, self.holder.place)


Hands = tuple[Holder, Holder | None]
"""Who has it, and who will get it while it travels."""


def hands(step: Step, custody: Custody) -> Hands:
    """Who has it after a step, and who will get it.

    Raises:
        Problem: ``fleet.addressee_needed``, ``fleet.lent_already``, ``fleet.not_lent``.
    """
    change = _CHANGES.get(step)
    return (custody.holder, custody.bound) if change is None else change(custody)


def _ship(custody: Custody) -> Hands:
    if custody.to is None or custody.to.kind not in OUTSIDE or custody.to == custody.holder:
        raise Problem("fleet.addressee_needed")
    return custody.travelling, custody.to


def _take(custody: Custody) -> Hands:
    assert custody.bound is not None
    return custody.bound, None


def _lend(custody: Custody) -> Hands:
    if custody.lent:
        raise Problem("fleet.lent_already")
    if custody.to is None or custody.to.kind is not HolderKind.OFFICE or custody.to.place == custody.home:
        raise Problem("fleet.addressee_needed")
    return custody.to, None


def _return_loan(custody: Custody) -> Hands:
    if not custody.lent:
        raise Problem("fleet.not_lent")
    return custody.office, None


def _move(custody: Custody) -> Hands:
    if custody.lent:
        raise Problem("fleet.lent_already")
    return Holder(HolderKind.OFFICE, custody.place), None


def _vanish(custody: Custody) -> Hands:
    return Holder(HolderKind.NOBODY, custody.holder.place), None


def _retire(custody: Custody) -> Hands:
    return Holder(HolderKind.RETIRED, custody.home), None


_CHANGES: Mapping[Step, Callable[[Custody], Hands]] = {
    Step.SHIP: _ship,
    Step.SHIP_BACK: lambda custody: (custody.travelling, custody.office),
    Step.RECEIVE: _take,
    Step.ARRIVE: _take,
    Step.LEND: _lend,
    Step.RETURN_LOAN: _return_loan,
    Step.MOVE: _move,
    Step.LOSE: _vanish,
    Step.STEAL: _vanish,
    Step.FIND: lambda custody: (custody.office, None),
    Step.REPLACE: _retire,
    Step.WRITE_OFF: _retire,
}
