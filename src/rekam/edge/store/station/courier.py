"""What this station put on couriers' disks, and the heads of the centre's log that it saw."""

from collections.abc import Sequence
from dataclasses import dataclass

from rekam.edge.store.station.database import Database
from rekam.edge.store.station.settings import Settings
from rekam.packet.batch import Batch
from rekam.problem import Problem

HEAD_PROOF_MOST = 262_144
"""Bytes of a signed answer that are kept as evidence of a head; a longer one carries a whole roster."""

_HEARD = "heard_at"


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One list as the page shows it.

    Attributes:
        packets: Packets on it.
        copied: Those whose bodies were written to the disk whole.
        size: Their bytes.
        receipted: Those with a receipt, by whatever way it came.
        answered_at: When its answer was taken back, ``None`` while it is out.
    """

    number: int
    disk: str
    made_at: int
    nonce: bytes
    roster: str
    packets: int
    copied: int
    size: int
    receipted: int
    answered_at: int | None


@dataclass(frozen=True, slots=True)
class Transit:
    """Where a packet travels: name of the disk, unix time it was copied."""

    disk: str
    since: int


class CourierBook:
    """Lists, their items, and witnessed heads.

    Args:
        database: The station's.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._settings = Settings(database)

    def last_number(self) -> int:
        """Number of the newest list; 0 before the first."""
        row = self._database.one("courier_last_number")
        return int(row["number"]) if row else 0

    def put(self, batch: Batch, signed: bytes, *, nonce: bytes, roster: str) -> None:
        """Keeps a list before it is written anywhere, so that its answer is known as ours."""
        with self._database.write():
            self._database.do(
                "put_courier_batch", batch.number, batch.disk, batch.made_at, nonce, roster, signed
            )
            self._database.do_many(
                "put_courier_item", [(batch.number, item.packet_id, item.size) for item in batch.items]
            )

    def copied(self, number: int, packet_id: bytes, at: int) -> None:
        """A body is on the disk, whole."""
        self._database.do("courier_copied", at, number, packet_id)

    def signed(self, number: int) -> bytes | None:
        """A list that waits for its answer, as it was signed."""
        row = self._database.one("courier_batch", number)
        return bytes(row["signed"]) if row and row["answered_at"] is None else None

    def lines(self, limit: int = 50) -> list[BatchLine]:
        """Newest lists first."""
        return [BatchLine(**dict(row)) for row in self._database.all("courier_batches", limit)]

    def open(self) -> list[BatchLine]:
        """Lists without an answer, oldest first."""
        return [line for line in reversed(self.lines(10_000)) if line.answered_at is None]

    def items(self, number: int) -> list[tuple[bytes, bool]]:
        """Packets of a list by sequence, and whether each was copied."""
        rows = self._database.all("courier_items", number)
        return [(row["packet_id"], row["copied_at"] is not None) for row in rows]

    def answered(self, number: int, at: int) -> None:
        """The answer of a list was taken in."""
        self._database.do("courier_answered", at, number)

    def transit(self) -> dict[bytes, Transit]:
        """Packets that are on a disk now and have no receipt."""
        rows = self._database.all("courier_transit")
        return {row["packet_id"]: Transit(row["disk"], row["copied_at"]) for row in rows}

    def to_pack(self, disk: str) -> Sequence[tuple[bytes, int, int, bytes]]:
        """Packet id, sequence, size and manifest of what no open list of this disk names, oldest first."""
        rows = self._database.all("courier_to_pack", disk)
        return [(row["packet_id"], row["sequence"], row["size"], row["manifest"]) for row in rows]

    def heard_at(self) -> int:
        """Unix seconds of the centre's clock in the newest answer that was taken in."""
        return self._settings.read(_HEARD, int) or 0

    def note_answer(self, size: int, root: bytes, *, at: int, signed: bytes) -> Problem | None:
        """Keeps a head of the centre's log, and how new the centre's word is.

        Args:
            size: Leaves of the log.
            root: Its root.
            at: When the centre said so, unix seconds.
            signed: The answer, evidence against a centre that shows two histories.

        Returns:
            ``courier.two_histories`` when another root of this size was seen before.
        """
        with self._database.write():
            proof = signed if len(signed) <= HEAD_PROOF_MOST else None
            added = self._database.do("put_log_head", size, root, at, proof) == 1
            if at > self.heard_at():
                self._settings.write(_HEARD, at)
            if not added:
                return None
            row = self._database.one("log_heads_of_size", size)
        return Problem("courier.two_histories", size=size) if row and row["heads"] > 1 else None

    def heads(self) -> list[tuple[int, bytes]]:
        """Size and root of every head that was seen."""
        return [(row["size"], row["root"]) for row in self._database.all("log_heads")]
