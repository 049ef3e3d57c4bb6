"""What the delivery round needs of a station's store; the store need not know this room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from rekam.packet import Connection, PacketStatus, Receipt
from rekam.problem import Detail


@dataclass(frozen=True, slots=True)
class HeldPacket:
    """A packet whose body is still on the station's disk.

    Attributes:
        packet_id: SHA-256 of the body.
        sequence: Its number at the station.
        attempts: How often it was tried without success since the last success.
        next_try: Unix seconds before which it is not tried again; 0 = at once.
    """

    packet_id: bytes
    sequence: int
    attempts: int = 0
    next_try: int = 0


class OutboxPort(Protocol):
    """A station's sealed packets on their way. Every ``note_`` and ``accept_`` is durable when it returns.

    All of them may be called again with the same values after a crash.
    """

    @property
    def station(self) -> str:
        """Id of the station."""

    def manifests_unacknowledged(self, limit: int) -> Sequence[bytes]:
        """Signed manifests that the centre has not confirmed, by sequence, oldest first."""

    def note_manifests_known(self, manifests: Sequence[bytes]) -> None:
        """The centre has read these signed manifests (it may still refuse one by name)."""

    def held(self) -> Sequence[HeldPacket]:
        """Packets whose bodies are still here, by sequence, oldest first."""

    def sequence_of(self, packet_id: bytes) -> int | None:
        """Number of a packet that this station sealed, whether or not its body is still here."""

    def body_path(self, packet_id: bytes) -> Path:
        """File of a body.

        Raises:
            Problem: ``delivery.body_missing``.
        """

    def receipts_known(self) -> int:
        """How many receipts are stored."""

    def roster_version(self) -> str:
        """Version of the roster; empty = none."""

    def journal_waiting(self, limit: int) -> Sequence[bytes]:
        """Observations of power, line, devices and stock that the centre has not got, oldest first."""

    def note_journal_known(self, entries: Sequence[bytes]) -> None:
        """The centre has these observations; they were the oldest."""

    def note_waiting(self, packet_id: bytes, code: str, details: Mapping[str, Detail], next_try: int) -> None:
        """A packet could not go, for a reason of the problem table; not before ``next_try`` again."""

    def note_sent(self, packet_id: bytes) -> None:
        """All bytes are at the centre; sent is not received, the body stays until the receipt."""

    def accept_receipt(self, signed: bytes, receipt: Receipt) -> None:
        """A receipt that was checked against this packet: store it, then the body may be deleted.

        Args:
            signed: The receipt as it came, to be kept for audits.
            receipt: The same, read.
        """

    def note_refused(self, packet_id: bytes, code: str, details: Mapping[str, Detail]) -> None:
        """The centre does not take a packet. It stays here, with the reason on the page."""

    def note_statuses(self, statuses: Sequence[PacketStatus], until: bytes) -> None:
        """Where packets are at the centre and whose turn it is.

        Args:
            statuses: Of packets of this station; others are passed over.
            until: The centre's bookmark behind them, kept in the same transaction; empty = none.
        """

    def note_missing(self, sequences: Sequence[int]) -> None:
        """Numbers that the centre has never seen: their manifests are unacknowledged again."""

    def note_connection(self, connection: Connection) -> None:
        """Whether the office is open or suspended, and why."""

    def apply_roster(self, roster: bytes) -> None:
        """Changes to the roster since :meth:`roster_version`."""

    def policy_version(self) -> int:
        """Version of the policy that the station follows; 0 = none."""

    def apply_policy(self, policy: bytes) -> None:
        """A new signed policy."""

    def statuses_after(self) -> bytes:
        """The centre's bookmark: every status told until there was noted; empty = none."""

    def note_time(self, at: int) -> None:
        """The centre's time, Unix seconds, out of an answer to a request just sent."""

    def note_speed(self, kbit_s: float, at: int) -> None:
        """What the line gave in this round, kilobits a second."""

    def note_line(self, code: str, details: Mapping[str, Detail], at: int) -> None:
        """State of the line at the end of a round: a code of the problem table, empty when it holds."""
