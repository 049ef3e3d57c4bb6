"""The public keys of stations, as the packet room asks for them."""

from collections.abc import Iterable

from rekam.edge.key import Ed25519Verifier, import_public
from rekam.edge.store.centre.stations import Stations
from rekam.packet import Verifier


class StationKeys:
    """Gives the keys of a station by its id; remembers them for as long as one request lasts.

    Args:
        stations: The centre's stations.
    """

    def __init__(self, stations: Stations) -> None:
        self._stations = stations
        self._known: dict[str, tuple[Verifier, ...] | None] = {}

    def __call__(self, station_id: str) -> tuple[Verifier, ...] | None:
        """The keys, or ``None`` for a station nobody enrolled."""
        if station_id not in self._known:
            station = self._stations.station(station_id)
            self._known[station_id] = verifiers_of(station.public_keys) if station else None
        return self._known[station_id]


def verifiers_of(public_keys: Iterable[bytes]) -> tuple[Verifier, ...]:
    """The signing keys among a station's public keys."""
    keys = (import_public(data) for data in public_keys)
    return tuple(key for key in keys if isinstance(key, Ed25519Verifier))
