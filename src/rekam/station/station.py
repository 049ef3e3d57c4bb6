"""One station at work: its store, keys, devices and threads. Pages and the scripted operator both use it."""

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from threading import Lock
from typing import TYPE_CHECKING

from rekam.biometric import FingerImage
from rekam.edge.key import DraftKeys, KeyFolder
from rekam.edge.store.station import Heartbeat, PowerGap, StationStore
from rekam.edge.web.wording import ZONES
from rekam.packet import Receipt, Recipient, read_receipt
from rekam.person.biodata import Biodata
from rekam.problem import Problem
from rekam.station.bench import Bench
from rekam.station.config import StationConfig
from rekam.station.delivery.port import DeliveryPort
from rekam.station.provisioning import CENTRE, RECIPIENT, SIGNER, Provisioning
from rekam.station.pulse import Pulse

if TYPE_CHECKING:
    from rekam.station.delivery.loop import Delivery
    from rekam.station.update.watch import UpdateWatch

_SHORTEST_GAP_S = 60
"""A gap in the pulse shorter than this is a quick restart, no power cut worth a line."""

FingerQuality = Callable[[FingerImage], int]


class Station:
    """An open station.

    Args:
        config: How it runs.
        bench: Its devices.
        clock: Unix seconds now.
        random: Unpredictable bytes.
        finger_quality: NFIQ 2 of a print, 0-100.

    Raises:
        Problem: ``station.not_provisioned`` and what opening the store and the keys can say.
    """

    def __init__(
        self,
        config: StationConfig,
        bench: Bench,
        *,
        clock: Callable[[], float] = time.time,
        random: Callable[[int], bytes] = os.urandom,
        finger_quality: FingerQuality | None = None,
    ) -> None:
        self.config = config
        self.bench = bench
        self.clock = clock
        self.random = random
        self.finger_quality = finger_quality or _nfiq2
        self.sealing = Lock()
        self.store = StationStore(config.folder, DraftKeys(config.folder / "drafts"))
        try:
            self.papers = self._papers()
            keys = KeyFolder(config.folder / "keys")
            self.signer = keys.signer(SIGNER)
            self.centre = keys.verifier(CENTRE)
            self.recipients: tuple[Recipient, ...] = tuple(
                keys.recipient(f"{RECIPIENT}.{place}") for place in range(len(self.papers.recipients))
            )
            self.port = DeliveryPort(
                self.papers.station, self.store.database, self.store.files, self.store.roster, clock
            )
            self.interrupted = self._mend()
            self.heartbeat = Heartbeat(self.store.database, random(8).hex())
            self.power_gap = self._first_beat()
        except BaseException:
            self.store.close()
            raise
        self.pulse = Pulse(self.heartbeat, clock, config.beat_every_s)
        self.delivery: Delivery | None = None
        self.greet: Callable[[Biodata], None] | None = None

    def start(self) -> None:
        """Begins the threads: pulse and delivery."""
        self.pulse.start()
        self.deliverer().start()

    def deliverer(self) -> "Delivery":
        """The delivery, made on first use: its HTTP library is not needed to open a page."""
        if self.delivery is None:
            from rekam.station.delivery.loop import Delivery

            self.delivery = Delivery(
                self.port,
                centre_url=self.config.centre_url or self.papers.centre_url,
                signer=self.signer,
                centre=self.centre,
                clock=self.clock,
                monotonic=time.monotonic,
                random=self.random,
                every_s=self.config.deliver_every_s,
                afterwards=self.update_watch().perhaps,
            )
        return self.delivery

    def update_watch(self) -> "UpdateWatch":
        """Looks for newer programs and rules; TUF's library is not needed to open a page."""
        from rekam.station.update.watch import UpdateWatch

        return UpdateWatch(
            self.config.folder,
            self.config.centre_url or self.papers.centre_url,
            self.store.settings,
            self.store.journal,
            self.now,
            self.now,
        )

    def close(self) -> None:
        """Ends properly."""
        if self.delivery is not None:
            self.delivery.stop()
        self.pulse.stop()
        self.store.journal.write(self.now(), "station", "station_closed")
        self.store.close()

    def welcome(self, biodata: Biodata) -> None:
        """A resident sits down; with simulated devices ``greet`` seats the right one before them."""
        if self.greet is not None:
            self.greet(biodata)

    def now(self) -> int:
        """Unix seconds."""
        return int(self.clock())

    def today(self) -> date:
        """The day in the station's zone."""
        return self.day_of(self.now())

    def day_of(self, at: float) -> date:
        """The day of a moment in the station's zone."""
        return datetime.fromtimestamp(at, UTC).astimezone(ZONES[self.papers.zone]).date()

    def read_receipt(self, signed: bytes) -> Receipt:
        """A receipt of the centre, its signature checked."""
        return read_receipt(signed, self.centre)

    def _papers(self) -> Provisioning:
        papers = self.store.settings.read("provisioning", Provisioning)
        if papers is None:
            raise Problem("station.not_provisioned")
        return papers

    def _mend(self) -> list[str]:
        interrupted = self.store.mend()
        self.port.sweep(self.read_receipt)
        unknown = self.store.unknown_bodies()
        if unknown:
            names = [packet_id.hex() for packet_id in unknown[:20]]
            self.store.journal.write(
                self.now(), "station", "unknown_bodies", str(len(unknown)), packets=names
            )
        return interrupted

    def _first_beat(self) -> PowerGap | None:
        now = self.now()
        gap = self.heartbeat.begin(now)
        with self.store.database.write():
            self.store.journal.write(now, "station", "station_started", self.papers.station)
            if gap is None or gap.until - gap.since < _SHORTEST_GAP_S:
                return None
            self.store.journal.write(now, "station", "power_gap", since=gap.since, until=gap.until)
        return gap


def _nfiq2(image: FingerImage) -> int:
    """The engine is imported at the first finger: the station's first page does not wait for it."""
    from rekam.abis import finger_quality

    return finger_quality(image)
