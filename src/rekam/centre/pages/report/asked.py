"""What the report pages ask of their addresses."""

from collections.abc import Callable

from babel.dates import format_date
from starlette.requests import Request

from rekam.centre.pages.desk import Desk
from rekam.edge.web import language_of
from rekam.operations.report import Month
from rekam.problem import Problem


def asked_month(desk: Desk, text: str) -> Month:
    """The month of a page: the one asked for, else the last complete one.

    Raises:
        Problem: ``report.month_unreadable``.
    """
    return Month.parse(text) if text.strip() else Month.of(desk.today).before


def month_of(desk: Desk, request: Request) -> Month:
    """The month in the address; one that cannot be read is the last complete one."""
    try:
        return asked_month(desk, request.query_params.get("bulan", ""))
    except Problem:
        return Month.of(desk.today).before


def months_to_choose(desk: Desk, chosen: Month) -> list[Month]:
    """This month and the year before it, and the chosen one, newest first."""
    found = [Month.of(desk.today)]
    while len(found) < 13:
        found.append(found[-1].before)
    return sorted({*found, chosen}, reverse=True)


def month_words(request: Request) -> Callable[[Month], str]:
    """Names of months in the reader's language: ``September 2017``."""
    language = language_of(request)
    return lambda month: format_date(month.first, format="MMMM y", locale=language)
