"""Sealed recordings of this station: one line each, numbered without gaps, chained."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import msgspec

from rekam.edge.store.station.database import Database, Row
from rekam.packet import PacketStatus, SealedPacket, manifest_hash
from rekam.problem import Detail, Problem
from rekam.registry import receipt_code

_status_decoder = msgspec.msgpack.Decoder(PacketStatus)


@dataclass(frozen=True, slots=True)
class OutboxLine:
    """One sealed recording.

    Attributes:
        state: ``sealed`` (only here), ``known`` (the centre has its manifest), ``sent`` (all bytes there, no
            receipt), ``receipted``, ``refused``.
        since: Unix time of that state.
        waiting: Why it does not move, ``None`` when nothing is in its way.
        attempts: Tries without success since the last success.
        next_try: Unix time before which it is not tried.
        size: Bytes of the body.
        receipt: The centre's signed receipt.
        status: What the centre last said of it.
        body_kept: Whether the body is still on this disk.
    """

    packet_id: bytes
    sequence: int
    manifest: bytes
    size: int
    captured_at: int
    sealed_at: int
    operator: str
    code: str
    state: str
    since: int
    waiting: Problem | None
    attempts: int
    next_try: int
    receipt: bytes | None
    status: PacketStatus | None
    body_kept: bool


@dataclass(frozen=True, slots=True)
class StateCount:
    """Packets of one state: how many, their bytes, unix time of the oldest sealing."""

    packets: int
    size: int
    oldest: int


class Outbox:
    """Lines and the head of the chain."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def head(self) -> tuple[int, bytes]:
        """Number and manifest hash of the newest packet; 0 and 32 zero bytes before the first."""
        row = self._database.one("chain")
        assert row is not None
        return row["sequence"], row["hash"]

    def add(
        self, packet: SealedPacket, *, sequence: int, captured_at: int, sealed_at: int, operator: str
    ) -> str:
        """Adds a line and moves the chain, inside the caller's transaction.

        Returns:
            The resident's receipt code.

        Raises:
            Problem: ``station.chain_moved`` when another packet took the number meanwhile.
        """
        if self._database.do("move_chain", sequence - 1, sequence, manifest_hash(packet.manifest)) != 1:
            raise Problem("station.chain_moved")
        code = receipt_code(packet.packet_id)
        self._database.do(
            "put_outbox",
            packet.packet_id,
            sequence,
            packet.manifest,
            len(packet.body),
            captured_at,
            sealed_at,
            operator,
            code,
            sealed_at,
        )
        return code

    def line(self, packet_id: bytes) -> OutboxLine | None:
        """The line of a packet."""
        row = self._database.one("outbox_line", packet_id)
        return _line(row) if row else None

    def by_code(self, code: str) -> OutboxLine | None:
        """The line of a receipt code."""
        row = self._database.one("outbox_by_code", code)
        return _line(row) if row else None

    def latest(self, limit: int, offset: int = 0) -> list[OutboxLine]:
        """Newest lines first."""
        return [_line(row) for row in self._database.all("outbox_latest", limit, offset)]

    def unfinished(self, limit: int = 500) -> list[OutboxLine]:
        """Lines without a receipt, oldest first."""
        return [_line(row) for row in self._database.all("outbox_unfinished", limit)]

    def counts(self) -> dict[str, StateCount]:
        """What there is of each state."""
        rows = self._database.all("outbox_counts")
        return {row["state"]: StateCount(row["packets"], row["size"], row["oldest"]) for row in rows}

    def try_now(self) -> None:
        """Forgets every waiting time: the operator asked to send now."""
        self._database.do("outbox_try_all_now")


def told_problem(code: str, details: Mapping[str, Detail]) -> Problem:
    """A problem that somebody else named; one that this program does not know keeps its code as the reason."""
    try:
        return Problem(code, **details)
    except KeyError:
        return Problem("delivery.centre_refused", reason=code)


def _line(row: Row) -> OutboxLine:
    details = cast("Mapping[str, Detail]", json.loads(row["details"]))
    return OutboxLine(
        packet_id=row["packet_id"],
        sequence=row["sequence"],
        manifest=row["manifest"],
        size=row["size"],
        captured_at=row["captured_at"],
        sealed_at=row["sealed_at"],
        operator=row["operator"],
        code=row["code"],
        state=row["state"],
        since=row["since"],
        waiting=told_problem(row["waiting"], details) if row["waiting"] else None,
        attempts=row["attempts"],
        next_try=row["next_try"],
        receipt=row["receipt"],
        status=_status_decoder.decode(row["status"]) if row["status"] else None,
        body_kept=bool(row["body_kept"]),
    )
