"""Own keys, policies and recovery secrets of stations, as the centre keeps them."""

from dataclasses import dataclass

from psycopg import Connection

from rekam.account import Account
from rekam.edge.store.centre.accounts import AccountRow
from rekam.edge.store.centre.database import all_rows, one_row, one_value, run
from rekam.edge.store.centre.statements import statements
from rekam.packet import Instruction

_SQL = statements("trust")


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A person's own key at one station.

    Attributes:
        public: Raw Ed25519 public key, 32 bytes.
        after_sequence: Head of the station's chain when it was made.
        reported_at: Unix seconds.
    """

    account: str
    key_id: str
    public: bytes
    after_sequence: int
    reported_at: int


@dataclass(frozen=True, slots=True)
class KeptPolicy:
    """The policy that a station is to follow, with its orders to compare a new one with."""

    version: int
    orders: bytes
    signed: bytes
    issued_at: int


def put_signing_key(connection: Connection, station_id: str, key: SigningKey) -> bool:
    """Keep a key; whether it was new."""
    return run(
        connection, _SQL["put_signing_key"], station_id=station_id, account=key.account, key_id=key.key_id,
        public=key.public, after_sequence=key.after_sequence, at=key.reported_at,
    ) == 1  # fmt: skip


def signing_keys(connection: Connection, station_id: str, account: str) -> list[SigningKey]:
    """The own keys of a person at a station, oldest first."""
    return all_rows(connection, SigningKey, _SQL["signing_keys"], station_id=station_id, account=account)


def revoked_at(connection: Connection, account: str) -> int | None:
    """When an account was deactivated, Unix seconds."""
    found = one_value(connection, _SQL["revoked_at"], account=account)
    return None if found is None else int(found)


def seen_sequence(connection: Connection, station_id: str, *, at: int) -> int:
    """Highest number of a station that the centre had seen at a moment."""
    return int(one_value(connection, _SQL["seen_sequence"], station_id=station_id, at=at))


def doubted(connection: Connection, station_id: str) -> list[bytes]:
    """Packets of a station in quarantine for want of a key."""
    return [row[0] for row in connection.execute(_SQL["doubted"], {"station_id": station_id})]


def lock_policy(connection: Connection, station_id: str) -> KeptPolicy | None:
    """The policy of a station, nobody else changing it until the transaction ends."""
    run(connection, _SQL["lock_policy"], station_id=station_id)
    return one_row(connection, KeptPolicy, _SQL["policy"], station_id=station_id)


def put_policy(connection: Connection, station_id: str, policy: KeptPolicy) -> None:
    """Keep a changed policy."""
    run(
        connection, _SQL["put_policy"], station_id=station_id, version=policy.version, orders=policy.orders,
        signed=policy.signed, at=policy.issued_at,
    )  # fmt: skip


def put_recovery_secret(connection: Connection, station_id: str, wrapped: bytes, *, at: int) -> None:
    """Keep a station's recovery secret as it came: wrapped to the centre."""
    run(connection, _SQL["put_secret"], station_id=station_id, wrapped=wrapped, at=at)


def recovery_secret(connection: Connection, station_id: str) -> bytes | None:
    """A station's recovery secret, wrapped."""
    found: bytes | None = one_value(connection, _SQL["secret"], station_id=station_id)
    return found


def put_instruction(
    connection: Connection, territory: str, words: str, *, since: int, until: int, by: str
) -> int:
    """A sentence for the stations of a territory; its number."""
    return int(
        one_value(
            connection,
            _SQL["put_instruction"],
            territory=territory,
            words=words,
            since=since,
            until=until,
            by=by,
        )
    )


def instructions(connection: Connection, region: str, *, at: int) -> list[Instruction]:
    """Sentences that reach a station of a place now."""
    return all_rows(connection, Instruction, _SQL["instructions"], region=region, at=at)


def accounts_that_signed(connection: Connection, station_id: str) -> list[Account]:
    """Accounts that once signed at a station, wherever their territory is now."""
    return list(all_rows(connection, AccountRow, _SQL["moved_accounts"], station_id=station_id))
