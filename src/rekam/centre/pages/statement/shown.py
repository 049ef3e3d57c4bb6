"""A judged statement as the pages show it."""

from dataclasses import dataclass
from math import log10

from starlette.requests import Request

from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import Named, listed
from rekam.centre.statement.verdict import Judged
from rekam.edge.store.centre.statements_published import PublishedStatement
from rekam.edge.web import language_of, wording
from rekam.operations.statement import Finding, Statement, say
from rekam.operations.statement.sentence import spoken
from rekam.operations.statement.step import steps

FIGURES = ("population", "obliged", "recorded", "missing", "percent")


@dataclass(frozen=True, slots=True)
class Said:
    """A finding in the reader's language."""

    kind: str
    words: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of the list.

    Attributes:
        published: As entered.
        place: Where.
        figures: Key of a figure's word, and the figure in the reader's form.
        verdict: Key of `VERDICT_WORDS`.
        said: The findings, certain ones first.
        computed: The recomputation in one line; empty where there is none.
    """

    published: PublishedStatement
    place: Named
    figures: list[tuple[str, str]]
    verdict: str
    said: list[Said]
    computed: str


def shown(desk: Desk, request: Request, one: Judged) -> Shown:
    """A statement with its verdict."""
    return Shown(
        one.published,
        listed(desk.gazetteer, one.published.place),
        figures(request, one.statement),
        verdict_of(one),
        [said(request, finding) for finding in one.findings],
        next((step.say(language_of(request)) for step in steps(one.statement)), ""),
    )


def said(request: Request, finding: Finding) -> Said:
    """One finding."""
    return Said(finding.kind.value, say(finding, language_of(request)), finding.certain)


def verdict_of(one: Judged) -> str:
    """The verdict in one word."""
    if one.contradicted:
        return "contradicted"
    if one.findings:
        return "doubted"
    found = steps(one.statement)
    if any(step.agrees is not None for step in found):
        return "agrees"
    return "computed" if found else "uncomputed"


def figures(request: Request, statement: Statement) -> list[tuple[str, str]]:
    """The printed figures in the reader's form, the percentage with the decimals that it was printed with."""
    language = language_of(request)
    found = []
    for name in FIGURES:
        reading = getattr(statement, name)
        if reading is None:
            continue
        key = "printed_percent" if name == "percent" else name
        value = reading.value if name == "percent" or not float(reading.value).is_integer() else reading.whole
        text = spoken(key, value, language)
        if name == "percent":
            decimals = max(0, round(-log10(reading.unit)))
            text = wording.percent(value / 100, language, decimals)
        found.append((name, ("±\u00a0" if reading.about else "") + text.replace(" ", "\u00a0")))
    return found
