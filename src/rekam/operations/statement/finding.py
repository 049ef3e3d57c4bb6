"""What the check finds: a named problem of one row or between several."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """Names of problems; outside programs rely on them."""

    PERCENT_MISMATCH = "percent_mismatch"
    PARTS_NOT_SUM = "parts_not_sum"
    REMAINDER_MISMATCH = "remainder_mismatch"
    COVERAGE_FELL = "coverage_fell"
    DENOMINATOR_CONFLICT = "denominator_conflict"
    OTHER_BASE = "other_base"
    DUPLICATED_VALUE = "duplicated_value"
    NUMERATOR_OVER_DENOMINATOR = "numerator_over_denominator"
    OVER_100 = "over_100"
    CLAIM_CONFLICT = "claim_conflict"
    UNIT_CONFUSION = "unit_confusion"


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem.

    Attributes:
        kind: Its name.
        at: Rows that have it, by position in the table.
        beside: Rows that show it without having it: the parts of a total, the earlier figure.
        sentence: Key of the sentence that explains it (`rekam.operations.statement.sentence`).
        values: What stands in the sentence: numbers, texts, ``*_percent`` for percentages.
        certain: ``False`` for a doubt: worth a question, not named as a problem of the row.
    """

    kind: Kind
    at: tuple[int, ...]
    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)
    beside: tuple[int, ...] = ()
    certain: bool = True

    @property
    def rows(self) -> tuple[int, ...]:
        """Every row concerned, in the order of the table."""
        return tuple(sorted({*self.at, *self.beside}))
