"""The station's pulse in a thread, so that a power cut leaves a gap that can be measured."""

import logging
import threading
from collections.abc import Callable

from rekam.edge.store.station import Heartbeat
from rekam.problem import Problem
from rekam.station.trusted_time import TrustedTime

log = logging.getLogger("rekam.station")


class Pulse:
    """Beats until it is stopped; a proper stop is no power cut.

    Args:
        heartbeat: This run's heartbeat.
        known: The trusted time, kept with each beat.
        clock: Unix seconds.
        every_s: Seconds between beats.
    """

    def __init__(
        self, heartbeat: Heartbeat, known: TrustedTime, clock: Callable[[], float], every_s: float
    ) -> None:
        self._heartbeat = heartbeat
        self._known = known
        self._clock = clock
        self._every_s = every_s
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="pulse", daemon=True)

    def start(self) -> None:
        """Begins to beat."""
        self._thread.start()

    def stop(self) -> None:
        """The last beat, marked as the proper end."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()
        self._known.keep()
        self._heartbeat.close(int(self._clock()))

    def _run(self) -> None:
        while not self._ended.wait(self._every_s):
            try:
                self._heartbeat.beat(int(self._clock()))
                self._known.keep()
            except Problem as problem:
                log.warning("pulse: %s", problem)
