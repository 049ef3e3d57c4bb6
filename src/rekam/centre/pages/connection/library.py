"""The library of cuts that became public."""

from datetime import date

from babel.dates import format_date
from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, require
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import listed
from rekam.edge.web import language_of
from rekam.operations.connection.examples import EXAMPLES, Said, Step

_MONTH, _DAY = len("2017-07"), len("2017-07-11")


def library_page(desk: Desk, request: Request) -> Response:
    """What happened elsewhere, with sources, and what a case here would have asked for."""
    account = desk.reader(request)
    require(account, Act.SEE_SUMMARY, account.territory)
    language = language_of(request)

    def said(words: Said | None) -> str:
        return "" if words is None else words.en if language == "en" else words.id

    examples = [
        {
            "name": one.name,
            "place": listed(desk.gazetteer, one.place).title,
            "ground": one.ground.value if one.ground else "",
            "suspended": one.suspended,
            "days": one.days,
            "about": one.days_about,
            "letters": one.letters_before_cut,
            "letters_short": one.letters_short,
            "end_unwritten": one.end_written is False,
            "contradiction": said(one.contradiction),
            "steps": [
                {
                    "when": when_of(step, language),
                    "about": step.about and len(step.when) == _DAY,
                    "kind": step.kind.value,
                    "words": said(step.words),
                    "source": step.source,
                }
                for step in one.steps
            ],
        }
        for one in EXAMPLES
    ]
    return desk.shell.page(request, "connection_examples.html", examples=examples)


def when_of(step: Step, language: str) -> str:
    """A date as far as it is known: ``11 Juli 2017``, ``Januari 2017``, ``2018``, or nothing."""
    if len(step.when) == _DAY:
        return format_date(date.fromisoformat(step.when), format="d MMMM y", locale=language)
    if len(step.when) == _MONTH:
        return format_date(date.fromisoformat(f"{step.when}-01"), format="MMMM y", locale=language)
    return step.when
