"""Who is next in the whole office? The own queue, and those of the stations next door while they answer."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rekam.account import Account, Act, require
from rekam.edge.store.station.queue import CALLED, WAITING
from rekam.packet.sibling import NumberNextDoor
from rekam.problem import Problem
from rekam.station.sibling.own import note_called
from rekam.station.sibling.parameters import CALLS_MOST
from rekam.station.station import Station
from rekam.station.use.queue import NEEDS, call_next, hour_now, in_turn

if TYPE_CHECKING:
    from rekam.station.sibling.neighbour import Neighbour

_CALL = "panggil"


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody's place in the queue of the office.

    Attributes:
        letter: Of the station that gave the number; empty where a station is alone.
        name: Empty for a number of another station: names do not leave it.
        station: Id of that other station; empty for an own number.
    """

    letter: str
    number: int
    name: str
    need: str
    hour: int | None
    taken_at: int
    station: str = ""

    @property
    def label(self) -> str:
        """The number as its slip shows it."""
        return f"{self.letter}{self.number}"


def turns(station: Station) -> list[Turn]:
    """Those who wait, first the next: special needs, promised hours that have come, then who came first."""
    siblings, hour = station.siblings, hour_now(station)
    own = in_turn(station.store.queue.numbers(station.today().isoformat()), hour)
    letter = siblings.letter if siblings else ""
    waiting = [Turn(letter, one.number, one.name, one.need, one.hour, one.taken_at) for one in own]
    if siblings is None:
        return waiting
    for other in siblings.neighbours:
        if other.problem is None:
            waiting += [_turn(other, one) for one in other.numbers() if not one.called_by]
    return sorted(
        waiting,
        key=lambda one: (
            not one.need,
            one.hour is None or one.hour > hour,
            one.taken_at,
            one.letter,
            one.number,
        ),
    )


def called_here(station: Station) -> list[Turn]:
    """Numbers of other stations that were called to this counter and are not done."""
    if station.siblings is None:
        return []
    return [
        _turn(other, one)
        for other in station.siblings.neighbours
        for one in other.numbers()
        if one.called_by == station.papers.station
    ]


def call_next_of_office(station: Station, account: Account | None) -> Turn:
    """Calls who is next in the office; each number is moved by the station that gave it, so nobody is called twice.

    Raises:
        Problem: ``station.queue_empty`` or the account's.
    """
    require(account, Act.RECORD, station.papers.region)
    if station.siblings is None:
        own = call_next(station, account)
        return Turn("", own.number, own.name, own.need, own.hour, own.taken_at)
    for _ in range(CALLS_MOST):
        station.siblings.ask_all(answering=True)
        turn = next(iter(turns(station)), None)
        if turn is None:
            break
        if _called(station, turn):
            return turn
    raise Problem("station.queue_empty")


def move_next_door(station: Station, account: Account | None, letter: str, number: int, act: str) -> None:
    """Done, gone or waiting again: a number of another station that was called here.

    Raises:
        Problem: ``station.sibling_silent``, ``station.queue_moved``, ``command.page_not_found`` or the account's.
    """
    require(account, Act.RECORD, station.papers.region)
    others = station.siblings.neighbours if station.siblings else ()
    for other in others:
        if other.sibling.letter == letter:
            other.ask(number, act)
            return
    raise Problem("command.page_not_found")


def _turn(other: "Neighbour", one: NumberNextDoor) -> Turn:
    # A need that only a newer program has words for goes with the rest rather than break the page.
    need = one.need if one.need in NEEDS else ""
    return Turn(other.sibling.letter, one.number, "", need, one.hour, one.taken_at, other.sibling.station)


def _called(station: Station, turn: Turn) -> bool:
    day = station.today().isoformat()
    if not turn.station:
        with station.store.database.write():
            moved = station.store.queue.move(day, turn.number, before=WAITING, after=CALLED, at=station.now())
            if moved:
                note_called(station, turn.number, "")
        return moved
    others = station.siblings.neighbours if station.siblings else ()
    try:
        for other in others:
            if other.sibling.station == turn.station:
                other.ask(turn.number, _CALL)
    except Problem:
        # Its station was faster, or has just fallen silent: the next look at the queue knows it.
        return False
    return True
