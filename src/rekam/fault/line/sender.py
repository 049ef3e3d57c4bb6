"""The station's end of a line: its outbox is delivered round after round, as its delivery thread does."""

import threading
import time
from random import Random

import httpx

from rekam.edge.wire.delivery import Ways, deliver_round
from rekam.edge.wire.exchange import Exchange
from rekam.edge.wire.line_client import line_client
from rekam.edge.wire.pace import Pace
from rekam.edge.wire.tus.client import UPLOADS_PATH, Uploader
from rekam.edge.wire.tus.sending import SendingTurn
from rekam.fault.line.road import Road
from rekam.problem import Problem
from rekam.station.station import Station

_BETWEEN_S = 1.0


class Sender:
    """Delivers what a station holds, in a thread, until nothing is held or it is told to end.

    Args:
        station: An open station.
        road: Its line.
        chance: For waiting times.
    """

    def __init__(self, station: Station, road: Road, chance: Random) -> None:
        self._station = station
        self._road = road
        self._chance = chance
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._uploaders: tuple[Uploader, ...] = ()
        self.unnamed: str = ""
        self.stops: list[str] = []

    @property
    def sent_bytes(self) -> int:
        """Bytes of bodies that it put on the line."""
        return sum(uploader.sent_bytes for uploader in self._uploaders)

    def begin(self) -> None:
        """The rounds start."""
        self._thread.start()

    def finish(self, within_s: float) -> bool:
        """Whether everything was delivered within so many seconds; ends the thread in any case."""
        self._thread.join(within_s)
        done = not self._thread.is_alive()
        self._ended.set()
        self._thread.join()
        return done

    def _run(self) -> None:
        try:
            with self._road.inside(), line_client() as http, line_client() as second:
                self._deliver("http://{}:{}".format(*self._road.address), http, second)
        except Exception as error:  # noqa: BLE001 - whatever it is, it has no name of the problem table
            self.unnamed = repr(error)

    def _deliver(self, url: str, http: httpx.Client, second: httpx.Client) -> None:
        station = self._station
        # Pauses between rounds are as much shorter than in service as the outages of the profiles are.
        pace = Pace(first_pause_s=1, most_line_pause_s=2)
        turn = SendingTurn()
        self._uploaders = tuple(
            Uploader(
                url + UPLOADS_PATH,
                client,
                clock=time.monotonic,
                sleep=self._sleep,
                jitter=self._chance.random,
                pace=pace,
                turn=turn,
            )
            for client in (http, second)
        )
        exchange = Exchange(url, http, signer=station.signer, centre=station.centre)
        first, other = self._uploaders
        ways = Ways(exchange, first, station.centre, station.now, station.random, pace, other)
        while station.port.held() and not self._ended.is_set():
            report = deliver_round(station.port, ways)
            if report.stopped is not None:
                self.stops.append(report.stopped.code)
            self._ended.wait(_BETWEEN_S if report.stopped or report.waiting else 0.0)

    def _sleep(self, seconds: float) -> None:
        if self._ended.wait(seconds):
            raise Problem("delivery.line_broken")
