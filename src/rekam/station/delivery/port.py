"""The outbox as the delivery round sees it (`rekam.edge.wire.OutboxPort`)."""

import json
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from rekam.edge.store.packet_files import PacketFiles
from rekam.edge.store.station.courier import CourierBook
from rekam.edge.store.station.database import Database
from rekam.edge.store.station.journal import Journal, JournalLine
from rekam.edge.store.station.line import LineState
from rekam.edge.store.station.policy import PolicyBook
from rekam.edge.store.station.roster import Roster
from rekam.edge.store.station.roster_delta import decode_roster_delta
from rekam.edge.store.station.settings import Settings
from rekam.edge.wire.outbox_port import HeldPacket
from rekam.packet import Connection, ExchangeAnswer, PacketStatus, Receipt, Verifiers
from rekam.packet.manifest import claimed_sequence
from rekam.problem import Detail, Problem
from rekam.station.policy import follow_policy
from rekam.station.trusted_time import TrustedTime

OBSERVED = (
    "station_started", "station_closed", "power_gap", "line_lost", "line_back", "device_fault",
    "device_down", "device_up", "mains_lost", "mains_back", "line_measured", "absence_noted", "day_closed", "store_repaired",
    "signing_key", "recovery_secret", "password_recovered", "policy_followed",
)  # fmt: skip
"""Acts of the journal that the centre hears of: what befell the station and whose
keys it has, not who did what at the counter."""


LINE_SAMPLE_S = 3600
"""Seconds between two measurements of the line in the journal: one of each hour is enough to plan with."""


