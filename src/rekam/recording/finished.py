"""From a finished draft to the recording that is sealed."""

from rekam.biometric import MissingItem, Sample
from rekam.packet import Recording
from rekam.problem import Problem
from rekam.recording.draft import Draft
from rekam.recording.item import Item
from rekam.recording.way import ItemState, check_consent, item_state


def to_recording(draft: Draft) -> Recording:
    """The content of the packet: best samples, exceptions, corrections as notes.

    Raises:
        Problem: ``recording.step_not_reached`` or ``recording.consent_needed``.
    """
    check_consent(draft)
    if draft.consented_at is None or draft.consented_with is None:
        raise Problem("recording.consent_needed")
    return Recording(
        biodata=draft.biodata,
        original=draft.original if draft.corrections else None,
        samples=_samples(draft),
        missing=_missing(draft),
        consented_at=draft.consented_at,
        started_at=draft.started_at,
        operator=draft.consented_with,
        supervisor=_supervisor(draft),
        station=draft.station,
        notes=notes(draft),
    )


def _samples(draft: Draft) -> tuple[Sample, ...]:
    return tuple(
        held.best for item in Item if (held := draft.of(item)).best is not None and held.exemption is None
    )


def _missing(draft: Draft) -> tuple[MissingItem, ...]:
    return tuple(
        MissingItem(item.modality, item.place, held.exemption.reason)
        for item in Item
        if (held := draft.of(item)).exemption is not None
    )


def _supervisor(draft: Draft) -> str | None:
    """The last supervisor, in the order of the items, whose word an exception rests on."""
    named = [held.exemption.supervisor for held in draft.held.values() if held.exemption is not None]
    return next((name for name in reversed(named) if name), None)


def notes(draft: Draft) -> tuple[str, ...]:
    """One line per correction and per item that was accepted below its gate."""
    corrections = [f"corrected {event.field}: {event.document}" for event in draft.corrections]
    accepted = [
        f"best of {held.attempts}: {item.value} quality {held.best.quality}"
        for item in Item
        if item_state(draft, item) is ItemState.BEST_OF_SEVERAL and (held := draft.of(item)).best is not None
    ]
    return (*corrections, *accepted)
