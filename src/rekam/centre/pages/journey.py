"""Perjalanan rekaman: where recordings wait, with sums that fit or say they do not; and one recording's road."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, may, require
from rekam.centre.pages.desk import Desk, owner_words, status_words
from rekam.centre.pages.places import asked_place, named
from rekam.centre.pages.summary import stuck_row
from rekam.centre.pipeline.flag import FLAGS
from rekam.edge.web import language_of
from rekam.problem import Problem
from rekam.registry import Status, owner_of
from rekam.registry.event_words import EVENT_WORDS

LATEST = 25

STAGES: tuple[tuple[str, frozenset[Status]], ...] = (
    ("Direkam dan diberitahukan", frozenset({Status.BIO_CAPTURED, Status.PROCESSING, Status.SENT_FOR_ENROLLMENT, Status.IN_COURIER_TRANSIT})),
    ("Diterima pusat", frozenset({Status.RECEIVED_AT_CENTRAL, Status.QUARANTINED, Status.SEARCH_FAILURE_AT_CENTRAL})),
    ("Diperiksa ahli", frozenset({Status.ADJUDICATE_RECORD, Status.REQUEST_VALIDATION})),
    ("Tunggal, siap cetak", frozenset({Status.PRINT_READY_RECORD, Status.SENT_FOR_CARD_PRINTING})),
    ("Dicetak", frozenset({Status.CARD_PRINTED, Status.CARD_SHIPPED})),
    ("Diserahkan", frozenset({Status.CARD_ISSUED})),
)  # fmt: skip
"""The road of a recording that goes well; the adjudicator's stage is passed by most."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One line of the funnel."""

    words: str
    reached: int
    waiting: int
    oldest: int | None


def journey_page(desk: Desk, request: Request) -> Response:
    """The funnel, the statuses behind it and the latest recordings."""
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_JOURNEY, request.query_params.get("wilayah", ""))
    assert account is not None
    now = desk.now()
    waiting = desk.store.journey.waiting(place.code, now=now)
    funnel: list[Stage] = []
    beyond = 0
    for words, statuses in reversed(STAGES):
        here = [waiting[status] for status in statuses]
        count = sum(one.recordings for one in here)
        beyond += count
        oldest = min((one.oldest for one in here if one.oldest), default=None)
        funnel.append(Stage(words, beyond, count, now - oldest if oldest else None))
    funnel.reverse()
    counted = sum(one.recordings for one in waiting.values())
    ended = counted - beyond
    known = desk.overview.announced(place.code)
    shown_statuses = [
        {
            "name": status.name,
            "words": status_words(request, status),
            "count": one.recordings,
            "owner": owner_words(request, owner_of(status)) or "–",
            "oldest": now - one.oldest if one.oldest else 0,
            "overdue": one.overdue,
        }
        for status, one in waiting.items()
        if one.recordings
    ]
    latest = desk.overview.latest(place.code, limit=LATEST)
    return desk.shell.page(
        request,
        "journey.html",
        place=place,
        funnel=funnel,
        top=max(1, funnel[0].reached),
        ended=ended,
        now=now,
        sums={"fit": known == counted, "known": known, "counted": counted},
        gone=desk.store.bodies.gone_count(place.code),
        statuses=shown_statuses,
        latest=[stuck_row(desk, request, row) for row in latest],
        may_open=may(account, Act.SEE_RECORDING, place.code),
    )


def packet_id_of(text: str) -> bytes:
    """The packet id in a path.

    Raises:
        Problem: ``command.page_not_found``.
    """
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise Problem("command.page_not_found") from error


def recording_page(desk: Desk, request: Request) -> Response:
    """One recording: where it is, whose turn, and the road behind it."""
    account = desk.reader(request)
    packet_id = packet_id_of(request.path_params["packet"])
    row = desk.store.ledger.recording(packet_id)
    if row is None:
        raise Problem("command.page_not_found")
    require(account, Act.SEE_RECORDING, row.place)
    content = desk.store.contents.content(packet_id)
    packet = desk.store.packets.packet(packet_id)
    desk.store.audit.write(account.name, Act.SEE_RECORDING.value, row.place, packet_id.hex(), at=desk.now())
    english = language_of(request) == "en"
    events = desk.store.ledger.history(packet_id)
    history = [
        {
            "words": EVENT_WORDS[event.kind].en if english else EVENT_WORDS[event.kind].id,
            "at": event.at,
            "actor": event.actor,
        }
        for event in events
    ]
    flags = [
        Problem(code, places=str(event.details[code])).say(language_of(request))
        for event in events
        for code in FLAGS
        if code in event.details
    ]
    problem = Problem(row.problem, **row.problem_details).say(language_of(request)) if row.problem else ""
    missing = content.missing if content else ()
    shown = stuck_row(desk, request, row) | {
        "words": problem,
        "sequence": packet.sequence if packet else 0,
        "gone": packet is not None and packet.gone,
        "opened": content is not None,
        "name": content.biodata.name if content else "",
        "nik": content.biodata.nik if content else "",
        "missing": ", ".join(
            f"{one.modality.value} {one.place.name.lower() if one.place else ''}".strip() for one in missing
        ),
        "place": named(desk.gazetteer, row.place).title,
    }
    return desk.shell.page(request, "recording.html", row=shown, history=history, flags=flags)
