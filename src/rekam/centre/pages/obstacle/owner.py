"""Who must act on a cause, and whom to call."""

from dataclasses import dataclass

from rekam.centre.pages.desk import Desk
from rekam.edge.store.centre.officials import call_line
from rekam.operations.obstacle import DUTIES, Cause

_HEADS = {0: "director_general", 2: "head_of_province_office", 5: "head_of_office", 8: "camat"}


@dataclass(frozen=True, slots=True)
class OwnerShown:
    """The post that must act, and the line to call; empty = nobody is entered for it."""

    post: str
    call: str


def owner_of(desk: Desk, cause: Cause, place: str) -> OwnerShown:
    """Who must act at a place. Where the duty lies further down, the head of the place passes it on."""
    duty = DUTIES[cause]
    width = min(duty.width, len(place) if len(place) in _HEADS else 8)
    whom = duty.post if width == duty.width else _HEADS[width]
    line = call_line(desk.store.database, place[:width], whom, desk.today)
    if not line and width == 8 and whom != "head_of_office":
        # A kecamatan whose camat nobody entered is reached through the office above it.
        line = call_line(desk.store.database, place[:5], "head_of_office", desk.today)
    return OwnerShown(duty.post, line)


def evidence_href(piece: str, place: str) -> str:
    """The page on which a piece of evidence stands."""
    kind, _, number = piece.partition(":")
    match kind:
        case "loss_report":
            return f"/hambatan/laporan/{number}"
        case "ticket":
            return f"/alat/tiket/{number}" if number != "0" else f"/alat?wilayah={place}"
        case "outage":
            return f"/sambungan/jalur?wilayah={place}"
        case "suspension":
            return f"/sambungan?wilayah={place}"
        case _:
            return f"/listrik?wilayah={place}"
