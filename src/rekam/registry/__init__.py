"""What becomes of a recording: statuses as a fold over events, one table of what may happen next."""

from rekam.registry.allowed import NEXT, next_events
from rekam.registry.duty import DUTY, Duty, Owner
from rekam.registry.event import Detail, Event, EventKind
from rekam.registry.receipt_code import read_receipt_code, receipt_code
from rekam.registry.state import (
    BEGINNING,
    State,
    after,
    check_four_eyes,
    due_at,
    fold,
    owner_of,
    status_after,
)
from rekam.registry.status import CARDS, DUPLICATES, FINAL, Status
from rekam.registry.step import REACHED, CoverageStep, changes
from rekam.registry.verdict import Verdict, verdict_event
from rekam.registry.words import OWNER_WORDS, STATUS_WORDS, Words

__all__ = [
    "BEGINNING",
    "CARDS",
    "DUPLICATES",
    "DUTY",
    "FINAL",
    "NEXT",
    "OWNER_WORDS",
    "REACHED",
    "STATUS_WORDS",
    "CoverageStep",
    "Detail",
    "Duty",
    "Event",
    "EventKind",
    "Owner",
    "State",
    "Status",
    "Verdict",
    "Words",
    "after",
    "changes",
    "check_four_eyes",
    "due_at",
    "fold",
    "next_events",
    "owner_of",
    "read_receipt_code",
    "receipt_code",
    "status_after",
    "verdict_event",
]
