"""One station at work: its store, keys, devices and threads. Pages and the scripted operator both use it."""

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from threading import Lock
from typing import TYPE_CHECKING

from rekam.edge.key import DraftKeys, HybridRecipient, KeyFolder, import_public
from rekam.edge.store.station import Heartbeat, PolicyBook, PowerGap, StationStore, TimeBook
from rekam.edge.web.wording import ZONES
from rekam.packet import Receipt, Recipient, StationPolicy, read_policy, read_receipt
from rekam.person.biodata import Biodata
from rekam.problem import Problem
from rekam.station.bench import Bench
from rekam.station.config import StationConfig
from rekam.station.delivery.port import DeliveryPort
from rekam.station.judge import EngineJudge, FingerQuality, Judge, PlainJudge
from rekam.station.kept_prints import KeptPrints
from rekam.station.later import Later
from rekam.station.loading import parts
from rekam.station.own_keys import OwnKeys
from rekam.station.provisioning import CENTRE, RECIPIENT, SIGNER, Provisioning
from rekam.station.pulse import Pulse
from rekam.station.recovery_secret import share_recovery_secret
from rekam.station.trusted_time import TrustedTime, since_boot

if TYPE_CHECKING:
    from rekam.station.delivery.loop import Delivery
    from rekam.station.sibling.siblings import Siblings
    from rekam.station.update.watch import UpdateWatch

_SHORTEST_GAP_S = 60
"""A gap in the pulse shorter than this is a quick restart, no power cut worth a line."""


class Station:
    """An open station.

    Args:
        config: How it runs.
        bench: Its devices.
        clock: Unix seconds now.
        random: Unpredictable bytes.
        finger_quality: Only scores prints and believes the devices for the rest, see `PlainJudge`.
        monotonic: Seconds that only go forward.
        judge: Measures captures; the engine when neither it nor ``finger_quality`` is given.

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
        monotonic: Callable[[], float] = since_boot,
        judge: Judge | None = None,
    ) -> None:
        self.config = config
        self.bench = bench
        self.clock = clock
        self.random = random
        self.judge = judge or (EngineJudge() if finger_quality is None else PlainJudge(finger_quality))
        self.prints = KeptPrints(self.judge)
        self.sealing = Lock()
        self.store = StationStore(config.folder, DraftKeys(config.folder / "drafts"))
        try:
            self.papers = self._papers()
            keys = KeyFolder(config.folder / "keys")
            self.signer = keys.signer(SIGNER)
            self.centre = keys.verifier(CENTRE)
            self._first_recipients: tuple[Recipient, ...] = tuple(
                keys.recipient(f"{RECIPIENT}.{place}") for place in range(len(self.papers.recipients))
            )
            self.time = TrustedTime(TimeBook(self.store.database), clock, monotonic)
            self.own_keys = OwnKeys(self.store.database)
            self._share_recovery_secret()
            self.port = DeliveryPort(
                self.papers.station,
                self.store.database,
                self.store.files,
                self.store.roster,
                clock,
                centre=self.centre,
                time=self.time,
            )
            self.interrupted = self._mend()
            self.heartbeat = Heartbeat(self.store.database, random(8).hex())
            self.power_gap = self._first_beat()
            self.siblings = self._siblings()
        except BaseException:
            self.store.close()
            raise
        self.pulse = Pulse(self.heartbeat, self.time, clock, config.beat_every_s)
        self.delivery: Delivery | None = None
        self._making_delivery = Lock()
        ahead = parts() if config.loads_ahead else ()
        self.later = Later((self._begin_delivery, *ahead))
        self.greet: Callable[[Biodata], None] | None = None

    def start(self) -> None:
        """Begins the threads: pulse, and behind the first page delivery."""
        self.pulse.start()
        if self.siblings is not None:
            self.siblings.start()
        self.later.start()

    def deliverer(self) -> "Delivery":
        """The delivery, made on first use: its HTTP library is not needed to open a page."""
        with self._making_delivery:
            if self.delivery is None:
                self.delivery = self._delivery()
            return self.delivery

    def _delivery(self) -> "Delivery":
        from rekam.station.delivery.loop import Delivery

        return Delivery(
            self.port,
            centre_url=self.config.centre_url or self.papers.centre_url,
            signer=self.signer,
            centre=self.centre,
            clock=self.clock,
            monotonic=time.monotonic,
            random=self.random,
            every_s=self.config.deliver_every_s,
            afterwards=self._afterwards(),
        )

    def _begin_delivery(self) -> None:
        self.deliverer().start()

    def _afterwards(self) -> Callable[[], object]:
        """What else goes over a line that holds: what is carried for others, newer programs and rules."""
        from rekam.station.courier.carriage import forward_waiting

        look = self.update_watch().perhaps
        return lambda: (forward_waiting(self), look())

    def update_watch(self) -> "UpdateWatch":
        """Looks for newer programs and rules; TUF's library is not needed to open a page."""
        from rekam.station.update.watch import UpdateWatch

        return UpdateWatch(
            self.config.folder,
            self.config.centre_url or self.papers.centre_url,
            self.store.settings,
            self.store.journal,
            self.now,
            # Never the laptop's clock alone: ten years ahead it would stop all updates.
            lambda: self.time.earliest() or self.now(),
        )

    def close(self) -> None:
        """Ends properly."""
        if self.siblings is not None:
            self.siblings.stop()
        self.later.stop()
        if self.delivery is not None:
            self.delivery.stop()
        self.pulse.stop()
        self.store.journal.write(self.now(), "station", "station_closed")
        self.store.close()

    @property
    def policy(self) -> StationPolicy | None:
        """What the office ordered last; ``None`` before its first word."""
        signed = PolicyBook(self.store.database).signed()
        return read_policy(signed, self.centre, station=self.papers.station) if signed else None

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """To whom recordings are sealed: the keys of the policy, or those of the papers."""
        policy = self.policy
        if policy is None or not policy.recipients:
            return self._first_recipients
        keys = (import_public(data) for data in policy.recipients)
        return tuple(key for key in keys if isinstance(key, HybridRecipient))

    @property
    def idle_lock_s(self) -> int:
        """Seconds without a click after which the page locks: the shorter of policy and configuration."""
        policy = self.policy
        ordered = policy.lock_s if policy else 0
        return min(ordered, self.config.idle_lock_s) if ordered else self.config.idle_lock_s

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

    def certain_day(self) -> date:
        """The day before which it certainly is not, in the station's zone: for rules about dates."""
        earliest = self.time.earliest()
        return self.day_of(earliest) if earliest else self.today()

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

    def _siblings(self) -> "Siblings | None":
        if self.papers.office is None:
            return None
        from rekam.station.sibling.siblings import Siblings

        return Siblings(self, self.papers.office)

    def _share_recovery_secret(self) -> None:
        """A station that was set up by an older program has none yet."""
        with self.store.database.write():
            share_recovery_secret(
                self.store, self.papers.recipients, station=self.papers.station, at=self.now()
            )

    def _mend(self) -> list[str]:
        interrupted = self.store.mend()
        self.port.sweep(self.read_receipt)
        mended = self.store.database.sums.mended
        if mended:
            self.store.journal.write(self.now(), "station", "store_repaired", str(mended))
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
