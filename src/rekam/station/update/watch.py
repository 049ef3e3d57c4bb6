"""Looks for updates now and then, after a delivery round that found the line."""

import logging
from collections.abc import Callable
from pathlib import Path

import msgspec

from rekam.edge.store.station import Journal, Settings
from rekam.edge.trust import LineSource
from rekam.edge.wire.line_client import line_client
from rekam.problem import Problem
from rekam.station.update.round import look, updates_of

LOOK_EVERY_S = 6 * 3600
"""Seconds between looks: an update waits for the next start anyway, and a look costs a few kB of a thin line."""
PATH = "/updates/"

log = logging.getLogger("rekam.station")


class LastLook(msgspec.Struct, frozen=True):
    """What the last look came to.

    Attributes:
        at: Unix seconds.
        problem: Code of the problem table; empty = the centre was heard.
        program: Version that the next start will run; empty = no change.
    """

    at: int
    problem: str = ""
    program: str = ""


class UpdateWatch:
    """Looks for updates of one station.

    Args:
        folder: The station's state folder.
        centre_url: Address of the centre.
        settings: Keeps the last look.
        journal: Hears of a new program.
        now: Unix seconds.
        trusted_now: Unix seconds that are certainly past.
    """

    def __init__(
        self,
        folder: Path,
        centre_url: str,
        settings: Settings,
        journal: Journal,
        now: Callable[[], int],
        trusted_now: Callable[[], int],
    ) -> None:
        self._folder = folder
        self._url = centre_url.rstrip("/") + PATH
        self._settings = settings
        self._journal = journal
        self._now = now
        self._trusted_now = trusted_now

    def last(self) -> LastLook | None:
        """The last look."""
        return self._settings.read("update_look", LastLook)

    def perhaps(self) -> LastLook | None:
        """A look, if it is time for one and the station was given the key of updates."""
        last = self.last()
        # A clock that was set back must not stop the looking.
        if last is not None and 0 <= self._now() - last.at < LOOK_EVERY_S:
            return None
        updates, versions = updates_of(self._folder, self._trusted_now())
        if not updates.trusting:
            return None
        try:
            with line_client() as http:
                looked = look(updates, versions, LineSource(http, self._url))
        except Problem as problem:
            log.warning("updates: %s", problem)
            found = LastLook(self._now(), problem.code, last.program if last else "")
        else:
            found = LastLook(self._now(), "", looked.program or (last.program if last else ""))
            for offer in looked.fetched:
                self._journal.write(
                    self._now(), "station", "update_fetched", offer.name, version=offer.version
                )
        self._settings.write("update_look", found)
        return found
