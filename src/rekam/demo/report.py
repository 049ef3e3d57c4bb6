from dataclasses import dataclass, field

CoverageLines = dict[str, dict[str, int | float | str | None]]
"""Coverage of a few places: numerator, denominator, percent and cut by region code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingers:
    """What the engine did with real prints.

    Attributes:
        people: Persons enrolled.
        duplicate_attempts: Later impressions that came as somebody else.
        duplicates_caught: Of these, sent to adjudication with the right person among the candidates.
        people_confused: Recordings sent to adjudication whose first candidate is another person.
    """

    people: int
    duplicate_attempts: int
    duplicates_caught: int
    people_confused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How the scripted journey ended; every number is counted from a ledger, none is written in.

    Attributes:
        recorded: Packets that the station sealed.
        delivered: Of these, whose body the centre holds.
        receipted: Of these, whose receipt the station holds and has checked.
        unique: Proven unique.
        adjudication: With the adjudicators.
        refused: Visitors refused at the counter with a named reason.
        refusals: The reasons.
        cards: Printed.
        lost: Sealed, but not at the centre.
        duplicated: Packets that took effect more than once.
        unknown: At the centre without an outcome.
        second_identities_caught: Of the second identities, with the first one as candidate.
        exceptions: Recordings with excepted items.
        statuses: Recordings by status.
        coverage: Before and after, of the kecamatan, kabupaten and province.
        restarts: Parts that had to be started again.
        seconds: From the first resident to the last card.
        fingers: With ``--fingers``.
    """

    recorded: int
    delivered: int
    receipted: int
    unique: int
    adjudication: int
    refused: int
    refusals: tuple[str, ...]
    cards: int
    lost: int
    duplicated: int
    unknown: int
    second_identities_caught: int
    exceptions: int
    statuses: dict[str, int]
    coverage: dict[str, CoverageLines]
    chains_sound: bool
    restarts: int
    seed: int
    seconds: float
    fingers: Fingers | None = None
    steps_seconds: dict[str, float] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Nothing lost, nothing twice, nothing unknown, all chains whole."""
        whole = self.recorded == self.delivered == self.receipted
        return whole and self.chains_sound and not (self.lost or self.duplicated or self.unknown)

    def as_json(self) -> dict[str, object]:
        """The report as one object; the keys are promised to scripts."""
        told: dict[str, object] = {
            "recorded": self.recorded,
            "delivered": self.delivered,
            "receipted": self.receipted,
            "unique": self.unique,
            "adjudication": self.adjudication,
            "refused": self.refused,
            "cards": self.cards,
            "lost": self.lost,
            "duplicated": self.duplicated,
            "unknown": self.unknown,
            "seconds": round(self.seconds, 1),
            "refusals": list(self.refusals),
            "second_identities_caught": self.second_identities_caught,
            "exceptions": self.exceptions,
            "statuses": self.statuses,
            "coverage": self.coverage,
            "chains_sound": self.chains_sound,
            "restarts": self.restarts,
            "seed": self.seed,
            "steps_seconds": {name: round(value, 1) for name, value in self.steps_seconds.items()},
        }
        if self.fingers is not None:
            told |= {
                "people": self.fingers.people,
                "duplicate_attempts": self.fingers.duplicate_attempts,
                "duplicates_caught": self.fingers.duplicates_caught,
                "people_confused": self.fingers.people_confused,
            }
        return told

    def as_text(self) -> str:
        """The report for a reader."""
        return "".join(f"{name:>26}  {value}\n" for name, value in self.as_json().items())
