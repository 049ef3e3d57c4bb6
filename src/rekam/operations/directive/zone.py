"""The end of a day, by the clock of the place itself: three zones in one country (Keppres 41/1987)."""

from datetime import UTC, date, datetime, time, timedelta

_WIT = frozenset({"8", "9"})
_WITA = frozenset({"5", "7"})
_WITA_PROVINCES = frozenset({"63", "64", "65"})
HOURS = {"WIB": 7, "WITA": 8, "WIT": 9}
"""Hours ahead of UTC."""


def zone_of(place: str) -> str:
    """``WIB``, ``WITA`` or ``WIT`` by the province of a dotted code; the nation keeps Jakarta's time.

    Sumatra, Java, West and Central Kalimantan are WIB; Bali, Nusa Tenggara, South, East and North Kalimantan and
    Sulawesi WITA; Maluku and Papua WIT.
    """
    if place[:1] in _WIT:
        return "WIT"
    return "WITA" if place[:1] in _WITA or place[:2] in _WITA_PROVINCES else "WIB"


def end_of_day(day: date, place: str) -> int:
    """The last second of a day at a place, Unix seconds."""
    midnight = datetime.combine(day + timedelta(days=1), time(), UTC)
    return int(midnight.timestamp()) - HOURS[zone_of(place)] * 3600 - 1


def day_at(moment: int, place: str) -> date:
    """The date at a place, of Unix seconds."""
    return (datetime.fromtimestamp(moment, UTC) + timedelta(hours=HOURS[zone_of(place)])).date()
