"""One recording at the counter: its steps, the draft as a fold over events, gates and exceptions."""

from rekam.recording.accommodation import POSTURE_KINDS, Accommodation, check_companion
from rekam.recording.cause import FACE_CAUSE, IRIS_CAUSE, Cause, device_cause, finger_cause
from rekam.recording.confusion import Confusion, confusion
from rekam.recording.correction import CORRECTABLE, check_document, corrected
from rekam.recording.degraded import DEGRADED, DegradedMode, Duty, duty, still_possible
from rekam.recording.draft import Draft, Exemption, Held, after, fold
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
    decode_event,
    encode_event,
)
from rekam.recording.exception import EXCEPTIONS, Approver, Terms, approver_of, check_exception, terms_of
from rekam.recording.finished import notes, to_recording
from rekam.recording.gate import Word, gate, passes, word
from rekam.recording.item import Item, item_of
from rekam.recording.recheck import INDEX_ITEMS, check_index, second_look, to_recheck
from rekam.recording.refusal import hindrances
from rekam.recording.second_look import SecondLook
from rekam.recording.signature import read_signature
from rekam.recording.step import ITEMS_OF, STEP_OF, Step
from rekam.recording.way import (
    ItemState,
    OpenItem,
    check_consent,
    check_step,
    item_state,
    may_go_on,
    next_step,
    open_items,
)

__all__ = [
    "CORRECTABLE",
    "DEGRADED",
    "EXCEPTIONS",
    "FACE_CAUSE",
    "INDEX_ITEMS",
    "IRIS_CAUSE",
    "ITEMS_OF",
    "POSTURE_KINDS",
    "STEP_OF",
    "Accommodated",
    "Accommodation",
    "Approver",
    "Begun",
    "Cause",
    "Confusion",
    "Consented",
    "DegradedMode",
    "Draft",
    "Duty",
    "Event",
    "ExceptionLifted",
    "Exemption",
    "FieldCorrected",
    "FingerRechecked",
    "Held",
    "Item",
    "ItemCaptured",
    "ItemDiscarded",
    "ItemExcepted",
    "ItemState",
    "OpenItem",
    "SecondLook",
    "Step",
    "StepConfirmed",
    "Terms",
    "Word",
    "after",
    "approver_of",
    "check_companion",
    "check_consent",
    "check_document",
    "check_exception",
    "check_index",
    "check_step",
    "confusion",
    "corrected",
    "decode_event",
    "device_cause",
    "duty",
    "encode_event",
    "finger_cause",
    "fold",
    "gate",
    "hindrances",
    "item_of",
    "item_state",
    "may_go_on",
    "next_step",
    "notes",
    "open_items",
    "passes",
    "read_signature",
    "second_look",
    "still_possible",
    "terms_of",
    "to_recheck",
    "to_recording",
    "word",
]
