"""The thread that delivers: a round every few seconds, slower while the line is gone."""

import logging
import threading
from collections.abc import Callable

import httpx

from rekam.edge.wire.delivery import RoundReport, Ways, deliver_round
from rekam.edge.wire.exchange import Exchange
from rekam.edge.wire.line_client import line_client
from rekam.edge.wire.pace import Pace
from rekam.edge.wire.tus.client import Uploader
from rekam.edge.wire.tus.sending import SendingTurn
from rekam.packet import Signer, Verifiers
from rekam.problem import Problem
from rekam.station.delivery.port import DeliveryPort

UPLOADS_PATH = "/delivery/uploads"
_LONGEST_WAIT_S = 60.0
"""Longest pause between rounds while the line is gone; the operator can always send now."""

log = logging.getLogger("rekam.station")


class Delivery:
    """Rounds of one station.

    Args:
        port: The outbox.
        centre_url: Address of the centre.
        signer: The station's key.
        centre: The centre's public key.
        clock: Unix seconds.
        monotonic: Seconds that only go forward.
        random: Unpredictable bytes.
        every_s: Pause between rounds while the line holds.
        pace: How hard to try.
        afterwards: Called when a round of the thread found the centre: what else goes over the line.
    """

    def __init__(
        self,
        port: DeliveryPort,
        *,
        centre_url: str,
        signer: Signer,
        centre: Verifiers,
        clock: Callable[[], float],
        monotonic: Callable[[], float],
        random: Callable[[int], bytes],
        every_s: float,
        pace: Pace | None = None,
        afterwards: Callable[[], object] | None = None,
    ) -> None:
        self._port = port
        self._url = centre_url.rstrip("/")
        self._signer = signer
        self._centre = centre
        self._clock = clock
        self._monotonic = monotonic
        self._random = random
        self._every_s = every_s
        self._pace = pace or Pace()
        self._afterwards = afterwards
        self._failures = 0
        self._asked = threading.Event()
        self._ended = threading.Event()
        self._round = threading.Lock()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begins the rounds in a thread of their own."""
        self._thread = threading.Thread(target=self._run, name="delivery", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends them; a body on its way goes on at the next start where it is."""
        self._ended.set()
        self._asked.set()
        if self._thread is not None:
            self._thread.join()

    def ask(self) -> None:
        """The next round begins at once."""
        self._asked.set()

    def round(self) -> RoundReport:
        """One round now, in the caller's thread; another one in progress is waited for."""
        silence_s = self._pace.silence_s
        with (
            self._round,
            line_client(silence_s=silence_s) as http,
            line_client(silence_s=silence_s) as second,
        ):
            return deliver_round(self._port, self._ways(http, second))

    def _ways(self, http: httpx.Client, second: httpx.Client) -> Ways:
        turn = SendingTurn()
        first, other = (
            Uploader(
                self._url + UPLOADS_PATH,
                client,
                clock=self._monotonic,
                sleep=self._sleep,
                jitter=lambda: self._random(1)[0] / 255,
                pace=self._pace,
                turn=turn,
            )
            for client in (http, second)
        )
        return Ways(
            Exchange(self._url, http, signer=self._signer, centre=self._centre, note=self._port.note_answer),
            first,
            self._centre,
            lambda: int(self._clock()),
            self._random,
            self._pace,
            other,
        )

    def _sleep(self, seconds: float) -> None:
        if self._ended.wait(seconds):
            raise Problem("delivery.line_broken")

    def _run(self) -> None:
        while not self._ended.is_set():
            self._failures = 0 if self._in_order() else self._failures + 1
            self._asked.wait(self._pause())
            self._asked.clear()

    def _in_order(self) -> bool:
        try:
            found = self.round().stopped is None
            if found and self._afterwards is not None:
                self._afterwards()
        except Problem as problem:
            # The station's own disk or database: the page of every act says the same, the loop tries again.
            log.warning("delivery round: %s", problem)
            return False
        return found

    def _pause(self) -> float:
        slower = min(_LONGEST_WAIT_S, self._every_s * 2.0 ** min(self._failures, 10))
        return float(slower * (0.75 + 0.5 * self._random(1)[0] / 255))
