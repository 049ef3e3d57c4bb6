"""Coordination meetings: who came, what was decided, whose it is and by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from psycopg import Connection

from rekam.edge.store.centre.database import Database, one_value, run_many
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.problem import Problem

_SQL = statements("meeting")


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting.

    Attributes:
        called_by: Region that called it; empty = the nation.
        place: Region where it was held.
        region_group: Key of the `Group` that was asked to come.
        invited_post: Value of the `Post` that was asked to come.
    """

    meeting_id: int
    title: str
    held_on: date
    called_by: str
    place: str
    venue: str
    region_group: str
    invited_post: str
    chair: str
    source: str
    kept_by: str
    kept_at: int


@dataclass(frozen=True, slots=True)
class Attendance:
    """One post that was asked to come.

    Attributes:
        presence: ``present``, ``represented``, ``absent`` or ``unknown``.
    """

    post: str
    place: str
    name: str
    presence: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision with its owner."""

    decision_id: int
    meeting_id: int
    number: int
    words: str
    owner_post: str
    owner_place: str
    owner_name: str
    deadline_on: date | None


class Meetings:
    """Reads meetings.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def within(self, territory: str, *, limit: int = 100) -> list[Meeting]:
        """Meetings that concern a territory, the newest first."""
        return self._database.rows(Meeting, _SQL["meetings"], limit=limit, **bounds(territory))

    def meeting(self, meeting_id: int) -> Meeting | None:
        """One meeting."""
        return self._database.row(Meeting, _SQL["meeting"], meeting_id=meeting_id)

    def attendance(self, meeting_id: int) -> list[Attendance]:
        """Who was asked and who came."""
        return self._database.rows(Attendance, _SQL["attendance"], meeting_id=meeting_id)

    def decisions(self, meeting_id: int) -> list[Decision]:
        """What was decided."""
        return self._database.rows(Decision, _SQL["decisions"], meeting_id=meeting_id)

    def decision(self, decision_id: int) -> Decision | None:
        """One decision."""
        return self._database.row(Decision, _SQL["decision"], decision_id=decision_id)


def put_meeting(connection: Connection, **values: object) -> int:
    """A meeting; its number. The names are those of `Meeting`."""
    return int(one_value(connection, _SQL["put"], **values))


def put_attendance(connection: Connection, meeting_id: int, came: Sequence[Attendance]) -> None:
    """Who came."""
    rows = [
        {
            "meeting_id": meeting_id,
            "post": one.post,
            "place": one.place,
            "name": one.name,
            "presence": one.presence,
        }
        for one in came
    ]
    run_many(connection, _SQL["put_attendance"], rows)


def put_decision(
    connection: Connection,
    meeting_id: int,
    words: str,
    *,
    owner_post: str,
    owner_place: str,
    owner_name: str,
    deadline_on: date | None,
) -> int:
    """One more decision of a meeting; its number among all decisions.

    Raises:
        Problem: ``directive.meeting_unknown``.
    """
    if one_value(connection, _SQL["lock"], meeting_id=meeting_id) is None:
        raise Problem("directive.meeting_unknown")
    return int(
        one_value(
            connection, _SQL["put_decision"], meeting_id=meeting_id, words=words, owner_post=owner_post,
            owner_place=owner_place, owner_name=owner_name, deadline_on=deadline_on,
        )
    )  # fmt: skip
