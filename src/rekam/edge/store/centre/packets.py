"""Packets, their manifests and the chain of each station."""

from collections.abc import Sequence
from dataclasses import dataclass

from psycopg import Connection

from rekam.edge.store.centre.database import Database, all_rows, one_row, run
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
        gone: Whether the centre has no good copy of a body that it should have.
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
    gone: bool


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
    station_id: str
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

    def arriving(self, packet_ids: Sequence[bytes]) -> dict[bytes, ArrivingRow]:
        """Packets with what their intake has to know, as far as they are known."""
        rows = self._database.rows(ArrivingRow, _SQL["arriving"], packet_ids=list(packet_ids))
        return {row.packet_id: row for row in rows}

    def gaps(self, territory: str, *, trusting: bool = False) -> list[Gap]:
        """Missing numbers of the stations of a territory.

        Args:
            territory: Where.
            trusting: Begin at each station's mark of whole numbers, as pages do; a check begins at its first number.
        """
        return self._database.rows(Gap, _SQL["gaps"], trusting=trusting, **bounds(territory))

    def misfits(self, territory: str) -> list[Misfit]:
        """Packets of a territory that do not fit into their station's chain."""
        return self._database.rows(Misfit, _SQL["misfits"], **bounds(territory))

    def miscounted(self) -> list[str]:
        """Stations whose count of packets, or mark of whole numbers, is not what a recount gives."""
        with self._database.reading() as connection:
            return [row[0] for row in connection.execute(_SQL["miscounted"])]

    def missing_sequences(self, station_id: str, *, limit: int = 1000) -> list[int]:
        """Numbers of a station below its highest that no manifest has."""
        with self._database.reading() as connection:
            found = connection.execute(_SQL["missing_sequences"], {"station_id": station_id, "limit": limit})
            return [row[0] for row in found]

    def awaited(self, station_id: str, held: Sequence[bytes], *, limit: int = 1000) -> list[bytes]:
        """Those of the packets held by a station whose bodies have not come or are gone, by number."""
        with self._database.reading() as connection:
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

    def all_awaited(self, *, limit: int = 100_000) -> list[bytes]:
        """Announced packets of any station whose bodies have not come."""
        with self._database.reading() as connection:
            return [row[0] for row in connection.execute(_SQL["all_awaited"], {"limit": limit})]


def packet_row(connection: Connection, packet_id: bytes) -> PacketRow | None:
    """One packet inside a transaction."""
    return one_row(connection, PacketRow, _SQL["packet"], packet_id=packet_id)


def put_manifests(
    connection: Connection, manifests: Sequence[Manifest], *, at: int
) -> list[tuple[Manifest, str]]:
    """Keep manifests of one station; the new ones, each with how it fits into the chain.

    A manifest that claims a used number or another predecessor is kept all the same: a restored laptop does
    that too, and its people must not be lost. Its packet waits in quarantine until somebody has looked.

    Args:
        connection: The transaction.
        manifests: In the order of their numbers.
        at: Unix seconds.
    """
    if not manifests:
        return []
    station = manifests[0].station
    run(connection, _SQL["lock_chain"], station_id=station)
    known = all_rows(
        connection, _Neighbour, _SQL["neighbours"], station_id=station,
        sequences=sorted({one.sequence + step for one in manifests for step in (-1, 0, 1)}),
        packet_ids=[one.packet_id for one in manifests],
    )  # fmt: skip
    seen = {one.packet_id for one in known}
    chain = _Chain([one for one in known if one.station_id == station])
    new: list[tuple[Manifest, str]] = []
    for manifest in manifests:
        if manifest.packet_id not in seen:
            seen.add(manifest.packet_id)
            new.append((manifest, chain.put(manifest)))
    if new:
        _put(connection, station, [(one, chain.link(one.packet_id)) for one, _ in new], at)
        run(connection, _SQL["note_announced"], station_id=station, new=len(new))
    if broken := [one for one in chain.broken if one not in {manifest.packet_id for manifest, _ in new}]:
        run(connection, _SQL["set_links"], packet_ids=broken, link=BREAK)
    return new


class _Chain:
    """The stretch of a station's chain around some manifests."""

    def __init__(self, known: Sequence[_Neighbour]) -> None:
        self._by_number: dict[int, list[_Neighbour]] = {}
        self._links: dict[bytes, str] = {}
        self.broken: list[bytes] = []
        for one in known:
            self._add(one)

    def put(self, manifest: Manifest) -> str:
        """One more manifest; how it fits."""
        before = {one.manifest_hash for one in self._by_number.get(manifest.sequence - 1, ())}
        if manifest.sequence == 1:
            before = {START}
        link = BREAK if before and manifest.previous not in before else SOUND
        if manifest.sequence in self._by_number:
            link = FORK
        for one in self._by_number.get(manifest.sequence + 1, ()):
            # The follower came first and could not be checked then.
            if self._links[one.packet_id] == SOUND and one.previous != manifest.hash:
                self._links[one.packet_id] = BREAK
                self.broken.append(one.packet_id)
        self._add(
            _Neighbour(
                manifest.packet_id,
                manifest.station,
                manifest.sequence,
                manifest.hash,
                manifest.previous,
                link,
            )
        )
        return link

    def link(self, packet_id: bytes) -> str:
        """How a manifest fits now."""
        return self._links[packet_id]

    def _add(self, one: _Neighbour) -> None:
        self._by_number.setdefault(one.sequence, []).append(one)
        self._links[one.packet_id] = one.link


def _put(connection: Connection, station: str, new: Sequence[tuple[Manifest, str]], at: int) -> None:
    manifests = [one for one, _ in new]
    run(
        connection,
        _SQL["put"],
        station_id=station,
        announced_at=at,
        packet_id=[one.packet_id for one in manifests],
        sequence=[one.sequence for one in manifests],
        manifest=[one.signed for one in manifests],
        manifest_hash=[one.hash for one in manifests],
        previous=[one.previous for one in manifests],
        body_size=[one.body_size for one in manifests],
        region=[one.region for one in manifests],
        kind=[one.kind for one in manifests],
        operator=[one.operator for one in manifests],
        captured_at=[one.captured_at for one in manifests],
        sealed_at=[one.sealed_at for one in manifests],
        link=[link for _, link in new],
    )


def links_of(connection: Connection, packet_ids: Sequence[bytes]) -> dict[bytes, str]:
    """How some packets fit into their stations' chains, inside a transaction."""
    found = connection.execute(_SQL["links"], {"packet_ids": list(packet_ids)})
    return {row[0]: row[1] for row in found}


def set_received(connection: Connection, packet_ids: Sequence[bytes], *, at: int) -> None:
    """The bodies are held twice and were read."""
    run(connection, _SQL["set_received"], packet_ids=list(packet_ids), at=at)
