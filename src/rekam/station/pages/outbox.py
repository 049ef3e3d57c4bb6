from dataclasses import dataclass
from functools import partial

from starlette.responses import Response

from rekam.account import Act, require
from rekam.edge.store.station import OutboxLine
from rekam.edge.store.station.courier import CourierBook
from rekam.edge.web import language_of
from rekam.problem import Language
from rekam.registry import OWNER_WORDS, Owner
from rekam.station.pages.asking import Asked, see
from rekam.station.use.overview import waiting_packets

_LINES = 200
"""Lines on the page: everything unfinished first, then the newest finished ones."""


@dataclass(frozen=True, slots=True)
class Row:
    """One recording on the page.

    Attributes:
        name: The resident as the roster has them, ``None`` when they left the roster.
    """

    line: OutboxLine
    name: str | None


def show_outbox(asked: Asked) -> Response:
    """Where is each recording?"""
    station = asked.station
    require(asked.account, Act.SEE_OUTBOX, station.papers.region)
    unfinished = station.store.outbox.unfinished(_LINES)
    finished = [line for line in station.store.outbox.latest(_LINES) if line.state == "receipted"]
    return asked.page(
        "kotak_keluar.html",
        rows=[_row(asked, line) for line in (unfinished + finished)[:_LINES]],
        waiting=waiting_packets(station),
        line_state=station.port.line(),
        connection=station.port.connection(),
        unknown=len(station.store.unknown_bodies()),
        transit=CourierBook(station.store.database).transit(),
        now=station.now(),
        asked_now="dikirim" in asked.request.query_params,
        owner=partial(_owner, language_of(asked.request)),
    )


def _owner(language: Language, name: str) -> str:
    """Whose turn it is, in words; a word of a newer centre is shown as it came."""
    try:
        words = OWNER_WORDS[Owner(name)]
    except ValueError:
        return name
    return words.en if language == "en" else words.id


def do_send_now(asked: Asked) -> Response:
    """The next round begins at once, whatever waited."""
    station = asked.station
    operator = require(asked.account, Act.SEND_NOW, station.papers.region)
    with station.store.database.write():
        station.store.outbox.try_now()
        station.store.journal.write(station.now(), operator.name, "send_now")
    station.deliverer().ask()
    return see("/kotak-keluar?dikirim=1")


def _row(asked: Asked, line: OutboxLine) -> Row:
    resident = asked.station.store.roster.of_packet(line.packet_id)
    return Row(line, resident.biodata.name if resident else None)
