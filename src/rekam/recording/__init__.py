"""One recording at the counter: its steps, the draft as a fold over events, gates and exceptions."""

from rekam.recording.cause import Cause, device_cause, finger_cause
from rekam.recording.correction import CORRECTABLE, check_document, corrected
from rekam.recording.draft import Draft, Exemption, Held, after, fold
from rekam.recording.event import (
    Begun,
    Consented,
    Event,
    ExceptionLifted,
    FieldCorrected,
    ItemCaptured,
    ItemDiscarded,
    ItemExcepted,
    StepConfirmed,
    decode_event,
    encode_event,
)
from rekam.recording.exception import EXCEPTIONS, Approver, approver_of, check_exception
from rekam.recording.finished import notes, to_recording
from rekam.recording.gate import Word, gate, passes, word
from rekam.recording.item import Item, item_of
from rekam.recording.refusal import hindrances
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
    "EXCEPTIONS",
    "ITEMS_OF",
    "STEP_OF",
    "Approver",
    "Begun",
    "Cause",
    "Consented",
    "Draft",
    "Event",
    "ExceptionLifted",
    "Exemption",
    "FieldCorrected",
    "Held",
    "Item",
    "ItemCaptured",
    "ItemDiscarded",
    "ItemExcepted",
    "ItemState",
    "OpenItem",
    "Step",
    "StepConfirmed",
    "Word",
    "after",
    "approver_of",
    "check_consent",
    "check_document",
    "check_exception",
    "check_step",
    "corrected",
    "decode_event",
    "device_cause",
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
    "to_recording",
    "word",
]
