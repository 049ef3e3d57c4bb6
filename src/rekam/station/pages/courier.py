from collections.abc import Mapping
from pathlib import Path
from typing import cast

from starlette.responses import Response

from rekam.account import Act, require
from rekam.edge.store.station import JournalLine
from rekam.edge.store.station.courier import CourierBook
from rekam.edge.store.station.outbox import told_problem
from rekam.edge.store.turn import one_at_a_time
from rekam.problem import Detail, Problem
from rekam.station.courier import meet, pack, take_receipts, waiting
from rekam.station.courier.found import chosen_folder, found_disks
from rekam.station.pages.asking import Asked, see
from rekam.station.station import Station

_LISTS = 20
DONE = {"salin": "courier_packed", "ambil": "courier_returned", "titip": "relay_met"}
"""Word in the address after an act, and the line of the journal that tells what it did."""


def show_courier(asked: Asked) -> Response:
    """What is on the disk, and what came back?"""
    station = asked.station
    require(asked.account, Act.SEE_OUTBOX, station.papers.region)
    done = DONE.get(asked.request.query_params.get("selesai", ""))
    told = station.store.journal.of(done, 1) if done else []
    book = CourierBook(station.store.database)
    return asked.page(
        "kurir.html",
        disks=found_disks(station.config.courier_roots),
        own=station.papers.station,
        to_carry=len(station.store.outbox.unfinished(10_000)),
        on_the_way=len(book.transit()),
        lists=book.lines(_LISTS),
        carried=waiting(station),
        told=told[0] if told else None,
        stopped=_stopped(told[0]) if told else None,
    )


def _stopped(line: JournalLine) -> Problem | None:
    """The disk's problem that ended a packing."""
    code, details = line.detail.get("code"), line.detail.get("details")
    if not code or not isinstance(details, dict):
        return None
    return told_problem(str(code), cast("Mapping[str, Detail]", details))


def do_pack(asked: Asked) -> Response:
    """Copies sealed recordings to a disk."""
    station, folder = _asked_for(asked, "pack_disk")
    with one_at_a_time(station.config.folder / "courier.turn"):
        pack(station, folder)
    return see("/kurir?selesai=salin")


def do_take(asked: Asked) -> Response:
    """Takes back what the centre wrote on a disk."""
    station, folder = _asked_for(asked, "take_receipts")
    with one_at_a_time(station.config.folder / "courier.turn"):
        take_receipts(station, folder)
    return see("/kurir?selesai=ambil")


def do_meet(asked: Asked) -> Response:
    """Takes a village kit's sealed packets along, and gives it the answers that came."""
    station, folder = _asked_for(asked, "meet_kit")
    with one_at_a_time(station.config.folder / "courier.turn"):
        meet(station, folder)
    station.deliverer().ask()
    return see("/kurir?selesai=titip")


def _asked_for(asked: Asked, act: str) -> tuple[Station, Path]:
    station = asked.station
    operator = require(asked.account, Act.SEND_NOW, station.papers.region)
    folder = chosen_folder(station.config.courier_roots, asked.field("cakram"))
    station.store.journal.write(station.now(), operator.name, act, folder.name)
    return station, folder
