"""Rows of directives, as their statements give them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive as it was issued; see the columns of ``rekam.directive``."""

    directive_id: int
    letter: str
    title: str
    words: str
    basis: str
    issuer_post: str
    issuer_place: str
    issuer_name: str
    responsible: str
    deadline_on: date
    evidence: str
    goal: float | None
    station_words: str
    source: str
    issued_at: int
    issued_by: str
    parent_id: int | None
    decision_id: int | None


@dataclass(frozen=True, slots=True)
class Addressee:
    """One line.

    Attributes:
        name: Holder of the post; empty = nobody is entered.
        due_at: End of the deadline's day in the place's zone, Unix seconds.
        state: Value of a `Step`.
        since: When the step began, Unix seconds.
    """

    addressee_id: int
    directive_id: int
    post: str
    place: str
    name: str
    due_at: int
    state: str
    since: int
    last_event: int
    acknowledged_at: int | None
    reminded_at: int | None


@dataclass(frozen=True, slots=True)
class MeasuredAddressee(Addressee):
    """A line with its figure at the issue and at the deadline."""

    start_numerator: int | None
    start_denominator: int | None
    end_numerator: int | None
    end_denominator: int | None


@dataclass(frozen=True, slots=True)
class ReceivedLine(Addressee):
    """A line as its addressee sees it: with the directive it belongs to."""

    letter: str
    title: str
    issuer_post: str
    issuer_place: str
    issuer_name: str
    evidence: str
    goal: float | None
    issued_at: int


@dataclass(frozen=True, slots=True)
class IssuedDirective:
    """A directive as its issuer sees it: how many lines stand where."""

    directive_id: int
    letter: str
    title: str
    issuer_post: str
    issuer_place: str
    issuer_name: str
    deadline_on: date
    evidence: str
    goal: float | None
    issued_at: int
    lines: int
    acknowledged: int
    open: int
    overdue: int
    refused: int


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A directive with which a line was passed on."""

    directive_id: int
    parent_id: int
    title: str
    letter: str
    issuer_post: str
    issuer_place: str
    issued_at: int
    lines: int
    acknowledged: int
    closed: int


@dataclass(frozen=True, slots=True)
class LineEvent:
    """One event of one of a directive's lines."""

    addressee_id: int
    sequence: int
    kind: str
    at: int
    actor: str
    words: str


@dataclass(frozen=True, slots=True)
class OfDecision:
    """A directive that a meeting's decision became."""

    directive_id: int
    decision_id: int
    title: str


@dataclass(frozen=True, slots=True)
class PastLine:
    """A line past its deadline whose figure is to be kept."""

    addressee_id: int
    place: str
    evidence: str


@dataclass(frozen=True, slots=True)
class WaitingHere:
    """What waits at a place.

    Attributes:
        unheard: Lines that nobody acknowledged.
        overdue: Open lines past their deadline.
        unheard_line: One of those lines.
        unheard_people: People missing there at the issue, by the part of the time that passed unheard.
        overdue_people: People missing there at the issue, of the line with most of them.
        issuer_post: Whom to ask.
    """

    unheard: int
    overdue: int
    unheard_line: int | None
    overdue_line: int | None
    unheard_people: float
    overdue_people: int
    issuer_post: str | None
    issuer_place: str | None


@dataclass(frozen=True, slots=True)
class OwedToUs:
    """What others owe the issuer of one directive.

    Attributes:
        refused_people: People missing at the issue, of the refusing place with most of them.
        post: Of the line that presses most.
        place: Of the same line.
    """

    directive_id: int
    title: str
    refused: int
    overdue: int
    answered: int
    refused_people: int
    overdue_people: int
    post: str
    place: str


@dataclass(frozen=True, slots=True)
class StartReading:
    """The figure of a place as a directive was issued; ``None`` = none was read."""

    directive_id: int
    place: str
    numerator: int | None
    denominator: int | None
