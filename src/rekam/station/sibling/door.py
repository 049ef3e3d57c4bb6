"""Where the station next door asks: who it is, whether it said this before, and what it may move."""

from threading import Lock
from typing import TYPE_CHECKING

from rekam.edge.store.station.queue import CALLED, WAITING
from rekam.packet.sibling import SiblingQuestion, read_question, sign_word
from rekam.problem import Problem
from rekam.station.sibling.own import OwnWord, called_for, note_called
from rekam.station.sibling.papers import SharedOffice, verifier_of
from rekam.station.sibling.parameters import CLOCK_WINDOW_S
from rekam.station.use.queue import MOVES

if TYPE_CHECKING:
    from rekam.station.station import Station

SIBLING_PATH = "/antrean/kantor"
CALL = "panggil"
ACTS = {CALL: (WAITING, CALLED), **{act: MOVES[act] for act in ("selesai", "pergi", "kembali")}}
"""What a station may do with a number of another; see `rekam.station.use.queue.MOVES`."""
_SERIALS = "sibling_serials"


class Door:
    """Answers the questions of the siblings; every other message is refused by name.

    Args:
        station: The station.
        office: Its office.
        own: Its own words.
    """

    def __init__(self, station: "Station", office: SharedOffice, own: OwnWord) -> None:
        self._station = station
        self._own = own
        self._verifiers = {one.station: verifier_of(one) for one in office.siblings}
        self._lock = Lock()
        kept = station.store.settings.read(_SERIALS, dict[str, tuple[str, int]])
        self._serials: dict[str, tuple[str, int]] = kept or {}

    def answer(self, signed: bytes) -> bytes:
        """The signed word to a signed question.

        Raises:
            Problem: What `read_question` says, ``station.sibling_clock``, ``packet.sibling_replayed``,
                ``station.queue_moved``.
        """
        station = self._station
        question = read_question(signed, self._verifiers.get, station=station.papers.station)
        apart = abs(station.now() - question.sent_at)
        if apart > CLOCK_WINDOW_S:
            raise Problem("station.sibling_clock", station=question.station, seconds=apart)
        with self._lock:
            self._note(question)
            if question.act:
                with station.store.database.write():
                    # Kept with the move: an old question is old after a restart, too.
                    station.store.settings.write(_SERIALS, self._serials)
                    self._move(question)
        return sign_word(self._own.to(question), station.signer)

    def _note(self, question: SiblingQuestion) -> None:
        day = self._station.today().isoformat()
        known = self._serials.get(question.station, ("", 0))
        # A new day begins anew, so that a station that was restored from a copy is heard again: the window of the
        # clock keeps yesterday's questions out.
        if known[0] == day and question.serial <= known[1]:
            raise Problem("packet.sibling_replayed", station=question.station)
        self._serials[question.station] = (day, question.serial)

    def _move(self, question: SiblingQuestion) -> None:
        if question.act not in ACTS:
            raise Problem("packet.sibling_unreadable", field="act")
        station = self._station
        before, after = ACTS[question.act]
        day, now = station.today().isoformat(), station.now()
        known = station.store.queue.number(day, question.number)
        mine = called_for(station).get(question.number) == question.station
        if known is not None and known.state == after and mine:
            return  # said again because the answer was lost
        if before == CALLED and not mine:
            raise Problem("station.queue_moved", number=question.number)
        if not station.store.queue.move(day, question.number, before=before, after=after, at=now):
            raise Problem("station.queue_moved", number=question.number)
        note_called(station, question.number, "" if after == WAITING else question.station)
        station.store.journal.write(
            now,
            "station",
            "number_moved_next_door",
            str(question.number),
            by=question.station,
            move=question.act,
        )
