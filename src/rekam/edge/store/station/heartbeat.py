"""The station's pulse: a start that finds no proper end behind it knows how long the power was gone."""

from dataclasses import dataclass

from rekam.edge.store.station.database import Database


@dataclass(frozen=True, slots=True)
class PowerGap:
    """The station stopped without being closed.

    Attributes:
        since: Unix time of the last pulse.
        until: Unix time of the start after it.
    """

    since: int
    until: int


class Heartbeat:
    """Pulses of this run.

    Args:
        database: The station's database.
        boot: Name of this run, unique.
    """

    def __init__(self, database: Database, boot: str) -> None:
        self._database = database
        self._boot = boot

    def begin(self, at: int) -> PowerGap | None:
        """First pulse of a run; the gap before it, if the last run was not closed."""
        with self._database.write():
            last = self._database.one("last_heartbeat")
            self._database.do("beat", self._boot, at)
        if last is None or last["closed"]:
            return None
        return PowerGap(last["last"], max(at, last["last"]))

    def beat(self, at: int) -> None:
        """One pulse."""
        self._database.do("beat", self._boot, at)

    def close(self, at: int) -> None:
        """The run ends properly."""
        self._database.do("close_heartbeat", at, self._boot)
