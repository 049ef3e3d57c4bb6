"""The list: cuts, cases, and lines that give trouble."""

from collections import Counter
from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, may
from rekam.centre.pages.connection.reading import Reading, read_lines
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import Named, asked_place, listed, trail
from rekam.edge.store.centre.connection_cases import CaseRow
from rekam.edge.store.centre.lines import day_of
from rekam.edge.store.centre.stations import Suspension
from rekam.operations.connection import DAY_S, ENDED, LineWord

WORST = 15
"""Lines on this page; all of them stand on the page of lines."""

TROUBLE = (LineWord.OUT, LineWord.SILENT, LineWord.SLOW)


def overview_page(desk: Desk, request: Request) -> Response:
    """Who is cut off, why, until when."""
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_SUMMARY, request.query_params.get("wilayah", ""))
    assert account is not None
    cases = desk.store.connection_cases.touching(place.code)
    by_suspension = {row.suspension_id: row for row in cases if row.suspension_id is not None}
    suspensions = desk.store.stations.suspensions(place.code)
    readings = read_lines(desk, place.code)
    counts = Counter(one.word for one in readings)
    return desk.shell.page(
        request,
        "connection_overview.html",
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        now=desk.now(),
        cuts=[
            _cut(desk, one, by_suspension.get(one.suspension_id))
            for one in suspensions
            if not one.restored_at
        ],
        running=[_case(desk, row) for row in cases if row.stage not in ENDED],
        ended=_ended(desk, cases, suspensions),
        counts={word.value: counts[word] for word in LineWord},
        stations=len(readings),
        worst=[one for one in readings if one.word in TROUBLE][:WORST],
        quarantined=desk.store.connection_cases.quarantined(place.code),
        may_open=may(account, Act.SUSPEND_CONNECTION, place.code),
        may_report=may(account, Act.REPORT_LOSS, place.code),
        below=_below(desk, place, readings),
    )


def _cut(desk: Desk, suspension: Suspension, case: CaseRow | None) -> dict[str, object]:
    return {
        "place": listed(desk.gazetteer, suspension.territory).title,
        "station": suspension.station_id,
        "since": suspension.since,
        "days": (desk.now() - suspension.since) // DAY_S,
        "until": suspension.lapses_at or suspension.until,
        "cause": suspension.cause,
        "cause_en": suspension.cause_en,
        "letter": suspension.letter,
        "condition": suspension.condition,
        "case": case.case_id if case else None,
        "ground": case.ground.value if case else "",
    }


def _case(desk: Desk, row: CaseRow) -> dict[str, object]:
    return {
        "id": row.case_id,
        "place": listed(desk.gazetteer, row.territory).title,
        "station": row.station_id,
        "ground": row.ground.value,
        "stage": row.stage.value,
        "opened_at": row.opened_at,
        "due_at": row.due_at,
        "late": max(0, desk.now() - row.due_at) if row.due_at else 0,
        "retold": row.retold,
    }


def _ended(
    desk: Desk, cases: Sequence[CaseRow], suspensions: Sequence[Suspension]
) -> list[dict[str, object]]:
    """Cases that are over, and cuts without a case."""
    cut = {one.suspension_id: one for one in suspensions}
    found = []
    for row in cases:
        if row.stage not in ENDED:
            continue
        one = cut.pop(row.suspension_id or 0, None)
        found.append(_case(desk, row) | _term(one, retold=row.retold))
    alone = (
        one
        for one in cut.values()
        if one.restored_at and desk.store.connection_cases.of_suspension(one.suspension_id) is None
    )
    found.extend(
        {
            "id": None,
            "place": listed(desk.gazetteer, one.territory).title,
            "station": one.station_id,
            "ground": "",
            "cause": one.cause,
            "stage": "restored",
            "retold": False,
        }
        | _term(one, retold=False)
        for one in alone
    )
    return found


def _term(suspension: Suspension | None, *, retold: bool) -> dict[str, object]:
    if suspension is None or suspension.restored_at is None:
        return {"since": None, "until": None, "days": None}
    since, until = suspension.since, suspension.restored_at
    days = (until - since) // DAY_S
    # A paper names days, no hours.
    return {
        "since": day_of(since) if retold else since,
        "until": day_of(until) if retold else until,
        "days": days,
    }


def _below(desk: Desk, place: Named, readings: Sequence[Reading]) -> list[dict[str, object]]:
    """Counts of lines by the regions below, where there is more than one station to a region."""
    width = {0: 2, 2: 5, 5: 8}.get(len(place.code))
    if width is None:
        return []
    parts: dict[str, Counter[LineWord]] = {}
    for one in readings:
        parts.setdefault(one.region[:width], Counter())[one.word] += 1
    return [
        {
            "code": code,
            "title": listed(desk.gazetteer, code).title,
            "stations": words.total(),
            "counts": {word.value: words[word] for word in LineWord},
        }
        for code, words in sorted(
            parts.items(), key=lambda part: (part[1][LineWord.GOOD] / part[1].total(), part[0])
        )
    ]
