"""Who is next? Numbers of the day, special needs first, and promised hours."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from rekam.account import Account, Act, require
from rekam.edge.store.station import RECORDED
from rekam.edge.store.station.queue import CALLED, DONE, LEFT, WAITING, Appointment, QueueNumber
from rekam.edge.web.wording import ZONES
from rekam.problem import Problem
from rekam.station.parameters import BOOK_DAYS_MOST, NAME_CHARACTERS_MOST, OPEN_HOURS, SLOT_CAPACITY
from rekam.station.station import Station

NEEDS = ("", "elderly", "pregnant", "disabled")
"""Special needs; whoever has one goes before the others."""
MOVES = {
    "selesai": (CALLED, DONE),
    "pergi": (CALLED, LEFT),
    "kembali": (CALLED, WAITING),
    "batal": (WAITING, LEFT),
}
"""What can be done with a number: the state it must have, and the state it gets."""
_NIK_DIGITS = 16


def in_turn(numbers: Iterable[QueueNumber], hour: int) -> list[QueueNumber]:
    """Those who wait, first the next: special needs, then promised hours that have come, then by number."""
    waiting = [one for one in numbers if one.state == WAITING]
    return sorted(waiting, key=lambda one: (not one.need, one.hour is None or one.hour > hour, one.number))


def hour_now(station: Station) -> int:
    """The hour of the station's zone."""
    return datetime.fromtimestamp(station.now(), UTC).astimezone(ZONES[station.papers.zone]).hour


def take_number(
    station: Station, account: Account | None, who: str, need: str, *, hour: int | None = None
) -> int:
    """Gives the next number of today.

    Args:
        station: The station.
        account: Who gives it.
        who: NIK of somebody on the roster, or a name.
        need: One of `NEEDS`.
        hour: The promised hour, for who comes with an appointment.

    Raises:
        Problem: ``station.queue_name_needed``, ``station.not_on_roster``, ``station.absence_recorded``,
            ``station.queue_already``, ``station.queue_need_unknown`` or the account's.
    """
    operator = require(account, Act.RECORD, station.papers.region)
    nik, name = _known(station, who)
    _check_need(need)
    day, now = station.today().isoformat(), station.now()
    with station.store.database.write():
        for one in station.store.queue.numbers(day):
            if nik and one.nik == nik and one.state in {WAITING, CALLED}:
                raise Problem("station.queue_already", number=one.number)
        number = station.store.queue.take(day, nik=nik, name=name, need=need, hour=hour, at=now)
        station.store.journal.write(now, operator.name, "number_taken", str(number))
    return number


def call_next(station: Station, account: Account | None) -> QueueNumber:
    """Calls who is next.

    Raises:
        Problem: ``station.queue_empty`` or the account's.
    """
    require(account, Act.RECORD, station.papers.region)
    day = station.today().isoformat()
    with station.store.database.write():
        turn = in_turn(station.store.queue.numbers(day), hour_now(station))
        if not turn:
            raise Problem("station.queue_empty")
        station.store.queue.move(day, turn[0].number, before=WAITING, after=CALLED, at=station.now())
    return turn[0]


def move_number(station: Station, account: Account | None, number: int, act: str) -> None:
    """Done, gone, or back among those who wait.

    Raises:
        Problem: ``station.queue_moved`` when the number is not in the state for it; the account's.
    """
    require(account, Act.RECORD, station.papers.region)
    before, after = MOVES[act]
    day = station.today().isoformat()
    if not station.store.queue.move(day, number, before=before, after=after, at=station.now()):
        raise Problem("station.queue_moved", number=number)


def book(station: Station, account: Account | None, day: str, hour: str, who: str, need: str) -> None:
    """Promises an hour.

    Raises:
        Problem: ``station.day_wrong``, ``station.hour_wrong``, ``station.slot_full``, and what `take_number`
            says of the person.
    """
    operator = require(account, Act.RECORD, station.papers.region)
    nik, name = _known(station, who)
    _check_need(need)
    on = bookable(station, day)
    if not hour.isascii() or not hour.isdigit() or int(hour) not in OPEN_HOURS:
        raise Problem("station.hour_wrong", first=OPEN_HOURS[0], last=OPEN_HOURS[-1])
    at = int(hour)
    with station.store.database.write():
        if station.store.queue.booked(on, at) >= SLOT_CAPACITY:
            raise Problem("station.slot_full", hour=at, capacity=SLOT_CAPACITY)
        station.store.queue.book(on, at, nik=nik, name=name, need=need, at=station.now(), by=operator.name)


def bookable(station: Station, text: str) -> str:
    """A day from today on, as the store writes it.

    Raises:
        Problem: ``station.day_wrong``.
    """
    today = station.today()
    try:
        on = date.fromisoformat(text)
    except ValueError as error:
        raise Problem("station.day_wrong", days=BOOK_DAYS_MOST) from error
    if not today <= on <= today + timedelta(days=BOOK_DAYS_MOST):
        raise Problem("station.day_wrong", days=BOOK_DAYS_MOST)
    return on.isoformat()


def arrive(station: Station, account: Account | None, appointment: int) -> int:
    """Who has an appointment is here and gets a number; asked again gives the same number.

    Raises:
        Problem: ``station.appointment_gone``, and what `take_number` says.
    """
    booked = _booked(station, appointment)
    if booked.number_given is not None:
        return booked.number_given
    with station.store.database.write():
        number = take_number(station, account, booked.nik or booked.name, booked.need, hour=booked.hour)
        if not station.store.queue.arrived(appointment, number):
            raise Problem("station.appointment_gone")
    return number


def cancel_appointment(station: Station, account: Account | None, appointment: int) -> None:
    """The appointment is off; cancelling it twice changes nothing.

    Raises:
        Problem: ``station.appointment_gone`` or the account's.
    """
    require(account, Act.RECORD, station.papers.region)
    _booked(station, appointment)
    station.store.queue.cancel(appointment)


def _booked(station: Station, appointment: int) -> Appointment:
    booked = station.store.queue.appointment(appointment)
    if booked is None:
        raise Problem("station.appointment_gone")
    return booked


def _known(station: Station, who: str) -> tuple[str, str]:
    """NIK and name of a person: of the roster when a NIK was given, else the name as it was written."""
    text = " ".join(who.split())
    digits = text.replace(" ", "").replace(".", "")
    if digits.isascii() and digits.isdigit() and len(digits) == _NIK_DIGITS:
        resident = station.store.roster.resident(digits)
        if resident is None:
            raise Problem("station.not_on_roster")
        if resident.state == RECORDED:
            raise Problem("station.absence_recorded")
        return digits, resident.biodata.name
    if not text or any(sign.isdigit() for sign in text) or len(text) > NAME_CHARACTERS_MOST:
        raise Problem("station.queue_name_needed", limit=NAME_CHARACTERS_MOST)
    return "", text


def _check_need(need: str) -> None:
    if need not in NEEDS:
        raise Problem("station.queue_need_unknown")
