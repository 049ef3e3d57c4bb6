"""The nearest of several places, as the crow flies."""

from collections.abc import Mapping
from math import asin, cos, radians, sin, sqrt

from rekam.place import Point

EARTH_KM = 6371.0
"""Mean radius of the Earth (IUGG)."""

FARTHEST_KM = 100.0
"""Beyond this "nearest" helps nobody: a day's way on Jambi's roads. House choice."""


def distance_km(one: Point, other: Point) -> float:
    """Great-circle distance in kilometres (haversine)."""
    rise, turn = radians(other.lat - one.lat), radians(other.lon - one.lon)
    chord = sin(rise / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(turn / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


def nearest(home: Point, places: Mapping[str, Point]) -> tuple[str, float] | None:
    """The nearest place and its distance; ``None`` when none is within reach.

    Args:
        home: Where somebody is.
        places: Where one can be recorded, by region code.
    """
    found = min(((distance_km(home, point), code) for code, point in places.items()), default=None)
    return None if found is None or found[0] > FARTHEST_KM else (found[1], found[0])
