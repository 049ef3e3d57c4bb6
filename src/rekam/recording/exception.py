"""Which reasons excuse which item, who may say so, and what is owed later: one table (domain 1.2 point 6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from rekam.biometric import ExceptionReason, Modality
from rekam.problem import Problem
from rekam.recording import parameters
from rekam.recording.item import Item


class Approver(Enum):
    """Whose word is enough."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True, slots=True)
class Terms:
    """Under which terms a reason excuses an item.

    Attributes:
        approver: Whose word is enough.
        later_days: Days within which the item is to be completed; ``None`` where the reason lasts for life.
    """

    approver: Approver
    later_days: int | None = None


_FOR_LIFE = Terms(Approver.OPERATOR)
_HEALS = Terms(Approver.OPERATOR, parameters.LATER_WOUND_DAYS)
_JUDGED = Terms(Approver.SUPERVISOR)
_DEVICE = Terms(Approver.SUPERVISOR, parameters.LATER_DEVICE_DAYS)
_PAD = Terms(Approver.SUPERVISOR, parameters.LATER_SIGNATURE_DAYS)

EXCEPTIONS: Mapping[Modality, Mapping[ExceptionReason, Terms]] = MappingProxyType(
    {
        Modality.FINGER: MappingProxyType(
            {
                ExceptionReason.MISSING: _FOR_LIFE,
                ExceptionReason.BANDAGED: _HEALS,
                ExceptionReason.UNREADABLE: _JUDGED,
                ExceptionReason.CANNOT_COOPERATE: _JUDGED,
                ExceptionReason.DEVICE_BROKEN: _DEVICE,
            }
        ),
        Modality.IRIS: MappingProxyType(
            {
                ExceptionReason.MISSING: _FOR_LIFE,
                ExceptionReason.BLIND: _FOR_LIFE,
                ExceptionReason.BANDAGED: _HEALS,
                ExceptionReason.UNREADABLE: _JUDGED,
                ExceptionReason.CANNOT_COOPERATE: _JUDGED,
                ExceptionReason.DEVICE_BROKEN: _DEVICE,
            }
        ),
        Modality.SIGNATURE: MappingProxyType(
            {
                ExceptionReason.CANNOT_SIGN: _FOR_LIFE,
                ExceptionReason.CANNOT_COOPERATE: _JUDGED,
                ExceptionReason.DEVICE_BROKEN: _PAD,
            }
        ),
        Modality.FACE: MappingProxyType({}),
    }
)
"""The photo has no exception: it is the least that makes a recording."""


def terms_of(item: Item, reason: ExceptionReason) -> Terms:
    """Under which terms the item is left out.

    Raises:
        Problem: ``recording.photo_is_the_minimum`` for the photo, ``recording.reason_not_allowed`` when the
            reason does not excuse this item.
    """
    if item is Item.FACE:
        raise Problem("recording.photo_is_the_minimum")
    terms = EXCEPTIONS[item.modality].get(reason)
    if terms is None:
        raise Problem("recording.reason_not_allowed", reason=reason.value, item=item.value)
    return terms


def approver_of(item: Item, reason: ExceptionReason) -> Approver:
    """Who has to approve leaving the item out.

    Raises:
        Problem: As `terms_of`.
    """
    return terms_of(item, reason).approver


def check_exception(item: Item, reason: ExceptionReason, *, supervisor: str | None) -> None:
    """Holds the table against one exception.

    Raises:
        Problem: As `approver_of`, and ``recording.supervisor_needed`` when only a supervisor may say so.
    """
    if approver_of(item, reason) is Approver.SUPERVISOR and not supervisor:
        raise Problem("recording.supervisor_needed")
