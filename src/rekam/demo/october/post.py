"""Sample posts of Jambi's kecamatan: invented, said to be so wherever they are shown."""

from datetime import date
from functools import cache
from zlib import crc32

from rekam.account import Account, Role
from rekam.edge.packed import gazetteer
from rekam.edge.store.centre.station_days import Post
from rekam.place import Level

JAMBI = "15"
SAMPLE = "contoh"
FIRST_DAY = date(2017, 7, 3)
"""First Monday of the quarter in which Merangin and Tebo were cut off."""

KEEPER = Account("peragaan", "Peragaan Oktober 2017", Role.REGENCY, JAMBI, "")
"""Enters what the demonstration shows; it cannot sign in."""


@cache
def posts(now: int) -> tuple[Post, ...]:
    """One sample post for each kecamatan of Jambi."""
    return tuple(
        Post(f"contoh-{region.code}", region.code, f"Pos contoh {region.name}", 0, now, measured=False)
        for region in gazetteer().within(JAMBI, Level.DISTRICT)
    )


def chance(station_id: str, day: date, of: str) -> float:
    """A number from 0 to 1 that is the same in every run."""
    return crc32(f"{station_id} {day} {of}".encode()) / 0x1_0000_0000
