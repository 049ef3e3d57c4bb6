"""What is known of a case of suspension after its events."""

from dataclasses import dataclass

from rekam.operations.connection import parameters
from rekam.operations.connection.allowed import CUT_OFF, Stage
from rekam.operations.connection.event import CaseEvent

DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Letter:
    """A warning letter.

    Attributes:
        sequence: Number of its event.
        sent_at: Unix seconds from which the office could read it here.
        deadline_at: Unix seconds; counted from ``sent_at``, never from the date on the paper.
    """

    sequence: int
    number: str
    sent_at: int
    deadline_at: int


@dataclass(frozen=True, slots=True)
class Condition:
    """What the office has to mend.

    Attributes:
        sequence: Number of the event that set it.
        settled_at: Unix seconds; ``None`` = open.
        waived: Given up by the centre, with a reason, instead of met.
    """

    sequence: int
    words: str
    settled_at: int | None = None
    settled_by: str = ""
    evidence: str = ""
    waived: bool = False


@dataclass(frozen=True, slots=True)
class CaseState:
    """Where a case is.

    Attributes:
        stage: Where it stands.
        since: Unix seconds when this stage began.
        letters: In the order of sending.
        conditions: In the order of setting.
        answered_at: Unix seconds of the office's last answer.
        proposed_by: Who proposed the cut or the restoration that waits for a second person.
        decided_by: The two who cut.
        cut_at: Unix seconds of the first cut that is not over.
        ends_at: Unix seconds when an emergency cut ends by itself.
        appeal_due_at: Unix seconds by which the centre answers an appeal.
        restored_at: Unix seconds of the restoration.
        history: Events folded so far.
    """

    stage: Stage = Stage.BEGINNING
    since: int = 0
    letters: tuple[Letter, ...] = ()
    conditions: tuple[Condition, ...] = ()
    answered_at: int | None = None
    proposed_by: str = ""
    decided_by: tuple[str, ...] = ()
    cut_at: int | None = None
    ends_at: int | None = None
    appeal_due_at: int | None = None
    restored_at: int | None = None
    history: tuple[CaseEvent, ...] = ()

    @property
    def sequence(self) -> int:
        """Number of the last event."""
        return self.history[-1].sequence if self.history else 0

    @property
    def cut_off(self) -> bool:
        """Whether the office has no connection now."""
        return self.stage in CUT_OFF

    @property
    def open_conditions(self) -> tuple[Condition, ...]:
        """Neither met nor waived."""
        return tuple(one for one in self.conditions if one.settled_at is None)

    @property
    def due_at(self) -> int | None:
        """Unix seconds until which somebody has to act; ``None`` when nobody has a term."""
        match self.stage:
            case Stage.EMERGENCY:
                return self.ends_at
            case Stage.CUT_PROPOSED | Stage.RESTORE_PROPOSED:
                return self.since + parameters.PROPOSAL_DAYS * DAY_S
            case Stage.CUT:
                return self.appeal_due_at
            case Stage.OPEN if self.letters and (self.answered_at or 0) < self.letters[-1].sent_at:
                return self.letters[-1].deadline_at
            case _:
                return None
