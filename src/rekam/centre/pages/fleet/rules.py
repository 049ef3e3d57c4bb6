"""Who pays, by date: every rule that was found, with its source, and where they contradict each other."""

from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act
from rekam.centre.fleet.writing import day_of
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import asked_place
from rekam.operations.fleet import DUE_DAYS, EXCEPTIONS, RULES, CostAction, payer
from rekam.problem import Problem


def rules_page(desk: Desk, request: Request) -> Response:
    """The rules of a day, the whole table, and the policy of repairs."""
    place = asked_place(
        desk.gazetteer, desk.reader(request), Act.REPORT_DEVICE, request.query_params.get("wilayah", "")
    )
    typed = request.query_params.get("tanggal", "")
    problems: list[Problem] = []
    on = desk.today
    if typed:
        try:
            on = day_of(typed, date.max)
        except Problem as problem:
            problems = [problem]
    return desk.shell.page(
        request,
        "fleet_rules.html",
        status=problems[0].row.http if problems else 200,
        problems=problems,
        place=place,
        typed=typed or on.isoformat(),
        on=on,
        rulings=[(action.value, payer(action, on, place.code)) for action in CostAction],
        rules=sorted(RULES, key=lambda rule: (rule.action.value, rule.since)),
        exceptions=sorted((condition.value, step.value) for condition, step in EXCEPTIONS),
        due=[(stage.value, days) for stage, days in DUE_DAYS.items()],
    )
