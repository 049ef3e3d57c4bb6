"""Directives: who was told what, where each addressee stands, what counts as done."""

from rekam.operations.directive.event import SIDE, WORDS_NEEDED, Event, EventKind, Side
from rekam.operations.directive.evidence import (
    DOCUMENT,
    EVIDENCE_WORDS,
    KINDS,
    Evidence,
    EvidenceKind,
    Reading,
    change,
    reached,
)
from rekam.operations.directive.group import GROUP_WORDS, GROUPS, Group, covering, provinces_of
from rekam.operations.directive.line import BEGINNING, Line, after, fold, step_after
from rekam.operations.directive.post import (
    APPOINTED_BY_MINISTER,
    POST_WORDS,
    Post,
    permission_needed,
    posts_at,
    stands_below,
    superior_of,
)
from rekam.operations.directive.reminder import reminder_due
from rekam.operations.directive.step import FINAL, NEXT, Step
from rekam.operations.directive.words import EVENT_WORDS, STEP_WORDS
from rekam.operations.directive.zone import day_at, end_of_day, zone_of

__all__ = [
    "APPOINTED_BY_MINISTER",
    "BEGINNING",
    "DOCUMENT",
    "EVENT_WORDS",
    "EVIDENCE_WORDS",
    "FINAL",
    "GROUPS",
    "GROUP_WORDS",
    "KINDS",
    "NEXT",
    "POST_WORDS",
    "SIDE",
    "STEP_WORDS",
    "WORDS_NEEDED",
    "Event",
    "EventKind",
    "Evidence",
    "EvidenceKind",
    "Group",
    "Line",
    "Post",
    "Reading",
    "Side",
    "Step",
    "after",
    "change",
    "covering",
    "day_at",
    "end_of_day",
    "fold",
    "permission_needed",
    "posts_at",
    "provinces_of",
    "reached",
    "reminder_due",
    "stands_below",
    "step_after",
    "superior_of",
    "zone_of",
]
