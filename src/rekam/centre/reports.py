"""What stations report in their journals and the centre acts on: own keys of people, recovery secrets."""

from collections.abc import Iterable

import msgspec
from psycopg import Connection

from rekam.centre.centre import PREPARE, Centre
from rekam.edge.store.centre import audit, ledger, trust
from rekam.edge.store.centre.trust import SigningKey
from rekam.packet import key_id_of
from rekam.registry import EventKind, Status

_PUBLIC_BYTES = 32
_WRAPPED_MOST = 2_048


class _Entry(msgspec.Struct, frozen=True):
    act: str
    detail: dict[str, msgspec.Raw] = {}


class _Key(msgspec.Struct, frozen=True):
    account: str
    key: str
    after: int


class _Secret(msgspec.Struct, frozen=True):
    wrapped: str


def take_reports(centre: Centre, station_id: str, journal: Iterable[bytes]) -> None:
    """Act on what a station reported; the same entries again change nothing.

    An entry that cannot be read stands in the journal as it came and in the audit with its name; it stops
    nothing.
    """
    acts = [entry for entry in journal if b"signing_key" in entry or b"recovery_secret" in entry]
    if not acts:
        return
    with centre.store.database.transaction() as connection:
        new = [_take(centre, connection, station_id, entry) for entry in acts]
    if any(new):
        release_known(centre, station_id)


def release_known(centre: Centre, station_id: str) -> int:
    """Packets that waited for a key which has come now go on, to be looked at again; how many."""
    with centre.store.database.connection() as connection:
        waiting = trust.doubted(connection, station_id)
    released = 0
    for packet_id in waiting:
        with centre.store.database.transaction() as connection:
            if ledger.lock(connection, packet_id).status is not Status.QUARANTINED:
                continue
            ledger.append(connection, packet_id, EventKind.RELEASED, at=centre.now(), actor="centre")
            centre.queue.defer(connection, PREPARE, packet_id)
            released += 1
    return released


def _take(centre: Centre, connection: Connection, station_id: str, raw: bytes) -> bool:
    """Whether a key came that was not known."""
    try:
        entry = msgspec.json.decode(raw, type=_Entry)
        detail = msgspec.json.encode(entry.detail)
        if entry.act == "signing_key":
            return _take_key(centre, connection, station_id, msgspec.json.decode(detail, type=_Key))
        if entry.act == "recovery_secret":
            wrapped = bytes.fromhex(msgspec.json.decode(detail, type=_Secret).wrapped)
            if len(wrapped) > _WRAPPED_MOST:
                raise ValueError("too long")  # noqa: TRY301 - one way out for whatever is wrong with an entry
            trust.put_recovery_secret(connection, station_id, wrapped, at=centre.now())
    except ValueError:
        audit.write(
            connection, f"station:{station_id}", "report_unreadable", "", station_id, at=centre.now(),
            details={"bytes": len(raw)},
        )  # fmt: skip
    return False


def _take_key(centre: Centre, connection: Connection, station_id: str, report: _Key) -> bool:
    public = bytes.fromhex(report.key)
    if len(public) != _PUBLIC_BYTES or not 0 < len(report.account) <= 64 or report.after < 0:
        raise ValueError("no key")
    key = SigningKey(report.account, key_id_of(public), public, report.after, centre.now())
    new = trust.put_signing_key(connection, station_id, key)
    if new:
        audit.write(
            connection, f"station:{station_id}", "own_key_reported", "", report.account, at=key.reported_at,
            details={"key": key.key_id},
        )  # fmt: skip
    return new
