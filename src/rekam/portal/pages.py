"""The four pages of the portal. They show no name and no NIK, whatever is typed."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from rekam.edge.store.centre.store import CentreStore
from rekam.edge.web import Shell, language_of
from rekam.place import Gazetteer, Level
from rekam.portal.nearest import near_of
from rekam.portal.next_step import LOOKED_FOR, NEXT_STEP
from rekam.problem import Problem
from rekam.registry import read_receipt_code
from rekam.registry.event_words import EVENT_WORDS
from rekam.registry.words import STATUS_WORDS, Words

SMALLEST_SHOWN = 10
"""Counts below this are hidden: a village may have three unrecorded people whom everybody could name."""

FOUND = 6
_REGENCY, _DISTRICT = 5, 8
"""Letters of a regency's and of a kecamatan's code."""


@dataclass(frozen=True, slots=True)
class Window:
    """What the portal has at hand: reading only."""

    store: CentreStore
    gazetteer: Gazetteer
    shell: Shell
    now: Callable[[], int]


def _spoken(request: Request, words: Words) -> str:
    return words.en if language_of(request) == "en" else words.id


def front(window: Window, request: Request, problem: Problem | None = None, code: str = "") -> Response:
    """Two boxes."""
    status = problem.row.http if problem else 200
    problems = [problem] if problem else []
    return window.shell.page(request, "front.html", status=status, problems=problems, code=code, wanted="")


def status(window: Window, request: Request) -> Response:
    """One sentence, one date, one next step, one place to ask."""
    typed = request.query_params.get("kode", "")[:40]
    try:
        code = read_receipt_code(typed)
    except Problem as problem:
        return front(window, request, problem, typed)
    row = window.store.ledger.by_code(code)
    if row is None:
        return front(window, request, Problem("portal.code_unknown", code=code), typed)
    history = [
        {"words": _spoken(request, EVENT_WORDS[event.kind]), "at": event.at}
        for event in window.store.ledger.history(row.packet_id)
    ]
    packet = window.store.packets.packet(row.packet_id)
    looked_for = packet is not None and packet.gone and window.store.contents.content(row.packet_id) is None
    district = window.gazetteer.region(row.place[:_DISTRICT])
    office = window.gazetteer.path(district.code)
    ask = Words(f"Kantor {office}", f"Office of {office}")
    return window.shell.page(
        request,
        "status.html",
        code=code,
        sentence=_spoken(request, STATUS_WORDS[row.status]),
        since=row.since,
        due=row.due_at,
        late=bool(row.due_at and row.due_at < window.now()),
        next_step=_spoken(request, LOOKED_FOR if looked_for else NEXT_STEP[row.status]),
        ask=_spoken(request, ask),
        history=history,
    )


def places(window: Window, request: Request) -> Response:
    """Places by name, misspelt or not, with the stations of their kecamatan."""
    wanted = request.query_params.get("cari", "").strip()[:80]
    ranked: list[tuple[tuple[float, bool, bool], dict[str, object]]] = []
    near = near_of(window.store, window.gazetteer, window.now())
    for one in window.gazetteer.search(wanted, limit=FOUND * 3) if wanted else ():
        if one.region.level < Level.DISTRICT:
            continue
        here = _stations(window, one.region.code[:_DISTRICT])
        elsewhere = [] if here else _stations(window, one.region.code[:_REGENCY])
        path = window.gazetteer.path(one.region.code)
        place: dict[str, object] = {
            "code": one.region.code,
            "title": path.split(",")[0],
            "path": path,
            "stations": here,
            "elsewhere": elsewhere,
            "near": near(one.region.code),
        }
        # Many places share a name: among equals those where one can go come first.
        ranked.append(((-one.score, not here, not elsewhere), place))
    ranked.sort(key=lambda pair: pair[0])
    found = [place for _, place in ranked[:FOUND]]
    return window.shell.page(request, "places.html", wanted=wanted, found=found)


def _stations(window: Window, territory: str) -> list[dict[str, object]]:
    """Working stations of a territory as the page names them."""
    return [
        {"name": station.name, "heard": station.last_contact}
        for station in window.store.stations.all(territory)
        if station.state == "active"
    ]


def village(window: Window, request: Request) -> Response:
    """How many are still missing here; small numbers are hidden."""
    region = window.gazetteer.region(request.query_params.get("kode", ""))
    path = window.gazetteer.path(region.code)
    missing = max(0, window.store.coverage.of(region.code).missing)
    cut = window.store.people.cut()
    return window.shell.page(
        request,
        "village.html",
        place={"title": path.split(",")[0], "path": path},
        missing=missing,
        hidden=missing < SMALLEST_SHOWN,
        least=SMALLEST_SHOWN,
        cut=cut.name if cut else "–",
        counted=window.now(),
    )
