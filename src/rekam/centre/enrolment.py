"""Stations are enrolled here and leave with a bundle that lets them work without a line."""

import re
from dataclasses import dataclass

from rekam.account import Account
from rekam.centre.centre import Centre
from rekam.centre.exchange import roster_of
from rekam.edge.key import Ed25519Verifier, import_public
from rekam.edge.store.centre import audit, stations
from rekam.edge.store.station.roster_delta import RosterDelta
from rekam.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class StationBundle:
    """Everything a station needs to work for months without a line.

    Attributes:
        station: Its id.
        region: Code of its kecamatan.
        name: Shown on its pages and receipts.
        centre_key: Public signing key of the centre, as `edge.key.export_public` writes it.
        recipients: Public sealing keys, likewise: the centre's and the recovery key.
        accounts: Operators and supervisors who may sign in there, with password hashes.
        roster: The residents to record.
        issued_at: Unix seconds.
    """

    station: str
    region: str
    name: str
    centre_key: bytes
    recipients: tuple[bytes, ...]
    accounts: tuple[Account, ...]
    roster: RosterDelta
    issued_at: int


_DISTRICT = re.compile(r"\d{2}\.\d{2}\.\d{2}")


def enrol_station(
    centre: Centre, station_id: str, region: str, name: str, public_key: bytes, *, actor: str
) -> StationBundle:
    """Register a station's public key and make its bundle; doing it again renews the bundle.

    Args:
        centre: The open centre.
        station_id: Its id, letters, digits, dots and dashes.
        region: Code of the kecamatan where it stands.
        name: Shown on pages and receipts.
        public_key: Its signing key, as `edge.key.export_public` writes it.
        actor: Who enrols it.

    Raises:
        Problem: ``centre.station_region``, ``centre.station_known`` (enrolled with another key),
            ``packet.public_key_unreadable``.
    """
    if not _DISTRICT.fullmatch(region):
        raise Problem("centre.station_region", region=region)
    if not isinstance(import_public(public_key), Ed25519Verifier):
        raise Problem("packet.public_key_unreadable")
    known = centre.store.stations.station(station_id)
    if known is not None and public_key not in known.public_keys:
        raise Problem("centre.station_known", station=station_id)
    keys = known.public_keys if known else [public_key]
    _keep(centre, station_id, region, name, keys, actor)
    return bundle_of(centre, station_id)


def change_key(centre: Centre, station_id: str, public_key: bytes, *, actor: str) -> None:
    """Give a station a further key; packets under its old one are still taken.

    Raises:
        Problem: ``packet.station_unknown``, ``packet.public_key_unreadable``.
    """
    station = centre.store.stations.station(station_id)
    if station is None:
        raise Problem("packet.station_unknown", station=station_id)
    import_public(public_key)
    keys = [*(key for key in station.public_keys if key != public_key), public_key]
    _keep(centre, station_id, station.region, station.name, keys, actor)


def bundle_of(centre: Centre, station_id: str) -> StationBundle:
    """The bundle of an enrolled station as it would be made today.

    Raises:
        Problem: ``packet.station_unknown``.
    """
    station = centre.store.stations.station(station_id)
    if station is None:
        raise Problem("packet.station_unknown", station=station_id)
    return StationBundle(
        station=station_id,
        region=station.region,
        name=station.name,
        centre_key=centre.keys.public,
        recipients=centre.keys.recipients,
        accounts=tuple(centre.store.accounts.for_station(station.region)),
        roster=roster_of(centre, station.region),
        issued_at=centre.now(),
    )


def _keep(centre: Centre, station_id: str, region: str, name: str, keys: list[bytes], actor: str) -> None:
    now = centre.now()
    with centre.store.database.transaction() as connection:
        stations.put_station(connection, station_id, region, name, keys, at=now)
        audit.write(
            connection, actor, "enrol_station", region, station_id, at=now, details={"keys": len(keys)}
        )
