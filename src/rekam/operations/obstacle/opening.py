"""When a counter should be open."""

from datetime import UTC, date, datetime, timedelta

from rekam.operations.obstacle.parameters import OPEN_HOURS, OPEN_WEEKDAYS

Stretch = tuple[int, int]
"""From and until, Unix seconds."""

_EPOCH = date(1970, 1, 1).toordinal()
_CENTRAL = frozenset({"51", "52", "53", "63", "64", "65", *map(str, range(71, 77))})
_EASTERN = frozenset({"81", "82", *map(str, range(91, 98))})


def zone_hours(place: str) -> int:
    """Hours ahead of UTC at a place: WIB 7, WITA 8, WIT 9 (Keppres 41/1987, by province).

    Args:
        place: Region code of any level; the nation counts in WIB.
    """
    province = place[:2]
    return 8 if province in _CENTRAL else 9 if province in _EASTERN else 7


def day_at(at: int, place: str) -> date:
    """The day of a moment at a place."""
    return (datetime.fromtimestamp(at, UTC) + timedelta(hours=zone_hours(place))).date()


def day_bounds(day: date, place: str) -> Stretch:
    """The whole day of a place, Unix seconds."""
    midnight = (day.toordinal() - _EPOCH) * 86_400 - zone_hours(place) * 3600
    return midnight, midnight + 86_400


def opening(day: date, place: str, until: int | None = None) -> list[Stretch]:
    """The opening hours of a day, up to a moment if one is given; none on a Saturday or Sunday."""
    if day.weekday() not in OPEN_WEEKDAYS:
        return []
    midnight, _ = day_bounds(day, place)
    first, last = midnight + OPEN_HOURS.start * 3600, midnight + OPEN_HOURS.stop * 3600
    last = last if until is None else min(last, until)
    return [(first, last)] if first < last else []
