"""How often the station was started, and no earlier than when it is."""

from dataclasses import dataclass

from rekam.edge.store.station.database import Database


@dataclass(frozen=True, slots=True)
class KnownTime:
    """What stands on the disk.

    Attributes:
        boot: Starts so far.
        trusted_at: The last time that the centre told, Unix seconds; 0 = never.
        earliest: That, and what ran since; Unix seconds.
    """

    boot: int
    trusted_at: int
    earliest: int


class TimeBook:
    """One row, each change durable when it returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self) -> KnownTime:
        """The row now."""
        row = self._database.one("trusted_time")
        assert row is not None
        return KnownTime(row["boot"], row["trusted_at"], row["earliest"])

    def begin(self) -> KnownTime:
        """One more start."""
        with self._database.write():
            self._database.do("count_boot")
            return self.read()

    def trust(self, at: int) -> None:
        """The centre told the time in a signed word."""
        self._database.do("trust_time", at)

    def trust_at_least(self, at: int) -> None:
        """It is no earlier than a signed word says that came from a file."""
        self._database.do("trust_time_at_least", at)

    def keep(self, earliest: int) -> None:
        """As much has run since."""
        self._database.do("keep_time", earliest)
