"""Packets, their manifests and the chain of each station."""

from collections.abc import Sequence
from dataclasses import dataclass

from psycopg import Connection

from rekam.edge.store.centre.database import Database, Row, all_rows, one_row, run, run_many
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.packet import START, Manifest

_SQL = statements("packet")

SOUND, FORK, BREAK = "sound", "fork", "break"


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketRow:
    """One packet as its manifest announced it.

    Attributes:
        manifest: The signed manifest.
        announced_at: Unix seconds when the manifest came.
        received_at: Unix seconds when the body was held twice and read; ``None`` = awaited.
        link: ``sound``, or how it does not fit into its station's chain: ``fork``, ``break``.
    """

    packet_id: bytes
    station_id: str
    sequence: int
    manifest: bytes
    manifest_hash: bytes
    body_size: int
    region: str
    kind: str
    operator: str
    captured_at: int
    sealed_at: int
    announced_at: int
    received_at: int | None
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivingRow(PacketRow):
    """A packet whose body came.

    Attributes:
        receipt: The receipt that it has already; ``None`` = it has not been taken over.
        public_keys: Signing keys of its station.
    """

    receipt: bytes | None
    public_keys: list[bytes]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the centre knows of a station beside what the station says it holds.

    Attributes:
        highest: Highest number known.
        receipts: Receipts given.
        held_known: Of the bodies that it holds: those whose manifest is known.
        held_receipted: Of them: those with a receipt, which is on its way then.
        held_nowhere: Packets without a receipt whose bodies it does not hold.
    """

    highest: int
    receipts: int
    held_known: int
    held_receipted: int
    held_nowhere: int


@dataclass(frozen=True, slots=True)
class Load:
    """How many stations catch up, and how many bodies of one of them came in the window."""

    stations: int
    taken: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers of a station that the centre has never seen, both ends included."""

    station_id: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Misfit:
    """A packet whose place in its station's chain is disputed."""

    packet_id: bytes
    station_id: str
    sequence: int
    link: str
    announced_at: int
    received_at: int | None


@dataclass(frozen=True, slots=True)
class _Neighbour:
    packet_id: bytes
    sequence: int
    manifest_hash: bytes
    previous: bytes
    link: str


class Packets:
    """Reads packets.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def packet(self, packet_id: bytes) -> PacketRow | None:
        """One packet."""
        return self._database.row(PacketRow, _SQL["packet"], packet_id=packet_id)

    def arriving(self, packet_id: bytes) -> ArrivingRow | None:
        """One packet with what its intake has to know."""
        return self._database.row(ArrivingRow, _SQL["arriving"], packet_id=packet_id)

    def gaps(self, territory: str) -> list[Gap]:
        """Missing numbers of the stations of a territory."""
        return self._database.rows(Gap, _SQL["gaps"], **bounds(territory))

    def misfits(self, territory: str) -> list[Misfit]:
        """Packets of a territory that do not fit into their station's chain."""
        return self._database.rows(Misfit, _SQL["misfits"], **bounds(territory))

    def missing_sequences(self, station_id: str, *, limit: int = 1000) -> list[int]:
        """Numbers of a station below its highest that no manifest has."""
        with self._database.connection() as connection:
            found = connection.execute(_SQL["missing_sequences"], {"station_id": station_id, "limit": limit})
            return [row[0] for row in found]

    def awaited(self, station_id: str, held: Sequence[bytes], *, limit: int = 1000) -> list[bytes]:
        """Those of the packets held by a station whose bodies have not come, by number."""
        with self._database.connection() as connection:
            values = {"station_id": station_id, "held": list(held), "limit": limit}
            return [row[0] for row in connection.execute(_SQL["awaited"], values)]

    def standing(self, station_id: str, held: Sequence[bytes]) -> Standing:
        """A station as the centre knows it, beside the bodies that it says it holds."""
        found = self._database.row(Standing, _SQL["standing"], station_id=station_id, held=list(held))
        assert found is not None
        return found

    def load(self, station_id: str, since: int) -> Load:
        """The stations with something to send, and what one of them has brought since a time."""
        found = self._database.row(Load, _SQL["load"], station_id=station_id, since=since)
        assert found is not None
        return found

    def missing_bodies(self, kind: type[Row], act: str) -> list[Row]:
        """Packets that lines of the audit with this act name and that have not come since."""
        return self._database.rows(kind, _SQL["missing_bodies"], act=act)

    def all_awaited(self, *, limit: int = 100_000) -> list[bytes]:
        """Announced packets of any station whose bodies have not come."""
        with self._database.connection() as connection:
            return [row[0] for row in connection.execute(_SQL["all_awaited"], {"limit": limit})]


def packet_row(connection: Connection, packet_id: bytes) -> PacketRow | None:
    """One packet inside a transaction."""
    return one_row(connection, PacketRow, _SQL["packet"], packet_id=packet_id)


def put_manifest(connection: Connection, manifest: Manifest, *, at: int) -> str | None:
    """Keep a manifest; how it fits into its station's chain, or ``None`` when it was known already.

    A manifest that claims a used number or another predecessor is kept all the same: a restored laptop does
    that too, and its people must not be lost. Its packet waits in quarantine until somebody has looked.
    """
    run(connection, _SQL["lock_chain"], station_id=manifest.station)
    around = all_rows(
        connection, _Neighbour, _SQL["neighbours"], station_id=manifest.station, sequence=manifest.sequence
    )
    if any(one.packet_id == manifest.packet_id for one in around):
        return None
    link = _link(manifest, around)
    run(
        connection,
        _SQL["put"],
        packet_id=manifest.packet_id,
        station_id=manifest.station,
        sequence=manifest.sequence,
        manifest=manifest.signed,
        manifest_hash=manifest.hash,
        previous=manifest.previous,
        body_size=manifest.body_size,
        region=manifest.region,
        kind=manifest.kind,
        operator=manifest.operator,
        captured_at=manifest.captured_at,
        sealed_at=manifest.sealed_at,
        announced_at=at,
        link=link,
    )
    for one in around:
        # The follower came first and could not be checked then.
        if one.sequence == manifest.sequence + 1 and one.link == SOUND and one.previous != manifest.hash:
            run(connection, _SQL["set_link"], packet_id=one.packet_id, link=BREAK)
    return link


def _link(manifest: Manifest, around: list[_Neighbour]) -> str:
    if any(one.sequence == manifest.sequence for one in around):
        return FORK
    before = {one.manifest_hash for one in around if one.sequence == manifest.sequence - 1}
    if manifest.sequence == 1:
        before = {START}
    return BREAK if before and manifest.previous not in before else SOUND


def links_of(connection: Connection, packet_ids: Sequence[bytes]) -> dict[bytes, str]:
    """How some packets fit into their stations' chains, inside a transaction."""
    found = connection.execute(_SQL["links"], {"packet_ids": list(packet_ids)})
    return {row[0]: row[1] for row in found}


def set_received(connection: Connection, packet_ids: Sequence[bytes], *, at: int) -> None:
    """The bodies are held twice and were read."""
    run_many(connection, _SQL["set_received"], [{"packet_id": one, "at": at} for one in packet_ids])
