"""The office as one station sees it: a listener for the others, and a thread that asks them."""

import logging
import threading
from typing import TYPE_CHECKING

from rekam.packet.parameters import SIBLING_QUESTION_BYTES_MOST
from rekam.packet.sibling import BEGUN
from rekam.problem import Problem
from rekam.station.sibling.door import SIBLING_PATH, Door
from rekam.station.sibling.neighbour import Neighbour
from rekam.station.sibling.own import OwnWord
from rekam.station.sibling.papers import SharedOffice, host_and_port
from rekam.station.sibling.parameters import ASK_EVERY_S

if TYPE_CHECKING:
    from rekam.edge.wire.serving import Serving
    from rekam.station.station import Station

log = logging.getLogger("rekam.station")
_GRACE_S = 1
_END_S = 10.0
"""Seconds for the question under way; one that a stranger keeps open ends with the process."""


class Siblings:
    """The others of the office; a station without them has none of this, and no listener.

    Attributes:
        letter: What this station's numbers begin with.
        neighbours: The others.
        door: Where they ask.

    Args:
        station: The station.
        office: Its office.
    """

    def __init__(self, station: "Station", office: SharedOffice) -> None:
        self.letter = office.letter
        self.neighbours = tuple(Neighbour(station, office, one) for one in office.siblings)
        self.door = Door(station, office, OwnWord(station, office.secret))
        self._listen_at = office.listen
        self._unheard: Problem | None = None
        self._serving: Serving | None = None
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begins to listen and to ask, in a thread of its own."""
        self._thread = threading.Thread(target=self._run, name="siblings", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends both."""
        self._ended.set()
        if self._thread is not None:
            self._thread.join(_END_S)
        if self._serving is not None:
            self._serving.stop()
            self._serving = None
        for one in self.neighbours:
            one.close()

    def ask_all(self, *, answering: bool = False) -> None:
        """One question to each; who does not answer is silent from then on.

        Args:
            answering: Only to those who answered last time: somebody waits at the counter, and a laptop that is
                switched off costs seconds.
        """
        for one in self.neighbours:
            if answering and one.problem is not None:
                continue
            try:
                one.ask()
            except Problem as problem:
                # ``one.problem`` holds it for the page; the others are asked all the same.
                log.info("%s: %s", one.sibling.station, problem.code)

    def problems(self) -> list[Problem]:
        """Why the queue is not whole on this page now."""
        found = [one.problem for one in self.neighbours if one.problem is not None]
        return [*([self._unheard] if self._unheard is not None else []), *found]

    def check_free(self, nik: str) -> None:
        """Whether nobody next door has begun or recorded the resident; a silent station keeps nobody waiting.

        Raises:
            Problem: ``station.begun_next_door``, ``station.recorded_next_door``.
        """
        self.ask_all(answering=True)
        for one in self.neighbours:
            state = one.state_of(nik) if one.problem is None else ""
            if state:
                code = "station.begun_next_door" if state == BEGUN else "station.recorded_next_door"
                raise Problem(code, station=one.sibling.station)

    def listen(self) -> None:
        """Listens in the office network; an address that is not there yet is tried again with the next round."""
        from starlette.applications import Starlette

        from rekam.edge.wire.exchange_server import exchange_route
        from rekam.edge.wire.serving import Serving

        if self._serving is not None:
            return
        host, port = host_and_port(self._listen_at)
        route = exchange_route(self.door.answer, SIBLING_PATH, most=SIBLING_QUESTION_BYTES_MOST)
        try:
            self._serving = Serving(Starlette(routes=[route]), port, host=host, grace_s=_GRACE_S)
        except (Problem, RuntimeError) as error:
            log.warning("%s: %s", self._listen_at, error)
            self._unheard = Problem("station.sibling_listener", address=self._listen_at)
        else:
            self._unheard = None

    def _run(self) -> None:
        while True:
            self.listen()
            self.ask_all()
            if self._ended.wait(ASK_EVERY_S):
                return
