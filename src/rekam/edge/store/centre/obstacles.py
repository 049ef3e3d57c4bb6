"""Reads the obstacle ledger."""

from dataclasses import dataclass
from datetime import date

from rekam.edge.store.centre.database import Database
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.operations.obstacle import Cause

_SQL, _DAYS = statements("obstacle"), statements("station_day")


@dataclass(frozen=True, slots=True)
class Worked:
    """Opening hours of a place in a stretch of days, seconds, and what came of them."""

    place: str
    post_days: int
    open_s: int
    worked_s: int
    recorded: int
    refused: int
    turned_away: int
    first_day: date
    last_day: date

    @property
    def lost_s(self) -> int:
        """Seconds that were not worked."""
        return self.open_s - self.worked_s

    @property
    def per_hour(self) -> float:
        """Recordings in an hour that was worked."""
        return self.recorded / (self.worked_s / 3600) if self.worked_s else 0.0


@dataclass(frozen=True, slots=True)
class Lost:
    """What a cause took of a place, seconds; ``source`` is ``observed`` or ``reported``."""

    place: str
    cause: str
    source: str
    lost_s: int
    hindered_s: int
    claimed_s: int


@dataclass(frozen=True, slots=True)
class PostDay:
    """A settled day of one post."""

    station_id: str
    day: date
    place: str
    open_s: int
    worked_s: int
    recorded: int
    refused: int
    turned_away: int | None
    blanks_used: int | None
    blanks_left: int | None
    source: str
    settled_at: int


@dataclass(frozen=True, slots=True)
class PostPart:
    """What a cause took of a post's day."""

    cause: str
    source: str
    lost_s: int
    hindered_s: int
    claimed_s: int
    evidence: list[str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence and the hours that stand on it."""

    cause: str
    source: str
    piece: str
    lost_s: int
    days: int


@dataclass(frozen=True, slots=True)
class Cover:
    """Seconds of a cause: observed, and claimed by reports."""

    observed_s: int
    claimed_s: int


class Obstacles:
    """Reads settled days and their sums.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def worked(self, territory: str, width: int, first: date, last: date) -> list[Worked]:
        """Sums of each place of a width (2, 5 or 8 letters) inside a territory."""
        values = {"width": width, "first": first, "last": last, **bounds(territory)}
        return self._database.rows(Worked, _SQL["worked"], **values)

    def lost(self, territory: str, width: int, first: date, last: date) -> list[Lost]:
        """What each cause took of each place of a width."""
        values = {"width": width, "first": first, "last": last, **bounds(territory)}
        return self._database.rows(Lost, _SQL["lost"], **values)

    def day(self, station_id: str, day: date) -> PostDay | None:
        """One settled day of one post."""
        return self._database.row(PostDay, _SQL["day"], station_id=station_id, day=day)

    def days(self, territory: str, first: date, last: date, *, limit: int = 60) -> list[PostDay]:
        """Settled days of a territory, the newest first."""
        values = {"first": first, "last": last, "limit": limit, **bounds(territory)}
        return self._database.rows(PostDay, _SQL["days"], **values)

    def parts(self, station_id: str, day: date) -> list[PostPart]:
        """What took the hours of a post's day."""
        return self._database.rows(PostPart, _SQL["parts"], station_id=station_id, day=day)

    def evidence(self, territory: str, first: date, last: date, *, limit: int = 40) -> list[Piece]:
        """The pieces of evidence of a territory, those of the most hours first."""
        values = {"first": first, "last": last, "limit": limit, **bounds(territory)}
        return self._database.rows(Piece, _SQL["evidence"], **values)

    def cover(
        self, territory: str, cause: Cause, first: date, last: date, station_id: str | None = None
    ) -> Cover:
        """What was observed of a cause where a report claims it."""
        found = self._database.row(
            Cover, _SQL["cover"], cause=cause.value, station_id=station_id, first=first, last=last,
            **bounds(territory),
        )  # fmt: skip
        assert found is not None
        return found

    def silent(self, territory: str, before: int) -> int:
        """Stations that have not spoken since a moment: their days are not known yet."""
        return int(self._database.value(_SQL["silent"], before=before, **bounds(territory)))

    def has_samples(self, territory: str) -> bool:
        """Whether a territory has posts that were invented for a demonstration."""
        return bool(self._database.value(_DAYS["sample_posts"], **bounds(territory)))

    def unbalanced(self) -> int:
        """Station-days whose hours do not add up; 0 unless broken."""
        return int(self._database.value(_SQL["unbalanced"]))
