"""What a station is ordered: made from accounts, keys and instructions as they are now, numbered when it changes."""

from dataclasses import replace
from hashlib import sha256

from psycopg import Connection

from rekam.account import Account
from rekam.account.parameters import LOCK_S, OFFLINE_DAYS, WARN_DAYS
from rekam.centre.centre import Centre
from rekam.edge.store.centre import audit, trust
from rekam.edge.store.centre.stations import Station
from rekam.edge.store.centre.trust import KeptPolicy
from rekam.packet import PolicyAccount, StationPolicy, sign_policy
from rekam.problem import Problem


def policy_for(centre: Centre, station_id: str, known: int = 0) -> bytes | None:
    """The signed policy of a station, ``None`` when it follows it already.

    A station that follows a later one than this centre remembers (the centre was restored from a backup) gets
    today's orders under a number behind its own: it would not go back.

    Args:
        centre: The open centre.
        station_id: Which.
        known: Version that the station follows; 0 = none, or it does not say.

    Raises:
        Problem: ``packet.station_unknown``.
    """
    station = centre.store.stations.station(station_id)
    if station is None:
        raise Problem("packet.station_unknown", station=station_id)
    with centre.store.database.transaction() as connection:
        kept = trust.lock_policy(connection, station_id)
        now = centre.now()
        ordered = _orders(centre, connection, station, now)
        digest = sha256(ordered.orders()).digest()
        if kept is None or kept.orders != digest or known > kept.version:
            version = max(kept.version if kept else 0, known) + 1
            signed = sign_policy(replace(ordered, version=version), centre.keys.signer)
            kept = KeptPolicy(version, digest, signed, now)
            trust.put_policy(connection, station_id, kept)
    return None if kept.version == known else kept.signed


def instruct(centre: Centre, territory: str, words: str, *, until: int, actor: str) -> int:
    """A sentence for the first page of a territory's stations, with their next delivery; its number."""
    now = centre.now()
    with centre.store.database.transaction() as connection:
        number = trust.put_instruction(
            connection, territory, words.strip()[:500], since=now, until=until, by=actor
        )
        audit.write(connection, actor, "instruct", territory, str(number), at=now)
    return number


def _orders(centre: Centre, connection: Connection, station: Station, now: int) -> StationPolicy:
    accounts = {one.name: one for one in trust.accounts_that_signed(connection, station.station_id)}
    accounts |= {one.name: one for one in centre.store.accounts.for_station(station.region)}
    return StationPolicy(
        station=station.station_id,
        version=1,
        issued_at=now,
        accounts=tuple(_ordered(accounts[name]) for name in sorted(accounts)),
        instructions=tuple(trust.instructions(connection, station.region, at=now)),
        recipients=centre.keys.recipients,
        offline_days=OFFLINE_DAYS,
        warn_days=WARN_DAYS,
        lock_s=LOCK_S,
    )


def _ordered(account: Account) -> PolicyAccount:
    return PolicyAccount(
        account.name, account.full_name, account.role.value, account.territory, account.password_hash,
        account.valid_until, account.active,
    )  # fmt: skip
