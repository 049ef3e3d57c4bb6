from collections.abc import Mapping
from dataclasses import dataclass, field

Number = int | float | str | bool | None


@dataclass(slots=True)
class Outcome:
    """What the trials of one case came to; the promise is three zeros.

    Attributes:
        case: Name of the case.
        seed: Gives the same trials again.
        trials: How many were run to their end.
        acknowledged: Things that the station, the centre or a receipt said were safe.
        lost: Of these, how many could not be found afterwards.
        duplicated: Things that had their effect more than once.
        unknown: Packets or bodies that no ledger explains, and failures without a named problem.
        control: The protection that was switched off to prove the case can see its loss; empty = none.
        details: Further figures of the case.
    """

    case: str
    seed: int
    trials: int = 0
    acknowledged: int = 0
    lost: int = 0
    duplicated: int = 0
    unknown: int = 0
    control: str = ""
    details: dict[str, Number | Mapping[str, Number]] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether nothing was lost, doubled or unexplained, and something was tried at all."""
        return (
            self.trials > 0 and self.acknowledged > 0 and not (self.lost or self.duplicated or self.unknown)
        )

    def as_json(self) -> dict[str, object]:
        """The report of ``rekam fault run``; the case's own figures stand beside the fixed keys."""
        fixed: dict[str, object] = {
            "case": self.case,
            "trials": self.trials,
            "acknowledged": self.acknowledged,
            "lost": self.lost,
            "duplicated": self.duplicated,
            "unknown": self.unknown,
            "seed": self.seed,
            "control": self.control,
            "sound": self.sound,
        }
        return {**fixed, **{name: value for name, value in self.details.items() if name not in fixed}}
