"""The recomputation of one statement, step by step, for somebody who wants to follow it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rekam.operations.statement.figures import complement, figures_of, quotient
from rekam.operations.statement.sentence import Language, spoken
from rekam.operations.statement.statement import Statement

STEPS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "share": (
            "{part} sudah rekam : {whole} wajib KTP = {counted_percent}",
            "{part} recorded : {whole} obliged = {counted_percent}",
        ),
        "rest_share": (
            "{whole} wajib KTP, belum {rest}: yang sudah = {counted_percent}",
            "{whole} obliged, {rest} missing: reached = {counted_percent}",
        ),
        "printed": ("Tertulis {printed_percent}", "Printed is {printed_percent}"),
        "bounds": (
            "Dengan pembulatan yang jujur hasilnya antara {low_percent} dan {high_percent}",
            "With honest rounding the result lies between {low_percent} and {high_percent}",
        ),
        "rest": ("{whole} \u2212 {part} = {right}", "{whole} \u2212 {part} = {right}"),
        "rest_printed": ("Sisa yang tertulis: {rest}", "The rest as printed: {rest}"),
        "pair": ("{part} dari {whole} = {counted_percent}", "{part} of {whole} = {counted_percent}"),
    }
)
"""Each step: Indonesian, English."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the recomputation.

    Attributes:
        sentence: Key in `STEPS`.
        values: Its numbers.
        agrees: Whether what is printed agrees with what was computed; ``None`` for a line that only computes.
    """

    sentence: str
    values: Mapping[str, object]
    agrees: bool | None = None

    def say(self, language: Language = "id") -> str:
        """The line in a language."""
        template = STEPS[self.sentence][0 if language == "id" else 1]
        return template.format_map(
            {name: spoken(name, value, language) for name, value in self.values.items()}
        )


def steps(statement: Statement) -> list[Step]:
    """The recomputation; empty where a statement gives nothing to compute with."""
    found: list[Step] = []
    figures = figures_of(statement)
    whole, part, rest = figures.obliged, figures.recorded, figures.missing
    if whole is not None and whole.low > 0 and part is not None:
        share = quotient(part, whole)
        found.append(
            Step("share", {"part": part.whole, "whole": whole.whole, "counted_percent": share.value})
        )
    elif whole is not None and whole.low > 0 and rest is not None:
        share = complement(quotient(rest, whole))
        found.append(
            Step("rest_share", {"rest": rest.whole, "whole": whole.whole, "counted_percent": share.value})
        )
    else:
        share = None
    if share is not None and not share.high - share.low < 0.005:
        found.append(Step("bounds", {"low_percent": share.low, "high_percent": share.high}))
    if figures.percent is not None and figures.shares:
        agrees = any(figures.percent.same(one) for one in figures.shares)
        found.append(Step("printed", {"printed_percent": figures.percent.value}, agrees))
    if whole is not None and part is not None and rest is not None:
        found.append(
            Step("rest", {"whole": whole.whole, "part": part.whole, "right": whole.whole - part.whole})
        )
        agrees = rest.meets(whole.low - part.high, whole.high - part.low)
        found.append(Step("rest_printed", {"rest": rest.whole}, agrees))
    for pair in statement.note.pairs:
        if pair.percent is not None and pair.whole.reading.low > 0:
            counted = quotient(pair.part.reading, pair.whole.reading)
            found.append(
                Step(
                    "pair",
                    {
                        "part": pair.part.reading.whole,
                        "whole": pair.whole.reading.whole,
                        "counted_percent": counted.value,
                    },
                )
            )
            said = pair.percent.reading
            agrees = said.same(counted) or complement(said).same(counted)
            found.append(Step("printed", {"printed_percent": said.value}, agrees))
    return found
