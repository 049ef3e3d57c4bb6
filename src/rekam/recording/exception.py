"""Which reasons excuse which item, and who may say so: one table (domain 1.2 point 6)."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from rekam.biometric import ExceptionReason, Modality
from rekam.problem import Problem
from rekam.recording.item import Item


class Approver(Enum):
    """Whose word is enough."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"


_PLAIN_TO_SEE = Approver.OPERATOR
_NEEDS_JUDGEMENT = Approver.SUPERVISOR

EXCEPTIONS: Mapping[Modality, Mapping[ExceptionReason, Approver]] = MappingProxyType(
    {
        Modality.FINGER: MappingProxyType(
            {
                ExceptionReason.MISSING: _PLAIN_TO_SEE,
                ExceptionReason.BANDAGED: _PLAIN_TO_SEE,
                ExceptionReason.UNREADABLE: _NEEDS_JUDGEMENT,
                ExceptionReason.CANNOT_COOPERATE: _NEEDS_JUDGEMENT,
                ExceptionReason.DEVICE_BROKEN: _NEEDS_JUDGEMENT,
            }
        ),
        Modality.IRIS: MappingProxyType(
            {
                ExceptionReason.MISSING: _PLAIN_TO_SEE,
                ExceptionReason.BLIND: _PLAIN_TO_SEE,
                ExceptionReason.BANDAGED: _PLAIN_TO_SEE,
                ExceptionReason.UNREADABLE: _NEEDS_JUDGEMENT,
                ExceptionReason.CANNOT_COOPERATE: _NEEDS_JUDGEMENT,
                ExceptionReason.DEVICE_BROKEN: _NEEDS_JUDGEMENT,
            }
        ),
        Modality.SIGNATURE: MappingProxyType(
            {
                ExceptionReason.CANNOT_SIGN: _PLAIN_TO_SEE,
                ExceptionReason.CANNOT_COOPERATE: _NEEDS_JUDGEMENT,
                ExceptionReason.DEVICE_BROKEN: _NEEDS_JUDGEMENT,
            }
        ),
        Modality.FACE: MappingProxyType({}),
    }
)
"""The photo has no exception: it is the least that makes a recording."""


def approver_of(item: Item, reason: ExceptionReason) -> Approver:
    """Who has to approve leaving the item out.

    Raises:
        Problem: ``recording.photo_is_the_minimum`` for the photo, ``recording.reason_not_allowed`` when the
            reason does not excuse this item.
    """
    if item is Item.FACE:
        raise Problem("recording.photo_is_the_minimum")
    approver = EXCEPTIONS[item.modality].get(reason)
    if approver is None:
        raise Problem("recording.reason_not_allowed", reason=reason.value, item=item.value)
    return approver


def check_exception(item: Item, reason: ExceptionReason, *, supervisor: str | None) -> None:
    """Holds the table against one exception.

    Raises:
        Problem: As `approver_of`, and ``recording.supervisor_needed`` when only a supervisor may say so.
    """
    if approver_of(item, reason) is Approver.SUPERVISOR and not supervisor:
        raise Problem("recording.supervisor_needed")
