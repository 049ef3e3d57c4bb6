"""What a station may still record while a device is broken, and what it owes the resident afterwards: one table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rekam.biometric import Modality
from rekam.recording import parameters
from rekam.recording.draft import Draft
from rekam.recording.exception import EXCEPTIONS, Approver
from rekam.recording.item import Item
from rekam.recording.step import ITEMS_OF, Step

DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class DegradedMode:
    """The rule for one broken kind of device.

    Attributes:
        still: Steps that go on as usual; empty when nothing may be recorded.
        later: Items that the resident has to come back for.
        approver: Who agrees to going on without the device; ``None`` when nobody may.
        within_days: Days in which the rest is to be completed; 0 when nothing was recorded.
    """

    still: tuple[Step, ...]
    later: tuple[Item, ...]
    approver: Approver | None
    within_days: int


def _without(modality: Modality, approver: Approver | None, within_days: int) -> DegradedMode:
    later = tuple(item for item in Item if item.modality is modality)
    still = tuple(step for step in Step if not set(ITEMS_OF[step]) & set(later))
    return DegradedMode(still if approver else (), later, approver, within_days)


DEGRADED: Mapping[Modality, DegradedMode] = MappingProxyType(
    {
        Modality.FACE: _without(Modality.FACE, None, 0),
        Modality.SIGNATURE: _without(
            Modality.SIGNATURE, Approver.SUPERVISOR, parameters.LATER_SIGNATURE_DAYS
        ),
        Modality.FINGER: _without(Modality.FINGER, Approver.SUPERVISOR, parameters.LATER_DEVICE_DAYS),
        Modality.IRIS: _without(Modality.IRIS, Approver.SUPERVISOR, parameters.LATER_DEVICE_DAYS),
    }
)
"""Without the camera nobody is recorded; fingers or irises alone still let the centre tell people apart."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Items of a recording that the resident has to come back for.

    Attributes:
        items: What is to be captured then.
        due: Unix time by which.
    """

    items: tuple[Item, ...]
    due: int


def duty(draft: Draft) -> Duty | None:
    """What has to be completed later, by the shortest time of its reasons; ``None`` when nothing has."""
    owed: list[tuple[Item, int]] = []
    for item in Item:
        exemption = draft.of(item).exemption
        if exemption is None:
            continue
        terms = EXCEPTIONS[item.modality].get(exemption.reason)
        if terms is not None and terms.later_days is not None:
            owed.append((item, terms.later_days))
    if not owed:
        return None
    days = min(days for _, days in owed)
    return Duty(tuple(item for item, _ in owed), draft.started_at + days * DAY_S)


def still_possible(broken: Iterable[Modality]) -> tuple[Step, ...]:
    """Steps that go on with several devices broken at once."""
    modes = [DEGRADED[modality] for modality in broken]
    return tuple(step for step in Step if all(step in mode.still for mode in modes))