class DeliveryPort:
    """Everything a round notes is durable when the call returns; saying it twice changes nothing.

    Args:
        station: Id of the station.
        database: Its database.
        files: Its sealed bodies.
        roster: Its roster.
        clock: Unix seconds now.
        centre: The centre's public key or keys, for policies.
        time: What the station knows of the time.
    """

    def __init__(
        self,
        station: str,
        database: Database,
        files: PacketFiles,
        roster: Roster,
        clock: Callable[[], float],
        *,
        centre: Verifiers,
        time: TrustedTime,
    ) -> None:
        self._station = station
        self._database = database
        self._files = files
        self._roster = roster
        self._journal = Journal(database)
        self._settings = Settings(database)
        self._clock = clock
        self._centre = centre
        self._time = time

    @property
    def station(self) -> str:
        """Id of the station."""
        return self._station

    def manifests_unacknowledged(self, limit: int) -> Sequence[bytes]:
        """Signed manifests that the centre has not confirmed, by sequence, oldest first."""
        return [row["manifest"] for row in self._database.all("outbox_unknown", limit)]

    def note_manifests_known(self, manifests: Sequence[bytes]) -> None:
        """The centre has read these signed manifests."""
        with self._database.write():
            for manifest in manifests:
                line = self._database.one("outbox_by_sequence", claimed_sequence(manifest))
                if line is None or line["known"] or line["manifest"] != manifest:
                    continue
                self._database.do("outbox_set_known", line["packet_id"])
                if line["state"] == "sealed":
                    self._move(line["packet_id"], "known")

    def held(self) -> Sequence[HeldPacket]:
        """Packets whose bodies are still here, by sequence, oldest first."""
        rows = self._database.all("outbox_held")
        return [
            HeldPacket(row["packet_id"], row["sequence"], row["attempts"], row["next_try"]) for row in rows
        ]

    def sequence_of(self, packet_id: bytes) -> int | None:
        """Number of a packet that this station sealed, whether or not its body is still here."""
        row = self._database.one("outbox_line", packet_id)
        return row["sequence"] if row else None

    def body_path(self, packet_id: bytes) -> Path:
        """File of a body."""
        return self._files.path(packet_id)

    def receipts_known(self) -> int:
        """How many receipts are stored."""
        row = self._database.one("outbox_receipts")
        return row["receipts"] if row else 0

    def roster_version(self) -> str:
        """Version of the roster; empty = none."""
        version = self._roster.version()
        return version[0] if version else ""

    def journal_waiting(self, limit: int) -> Sequence[bytes]:
        """Observations that the centre has not got, oldest first."""
        known = self._settings.read("journal_known", int) or 0
        return [_entry(line) for line in self._journal.observed_after(known, OBSERVED, limit)]

    def note_journal_known(self, entries: Sequence[bytes]) -> None:
        """The centre has these observations; they were the oldest."""
        numbers = [int(json.loads(entry)["number"]) for entry in entries]
        if numbers:
            known = self._settings.read("journal_known", int) or 0
            self._settings.write("journal_known", max(known, *numbers))

    def note_waiting(self, packet_id: bytes, code: str, details: Mapping[str, Detail], next_try: int) -> None:
        """A packet could not go; not before ``next_try`` again."""
        self._database.do("outbox_wait", code, json.dumps(dict(details)), next_try, packet_id)

    def note_sent(self, packet_id: bytes) -> None:
        """All bytes are at the centre; the body stays until the receipt."""
        with self._database.write():
            self._move(packet_id, "sent")
            self._database.do("outbox_clear_tries", packet_id)

    def accept_receipt(self, signed: bytes, receipt: Receipt) -> None:
        """Stores a checked receipt, then deletes the body; a crash between is mended by `sweep`."""
        if self._database.do("outbox_receipt", self._now(), signed, receipt.packet_id) != 1:
            return
        self.delete_body(receipt)

    def delete_body(self, receipt: Receipt) -> None:
        """Deletes the body that a stored receipt covers."""
        self._files.delete(receipt.packet_id, receipt, station=self._station, sequence=receipt.sequence)
        self._database.do("outbox_body_gone", receipt.packet_id)

    def sweep(self, read: Callable[[bytes], Receipt]) -> int:
        """After a crash: deletes bodies whose receipt was stored.

        Args:
            read: Reads and checks a signed receipt of the centre.
        """
        rows = self._database.all("outbox_receipted_held")
        for row in rows:
            self.delete_body(read(row["receipt"]))
        return len(rows)

    def note_refused(self, packet_id: bytes, code: str, details: Mapping[str, Detail]) -> None:
        """The centre does not take a packet. It stays here, with the reason on the page."""
        self._database.do("outbox_refuse", self._now(), code, json.dumps(dict(details)), packet_id)

    def note_statuses(self, statuses: Sequence[PacketStatus], until: bytes) -> None:
        """Where packets are at the centre and whose turn it is, and the bookmark behind them; empty = none."""
        with self._database.write():
            # Most are known already: the youngest come with every answer. Only what differs is written.
            for status in statuses:
                self._database.do("outbox_status", msgspec.msgpack.encode(status), status.packet_id)
            if until and until != self.statuses_after():
                self._settings.write("statuses_until", until)

    def note_missing(self, sequences: Sequence[int]) -> None:
        """Numbers that the centre has never seen: their manifests are unacknowledged again."""
        with self._database.write():
            for sequence in sequences:
                self._database.do("outbox_set_unknown", sequence)

    def note_connection(self, connection: Connection) -> None:
        """Whether the office is open or suspended, and why."""
        self._settings.write("connection", connection)

    def note_answer(self, signed: bytes, answer: ExchangeAnswer) -> None:
        """The head of the centre's log in a true answer; a second root of one size goes into the journal."""
        book = CourierBook(self._database)
        problem = book.note_answer(answer.log_size, answer.log_root, at=answer.answered_at, signed=signed)
        if problem is not None:
            self._note_once(problem.code, str(answer.log_size))

    def apply_roster(self, roster: bytes) -> None:
        """Changes to the roster since `roster_version`.

        One that cannot be read is noted once and left: recordings go on leaving, the old roster stays in use.
        """
        try:
            delta = decode_roster_delta(roster)
        except Problem as problem:
            self._note_once(problem.code, sha256(roster).hexdigest()[:16])
            return
        self._roster.load(delta.version, delta.residents, removed=delta.removed, at=self._now())

    def policy_version(self) -> int:
        """Version of the policy that the station follows; 0 = none."""
        return PolicyBook(self._database).version()

    def apply_policy(self, policy: bytes) -> None:
        """Follows a signed policy from now on.

        One that cannot be followed (damaged, of another station, older) is noted once and left: recordings go on
        leaving, the old one stays in force.
        """
        try:
            follow_policy(self._database, self._time, self._station, self._centre, policy, at=self._now())
        except Problem as problem:
            self._note_once(problem.code, sha256(policy).hexdigest()[:16])

    def statuses_after(self) -> bytes:
        """The centre's bookmark: every status told until there was noted; empty = none."""
        return self._settings.read("statuses_until", bytes) or b""

    def note_time(self, at: int) -> None:
        """The centre's time, out of a fresh signed answer."""
        self._time.trust(at)

    def note_speed(self, kbit_s: float, at: int) -> None:
        """What the line gave in this round, kilobits a second; the journal gets a sample of them."""
        told = self._settings.read("line_told", int) or 0
        with self._database.write():
            self._settings.write("line", self.line().with_speed(kbit_s, at))
            if abs(at - told) >= LINE_SAMPLE_S:
                self._settings.write("line_told", at)
                self._journal.write(at, "station", "line_measured", "", kbit_s=round(kbit_s, 1))

    def note_line(self, code: str, details: Mapping[str, Detail], at: int) -> None:
        """State of the line at the end of a round; the journal has each change."""
        before = self.line()
        with self._database.write():
            self._settings.write("line", before.with_code(code, details, at))
            if bool(before.code) != bool(code):
                self._journal.write(at, "station", "line_lost" if code else "line_back", "", code=code)

    def line(self) -> LineState:
        """The line as the last round found it."""
        return self._settings.read("line", LineState) or LineState()

    def connection(self) -> Connection:
        """What the centre last said of this office."""
        return self._settings.read("connection", Connection) or Connection()

    def _note_once(self, act: str, what: str) -> None:
        latest = self._journal.of(act, 1)
        if not latest or latest[0].subject != what:
            self._journal.write(self._now(), "station", act, what)

    def _move(self, packet_id: bytes, state: str) -> None:
        self._database.do("outbox_move", state, self._now(), packet_id)

    def _now(self) -> int:
        return int(self._clock())


def _entry(line: JournalLine) -> bytes:
    said = {"number": line.number, "at": line.at, "act": line.act, "detail": dict(line.detail)}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
