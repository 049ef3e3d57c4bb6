"""From a finished draft to the recording that is sealed."""

from datetime import UTC, datetime

from rekam.biometric import MissingItem, Sample
from rekam.packet import Approval, OwnSignature, Recording
from rekam.problem import Problem
from rekam.recording.degraded import duty
from rekam.recording.draft import Draft
from rekam.recording.item import Item
from rekam.recording.recheck import recheck_notes
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
        signed=draft.signed,
        approvals=_approvals(draft),
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


def _approvals(draft: Draft) -> tuple[Approval, ...]:
    return tuple(
        Approval(
            item.modality,
            item.place,
            given.reason,
            given.at,
            OwnSignature(given.supervisor, given.key_id, given.signature),
        )
        for item in Item
        if (given := draft.of(item).exemption) is not None and given.supervisor and given.signature
    )


def _supervisor(draft: Draft) -> str | None:
    """The last supervisor, in the order of the items, whose word an exception rests on."""
    named = [held.exemption.supervisor for held in draft.held.values() if held.exemption is not None]
    return next((name for name in reversed(named) if name), None)


def notes(draft: Draft) -> tuple[str, ...]:
    """Corrections, accommodations, items accepted below their gate, unmatched index fingers, what is owed later."""
    corrections = [f"corrected {event.field}: {event.document}" for event in draft.corrections]
    accepted = [
        f"best of {held.attempts}: {item.value} quality {held.best.quality}"
        for item in Item
        if item_state(draft, item) is ItemState.BEST_OF_SEVERAL and (held := draft.of(item)).best is not None
    ]
    return (*corrections, *_accommodations(draft), *accepted, *recheck_notes(draft), *_duty(draft))


def _accommodations(draft: Draft) -> list[str]:
    return [
        f"accommodation {one.kind.value}"
        + (f": {one.companion} ({one.relationship})" if one.companion else "")
        for one in draft.accommodations
    ]


def _duty(draft: Draft) -> list[str]:
    owed = duty(draft)
    if owed is None:
        return []
    until = datetime.fromtimestamp(owed.due, UTC).date().isoformat()
    return [f"complete later until {until}: {' '.join(item.value for item in owed.items)}"]
