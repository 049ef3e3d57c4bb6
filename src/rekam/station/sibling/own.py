"""What this station tells the one next door about itself."""

import hmac
from datetime import datetime, time
from typing import TYPE_CHECKING

import msgspec

from rekam.edge.store.station.queue import CALLED, DONE, WAITING
from rekam.edge.web.wording import ZONES
from rekam.packet.parameters import SIBLING_NUMBERS_MOST, SIBLING_TAKEN_MOST
from rekam.packet.sibling import BEGUN, MADE, NumberNextDoor, SiblingQuestion, SiblingWord, TakenNextDoor
from rekam.problem import Problem

if TYPE_CHECKING:
    from rekam.station.station import Station

_CALLED_FOR = "sibling_called"


class CalledFor(msgspec.Struct, frozen=True):
    """Own numbers that another station called, by number; of one day."""

    day: str = ""
    stations: dict[int, str] = msgspec.field(default_factory=dict)


def called_for(station: "Station") -> dict[int, str]:
    """Which of today's own numbers were called by which other station."""
    kept = station.store.settings.read(_CALLED_FOR, CalledFor)
    return kept.stations if kept and kept.day == station.today().isoformat() else {}


def note_called(station: "Station", number: int, by: str) -> None:
    """Keeps who called a number, in the caller's transaction; empty = this station itself."""
    stations = {one: name for one, name in called_for(station).items() if one != number}
    if by:
        stations[number] = by
    station.store.settings.write(_CALLED_FOR, CalledFor(station.today().isoformat(), stations))


def who_of(secret: bytes, day: str, nik: str) -> bytes:
    """A resident on one day, without their NIK: HMAC-SHA256, 32 bytes."""
    return hmac.digest(secret, f"rekam sibling\n{day}\n{nik}".encode(), "sha256")


class OwnWord:
    """The words of one station.

    Args:
        station: The station.
        secret: Of the office.
    """

    def __init__(self, station: "Station", secret: bytes) -> None:
        self._station = station
        self._secret = secret
        self._begun: dict[str, str] = {}

    def to(self, question: SiblingQuestion) -> SiblingWord:
        """The word to a question."""
        station = self._station
        day = station.today().isoformat()
        numbers, called = station.store.queue.numbers(day), called_for(station)
        own = station.papers.station
        shown = [
            NumberNextDoor(
                one.number,
                one.need,
                one.hour,
                one.taken_at,
                called.get(one.number, own) if one.state == CALLED else "",
            )
            for one in numbers
            if one.state in {WAITING, CALLED}
        ]
        return SiblingWord(
            station=own,
            to=question.station,
            nonce=question.nonce,
            at=station.now(),
            day=day,
            done=sum(one.state == DONE for one in numbers),
            numbers=tuple(shown[:SIBLING_NUMBERS_MOST]),
            taken=tuple(self._taken(day)[:SIBLING_TAKEN_MOST]),
        )

    def _taken(self, day: str) -> list[TakenNextDoor]:
        midnight = datetime.combine(self._station.today(), time(), ZONES[self._station.papers.zone])
        rows = self._station.store.database.all(
            "recorded_since", int(midnight.timestamp()), SIBLING_TAKEN_MOST
        )
        begun = [TakenNextDoor(who_of(self._secret, day, nik), BEGUN) for nik in self._open_niks()]
        return begun + [TakenNextDoor(who_of(self._secret, day, row["nik"]), MADE) for row in rows]

    def _open_niks(self) -> list[str]:
        """Of the open drafts; each is decrypted once, not every few seconds."""
        lines = self._station.store.drafts.open_lines()
        known = self._begun
        self._begun = {
            line.draft_id: known[line.draft_id] if line.draft_id in known else self._nik(line.draft_id)
            for line in lines
        }
        return [nik for nik in self._begun.values() if nik]

    def _nik(self, draft_id: str) -> str:
        try:
            return self._station.store.drafts.read(draft_id).original.nik
        except Problem:
            # A damaged draft, or one that was sealed this moment: the first page names the damage.
            return ""
