"""Numbers of the day and promised hours at the counter."""

from dataclasses import dataclass

from rekam.edge.store.station.database import Database, Row

WAITING, CALLED, DONE, LEFT = "waiting", "called", "done", "left"
BOOKED, ARRIVED = "booked", "arrived"


@dataclass(frozen=True, slots=True)
class QueueNumber:
    """One number of a day.

    Attributes:
        nik: The resident when they are on the roster, else empty.
        need: ``elderly``, ``pregnant``, ``disabled`` or empty.
        hour: The hour that was promised, ``None`` without an appointment.
        state: ``waiting``, ``called``, ``done`` or ``left``.
    """

    number: int
    nik: str
    name: str
    need: str
    hour: int | None
    state: str
    taken_at: int
    changed_at: int


@dataclass(frozen=True, slots=True)
class Appointment:
    """A promised hour; ``number_given`` is the queue number when the person came."""

    number: int
    day: str
    hour: int
    nik: str
    name: str
    need: str
    state: str
    number_given: int | None


class Queue:
    """The queue of one station; writing joins the transaction around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, day: str, *, nik: str, name: str, need: str, hour: int | None, at: int) -> int:
        """The next number of a day."""
        with self._database.write():
            row = self._database.one("next_number", day)
            number = int(row["number"]) if row else 1
            self._database.do("put_number", day, number, nik, name, need, hour, at)
        return number

    def numbers(self, day: str) -> list[QueueNumber]:
        """All numbers of a day, in the order they were given."""
        return [_number(row) for row in self._database.all("numbers_of_day", day)]

    def number(self, day: str, number: int) -> QueueNumber | None:
        """One number."""
        row = self._database.one("number_of_day", day, number)
        return _number(row) if row else None

    def move(self, day: str, number: int, *, before: str, after: str, at: int) -> bool:
        """From one state to another; ``False`` when somebody else has moved it in between."""
        return self._database.do("move_number", after, at, day, number, before) == 1

    def recorded(self, nik: str, *, at: int) -> None:
        """The resident was recorded: their number is done."""
        self._database.do("number_recorded", at, nik)

    def book(self, day: str, hour: int, *, nik: str, name: str, need: str, at: int, by: str) -> None:
        """One more appointment."""
        self._database.do("put_appointment", day, hour, nik, name, need, at, by)

    def booked(self, day: str, hour: int) -> int:
        """Appointments of an hour."""
        row = self._database.one("booked_in_hour", day, hour)
        return int(row["booked"]) if row else 0

    def appointments(self, day: str) -> list[Appointment]:
        """Appointments of a day by hour, those cancelled left out."""
        return [_appointment(row) for row in self._database.all("appointments_of_day", day)]

    def appointment(self, number: int) -> Appointment | None:
        """One appointment."""
        row = self._database.one("appointment", number)
        return _appointment(row) if row else None

    def arrived(self, appointment: int, number: int) -> bool:
        """The person came and got a queue number; ``False`` when they had come already."""
        return self._database.do("appointment_arrived", number, appointment) == 1

    def cancel(self, appointment: int) -> bool:
        """The appointment is off; ``False`` when it was not open any more."""
        return self._database.do("cancel_appointment", appointment) == 1

    def ahead(self, day: str) -> dict[str, int]:
        """Open appointments by day, from a day on."""
        return {row["day"]: row["booked"] for row in self._database.all("appointments_ahead", day)}


def _number(row: Row) -> QueueNumber:
    return QueueNumber(*(row[name] for name in QueueNumber.__slots__))


def _appointment(row: Row) -> Appointment:
    return Appointment(*(row[name] for name in Appointment.__slots__))
