"""One recording that is not finished yet: the fold of its events."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from rekam.biometric import ExceptionReason, Sample
from rekam.packet import OwnSignature
from rekam.person.biodata import Biodata
from rekam.problem import Problem
from rekam.recording import parameters
from rekam.recording.cause import Cause
from rekam.recording.correction import corrected
from rekam.recording.event import (
    Accommodated,
    Begun,
    Consented,
    Event,
    ExceptionLifted,
    FieldCorrected,
    FingerRechecked,
    ItemCaptured,
    ItemDiscarded,
    ItemExcepted,
    StepConfirmed,
)
from rekam.recording.item import Item
from rekam.recording.second_look import SecondLook
from rekam.recording.step import STEP_OF, Step


@dataclass(frozen=True, slots=True)
class Exemption:
    """Why an item stays out, and on whose word, signed with the supervisor's own key where there is one."""

    reason: ExceptionReason
    operator: str
    supervisor: str | None
    at: int = 0
    key_id: str = ""
    signature: bytes = b""


@dataclass(frozen=True, slots=True)
class Held:
    """What the draft holds of one item.

    Attributes:
        best: The best attempt so far, its ``attempts`` counting all of them.
        attempts: Captures made, discarded ones too.
        last_quality: Quality of the latest attempt, which may be worse than the best.
        cause: What was wrong with the latest attempt.
        exemption: Set while the item is excepted.
        saved_at: Unix time of the latest capture or exception, for the line "tersimpan".
        look: What the latest second look at the kept print said; ``None`` before the first.
        looks: Second looks at this print.
    """

    best: Sample | None = None
    attempts: int = 0
    last_quality: int | None = None
    cause: Cause | None = None
    exemption: Exemption | None = None
    saved_at: int | None = None
    look: SecondLook | None = None
    looks: int = 0


NOTHING_HELD = Held()


@dataclass(frozen=True, slots=True)
class Draft:
    """State of a recording at the counter.

    Attributes:
        original: Biodata as the roster had it.
        biodata: The same with the corrections applied.
        corrections: In the order in which they were made.
        held: What is there of each item; items never touched are absent.
        accommodations: What is done differently for the resident, the latest of each kind.
        confirmed: Steps on which Lanjut was pressed.
        consented_at: Unix time of the resident's consent, which lets the draft be sealed.
        consented_with: Operator in whose presence that was.
        signed: That operator's own signature.
        last: Number of the last event folded in.
    """

    operator: str
    station: str
    started_at: int
    original: Biodata
    biodata: Biodata
    corrections: tuple[FieldCorrected, ...] = ()
    held: Mapping[Item, Held] = field(default_factory=lambda: MappingProxyType({}))
    accommodations: tuple[Accommodated, ...] = ()
    confirmed: frozenset[Step] = frozenset()
    consented_at: int | None = None
    consented_with: str | None = None
    signed: OwnSignature | None = None
    last: int = 1

    def of(self, item: Item) -> Held:
        """What is held of an item, perhaps nothing."""
        return self.held.get(item, NOTHING_HELD)


def fold(events: Iterable[Event]) -> Draft:
    """The draft after its events.

    Args:
        events: In the order of their numbers, the first one `Begun`.

    Raises:
        Problem: ``recording.event_unreadable`` when the order is not that of a draft.
    """
    order = iter(events)
    begun = next(order, None)
    if not isinstance(begun, Begun):
        raise Problem("recording.event_unreadable")
    draft = Draft(begun.operator, begun.station, begun.at, original=begun.biodata, biodata=begun.biodata)
    for event in order:
        draft = replace(after(draft, event), last=draft.last + 1)
    return draft


def after(draft: Draft, event: Event) -> Draft:
    """The draft with one more event, its number left as it is."""
    match event:
        case Begun():
            raise Problem("recording.event_unreadable")
        case FieldCorrected():
            return replace(
                draft,
                biodata=corrected(draft.biodata, event.field, event.value),
                corrections=(*draft.corrections, event),
                confirmed=draft.confirmed - {Step.BIODATA},
                consented_at=None,
            )
        case ItemCaptured() | ItemDiscarded() | ItemExcepted() | ExceptionLifted():
            return _with(draft, event.item, _held(draft.of(event.item), event))
        case FingerRechecked():
            held = draft.of(event.item)
            looked = replace(held, look=event.result, looks=held.looks + 1)
            return replace(draft, held=MappingProxyType({**draft.held, event.item: looked}))
        case Accommodated():
            others = tuple(one for one in draft.accommodations if one.kind is not event.kind)
            return replace(draft, accommodations=(*others, event), consented_at=None)
        case StepConfirmed():
            return replace(draft, confirmed=draft.confirmed | {event.step})
        case Consented():
            signed = OwnSignature(event.operator, event.key_id, event.signature) if event.signature else None
            return replace(draft, consented_at=event.at, consented_with=event.operator, signed=signed)


def _held(held: Held, event: ItemCaptured | ItemDiscarded | ItemExcepted | ExceptionLifted) -> Held:
    """What is held of an item after something happened to it."""
    match event:
        case ItemCaptured():
            return _captured(held, event)
        case ItemDiscarded():
            return replace(
                held, best=None, cause=None, last_quality=None, saved_at=event.at, look=None, looks=0
            )
        case ItemExcepted():
            exemption = Exemption(
                event.reason, event.operator, event.supervisor, event.at, event.key_id, event.signature
            )
            return replace(held, exemption=exemption, saved_at=event.at)
        case ExceptionLifted():
            return replace(held, exemption=None, saved_at=event.at)


def _captured(held: Held, event: ItemCaptured) -> Held:
    attempts = held.attempts + 1
    sample = Sample(
        event.item.modality, event.item.place, event.media_type, event.content, event.quality, attempts
    )
    best = (
        sample if held.best is None or _better(sample, held.best) else replace(held.best, attempts=attempts)
    )
    return Held(best, attempts, event.quality, event.cause, None, event.at)


def _better(new: Sample, old: Sample) -> bool:
    # Two signatures have no quality to compare: the resident drew again because the first one was wrong.
    if parameters.NOT_MEASURED in {new.quality, old.quality}:
        return new.quality != parameters.NOT_MEASURED or old.quality == parameters.NOT_MEASURED
    return new.quality > old.quality


def _with(draft: Draft, item: Item, held: Held) -> Draft:
    """A changed item takes back the consent: the resident agreed to something else."""
    return replace(
        draft,
        held=MappingProxyType({**draft.held, item: held}),
        confirmed=draft.confirmed - {STEP_OF[item]},
        consented_at=None,
    )
