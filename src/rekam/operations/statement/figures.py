"""The figures of a statement, from its cells or else from its words, and the coverage they amount to."""

from dataclasses import dataclass

from rekam.operations.statement.mention import ITEMS, SETS, Mention, Role
from rekam.operations.statement.reading import Reading
from rekam.operations.statement.statement import Statement
from rekam.operations.statement.subjects import Subject

_OTHERS = frozenset({Role.PRINT, Role.BROKEN, Role.BIRTH, Role.ASIDE, Role.MEN, Role.WOMEN, Role.POPULATION})


@dataclass(frozen=True, slots=True)
class Figures:
    """What a statement counts.

    Attributes:
        obliged: The whole.
        recorded: The part.
        missing: The rest.
        percent: The printed percentage of the part.
    """

    obliged: Reading | None
    recorded: Reading | None
    missing: Reading | None
    percent: Reading | None

    @property
    def shares(self) -> tuple[Reading, ...]:
        """Coverage in per cent, by each way of computing it from the counts."""
        found = []
        whole = self.obliged
        if whole is not None and whole.low > 0:
            if self.recorded is not None:
                found.append(quotient(self.recorded, whole))
            if self.missing is not None:
                found.append(complement(quotient(self.missing, whole)))
        if self.recorded is not None and self.missing is not None:
            both = total((self.recorded, self.missing))
            if both.low > 0:
                part = self.recorded
                # Both ends move together: more recorded is more of both.
                found.append(
                    Reading(
                        100 * part.value / both.value,
                        100 * part.low / (part.low + self.missing.high or 1),
                        100 * part.high / (part.high + self.missing.low or 1),
                    )
                )
        return tuple(found)

    @property
    def base(self) -> Reading | None:
        """The denominator: as printed, else recorded and missing together."""
        if self.obliged is not None:
            return self.obliged
        if self.recorded is not None and self.missing is not None:
            return total((self.recorded, self.missing))
        return None

    @property
    def sound_share(self) -> Reading | None:
        """Coverage in per cent if everything printed agrees on it; ``None`` where it disagrees or is not said."""
        shares = self.shares
        if any(not one.same(other) for one in shares for other in shares):
            return None
        if self.percent is None:
            return shares[0] if shares else None
        if not shares:
            return self.percent
        return shares[0] if all(self.percent.same(one) for one in shares) else None


def figures_of(statement: Statement) -> Figures:
    """The figures of a statement."""
    obliged, recorded, missing = statement.obliged, statement.recorded, statement.missing
    percent = statement.percent
    note = statement.note
    if statement.subject is Subject.RECORDING:
        for pair in note.pairs:
            if (
                obliged is None
                and recorded is None
                and missing is None
                and _of_people(pair.part)
                and _of_people(pair.whole)
            ):
                obliged = pair.whole.reading
                said = pair.percent.role if pair.percent else None
                if Role.MISSING in {pair.part.role, said}:
                    missing = pair.part.reading
                else:
                    recorded = pair.part.reading
        if obliged is None:
            obliged = _said(statement, Role.OBLIGED)
        if recorded is None:
            recorded = _said(statement, Role.RECORDED)
        if missing is None:
            missing = _said(statement, Role.MISSING)
        if percent is None:
            percent = _said_percent(statement)
    return Figures(obliged, recorded, missing, percent)


def _of_people(mention: Mention) -> bool:
    return mention.role not in _OTHERS and mention.unit not in ITEMS | SETS


def _said(statement: Statement, role: Role) -> Reading | None:
    found = [
        one for one in statement.note.mentions
        if one.role is role and not one.percent and not one.bare and one.unit not in ITEMS | SETS
    ]  # fmt: skip
    return found[0].reading if len({one.reading.value for one in found}) == 1 else None


def _said_percent(statement: Statement) -> Reading | None:
    recorded = [one.reading for one in statement.note.mentions if one.percent and one.role is Role.RECORDED]
    missing = [one.reading for one in statement.note.mentions if one.percent and one.role is Role.MISSING]
    if len({one.value for one in recorded}) == 1:
        return recorded[0]
    if not recorded and len({one.value for one in missing}) == 1:
        return complement(missing[0])
    plain = [
        pair.percent.reading
        for pair in statement.note.pairs
        if pair.percent and _of_people(pair.part) and _of_people(pair.whole)
    ]
    return plain[0] if not recorded and len(plain) == 1 else None


def quotient(part: Reading, whole: Reading) -> Reading:
    """A part of a whole in per cent, with the bounds that the bounds of both leave."""
    return Reading(100 * part.value / whole.value, 100 * part.low / whole.high, 100 * part.high / whole.low)


def complement(percent: Reading) -> Reading:
    """What is left to a hundred."""
    return Reading(100 - percent.value, 100 - percent.high, 100 - percent.low, percent.unit, percent.about)


def total(parts: tuple[Reading, ...]) -> Reading:
    """The sum of counts, bounds and all."""
    return Reading(
        sum(one.value for one in parts), sum(one.low for one in parts), sum(one.high for one in parts),
        max(one.unit for one in parts),
    )  # fmt: skip
