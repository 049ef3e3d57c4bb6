"""Where a resident is recorded today: the nearest place with working devices, not cut off."""

from collections.abc import Callable
from dataclasses import dataclass

from rekam.account import reaches
from rekam.edge.packed import centres
from rekam.edge.store.centre.store import CentreStore
from rekam.operations.fleet.near import nearest as nearest_of
from rekam.place import Gazetteer

PROVINCE, DISTRICT = 2, 8
"""Letters of a province's and of a kecamatan's code: one looks in one's own province."""


@dataclass(frozen=True, slots=True)
class Near:
    """What the page says of one kecamatan.

    Attributes:
        state: ``here``, ``near``, ``none``, or ``unknown`` where no devices are registered.
        path: The place to go to.
        km: How far, kilometres as the crow flies.
    """

    state: str
    path: str = ""
    km: int = 0


def open_places(store: CentreStore, province: str, now: int) -> tuple[set[str], set[str]]:
    """Places of a province where one can be recorded now, and all places with devices."""
    registered = store.device_register.places_with_sets(province)
    working = {row.place for row in registered if row.working}
    known = {row.place for row in registered}
    broken = store.device_register.broken_stations(province, now)
    for station in store.stations.all(province):
        if station.state != "active":
            continue
        suspended = store.stations.suspension_of(station.station_id) is not None
        if station.region not in known and station.station_id not in broken and not suspended:
            working.add(station.region)
        known.add(station.region)
    cut = store.device_register.cut_off(now)
    return {place for place in working if not any(reaches(territory, place) for territory in cut)}, known


def near_of(store: CentreStore, gazetteer: Gazetteer, now: int) -> Callable[[str], Near]:
    """Answers for one page: each province is looked up once."""
    provinces: dict[str, tuple[set[str], set[str]]] = {}

    def near(code: str) -> Near:
        district, province = code[:DISTRICT], code[:PROVINCE]
        if province not in provinces:
            provinces[province] = open_places(store, province, now)
        working, known = provinces[province]
        if not known:
            return Near("unknown")
        if district in working:
            return Near("here", gazetteer.path(district))
        points = centres()
        if district not in points:
            return Near("none")
        found = nearest_of(points[district], {place: points[place] for place in working if place in points})
        return (
            Near("none") if found is None else Near("near", gazetteer.path(found[0]), max(1, round(found[1])))
        )

    return near
