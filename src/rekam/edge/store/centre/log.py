"""The centre's append-only Merkle log of received packets, and the receipts that prove it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from psycopg import Connection

from rekam.edge.store.centre.database import Database, one_row, run
from rekam.edge.store.centre.statements import statements
from rekam.packet import Peaks
from rekam.packet.merkle import EMPTY_ROOT

_SQL = statements("packet")
_HASH = 32


@dataclass(frozen=True, slots=True)
class LogHead:
    """Size and root of the log."""

    size: int
    root: bytes


@dataclass(frozen=True, slots=True)
class Leaf:
    """Where a leaf came to stand.

    Attributes:
        index: From 0.
        size: Leaves of the log that ends with it.
        root: Root of that log.
        proof: Inclusion proof.
    """

    index: int
    size: int
    root: bytes
    proof: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class _Edge:
    size: int
    peaks: bytes


@dataclass(frozen=True, slots=True)
class _LeafRow:
    leaf_index: int
    leaf: bytes
    root: bytes


class Log:
    """Reads the log.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def head(self) -> LogHead:
        """Size and root now."""
        return self._database.row(LogHead, _SQL["log_head"]) or LogHead(0, EMPTY_ROOT)

    def leaves(self, size: int) -> list[bytes]:
        """The first ``size`` leaf hashes, for proofs to witnesses."""
        return [row.leaf for row in self._database.rows(_LeafRow, _SQL["leaves"], size=size)]

    def first_wrong(self) -> int | None:
        """Index of the first leaf that the log does not add up to; ``None`` = sound."""
        peaks = Peaks()
        rows = self._database.rows(_LeafRow, _SQL["leaves"], size=1 << 62)
        for place, row in enumerate(rows):
            peaks = peaks.grow(row.leaf)
            if row.leaf_index != place or peaks.root != row.root:
                return place
        return None

    def receipt(self, packet_id: bytes) -> bytes | None:
        """The signed receipt of a packet."""
        found = self._database.value(_SQL["receipt"], packet_id=packet_id)
        return None if found is None else bytes(found)

    def receipts(self, station_id: str, packet_ids: list[bytes], *, limit: int) -> list[bytes]:
        """The receipts of some packets of a station, as far as there are any."""
        with self._database.reading() as connection:
            values = {"station_id": station_id, "packet_ids": packet_ids, "limit": limit}
            return [row[0] for row in connection.execute(_SQL["receipts"], values)]


def append_leaves(connection: Connection, packets: Sequence[tuple[bytes, bytes]], *, at: int) -> list[Leaf]:
    """Put leaves at the end of the log; other writers wait until this transaction ends.

    Args:
        connection: The transaction.
        packets: Packet id and leaf hash of each, in the order of the log.
        at: Unix seconds.
    """
    edge = one_row(connection, _Edge, _SQL["lock_log"])
    assert edge is not None
    hashes = tuple(edge.peaks[start : start + _HASH] for start in range(0, len(edge.peaks), _HASH))
    peaks = Peaks(edge.size, hashes)
    leaves = []
    for _, leaf in packets:
        proof, place = peaks.proof_of_next(), peaks.size
        peaks = peaks.grow(leaf)
        leaves.append(Leaf(place, peaks.size, peaks.root, proof))
    run(
        connection,
        _SQL["put_leaves"],
        leaf_index=[one.index for one in leaves],
        leaf=[leaf for _, leaf in packets],
        packet_id=[packet_id for packet_id, _ in packets],
        root=[one.root for one in leaves],
        at=at,
    )
    run(connection, _SQL["set_edge"], size=peaks.size, peaks=b"".join(peaks.hashes))
    return leaves


def receipts_of(connection: Connection, packet_ids: Sequence[bytes]) -> dict[bytes, bytes]:
    """The signed receipts of some packets, as far as there are any, inside a transaction."""
    found = connection.execute(_SQL["receipts_of"], {"packet_ids": list(packet_ids)})
    return {row[0]: row[1] for row in found}


def put_receipts(connection: Connection, receipts: Mapping[bytes, bytes], *, at: int) -> None:
    """Keep signed receipts by their packets."""
    run(connection, _SQL["put_receipts"], packet_id=list(receipts), signed=list(receipts.values()), at=at)
