"""Ringkasan: distance to 100 %, the date at this pace, and the oldest stuck recordings."""

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, may
from rekam.centre.pages.coverage import cut_name, figure_of
from rekam.centre.pages.desk import Desk, owner_words, status_words
from rekam.centre.pages.places import asked_place, named
from rekam.centre.pages.today import today
from rekam.edge.store.centre.ledger import RecordingRow
from rekam.operations.coverage import pace

DAYS_SEEN = 14
STUCK = 3
STATIONS_SHOWN = 100
"""Stations on the first page; of more, those with the most to bring and the longest silent come first."""


def stuck_row(desk: Desk, request: Request, row: RecordingRow) -> dict[str, object]:
    """A waiting recording as the tables show it."""
    now = desk.now()
    late = now - row.due_at if row.due_at else 0
    return {
        "packet": row.packet_id.hex(),
        "code": row.receipt_code,
        "station": row.station_id,
        "place": named(desk.gazetteer, row.place).title,
        "status": status_words(request, row.status),
        "since": row.since,
        "age": now - row.since,
        "owner": owner_words(request, row.owner),
        "due": row.due_at,
        "overdue": max(0, late),
    }


def summary_page(desk: Desk, request: Request) -> Response:
    """The first page of every level."""
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_SUMMARY, request.query_params.get("wilayah", ""))
    assert account is not None
    figure = figure_of(desk.store.coverage.of(place.code), "direkam", cut_name(desk), desk.now())
    target = desk.target_of(place.code).by_day
    by_day = desk.overview.received_by_day(place.code, days=DAYS_SEEN, now=desk.now())
    waiting = desk.overview.longest_waiting(place.code, now=desk.now(), limit=STUCK)
    gaps: dict[str, list[str]] = {}
    for gap in desk.store.packets.gaps(place.code, trusting=True):
        numbers = str(gap.first) if gap.first == gap.last else f"{gap.first}–{gap.last}"
        gaps.setdefault(gap.station_id, []).append(numbers)
    known = desk.store.stations.all(place.code)
    urgent = sorted(known, key=lambda one: (-one.awaited, one.last_contact or 0))
    shown = known if len(known) <= STATIONS_SHOWN else urgent[:STATIONS_SHOWN]
    stations = [
        {
            "id": one.station_id,
            "place": named(desk.gazetteer, one.region).title,
            "last_contact": one.last_contact,
            "announced": one.announced,
            "awaited": one.awaited,
            "gaps": ", ".join(gaps.get(one.station_id, [])),
        }
        for one in shown
    ]
    return desk.shell.page(
        request,
        "summary.html",
        place=place,
        today=today(desk, request, place),
        figure=figure,
        pace=pace(figure, by_day, desk.today, target),
        days_seen=DAYS_SEEN,
        target=target,
        stuck=[stuck_row(desk, request, row) for row in waiting],
        may_open=may(account, Act.SEE_RECORDING, place.code),
        stations=stations,
        station_count=len(known),
    )
