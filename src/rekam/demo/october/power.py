"""October 2017 in Jambi: power. What the province said has its source; the cuts themselves are invented."""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256

from rekam.centre.centre import Centre
from rekam.centre.day_observed import keep_of_day
from rekam.centre.power_register import keep_backup
from rekam.demo.october.post import FIRST_DAY, JAMBI, KEEPER, SAMPLE, chance, posts
from rekam.edge.store.centre.fleet import JournalEntry
from rekam.edge.store.centre.station_days import Post
from rekam.operations.obstacle import day_at, opening
from rekam.operations.power import Backup

NOTHING = Backup(ups=0, ups_minutes=0, generators=0, fuel_litres=0, litres_per_hour=0)
UPS_ONLY = Backup(ups=1, ups_minutes=15, generators=0, fuel_litres=0, litres_per_hour=0)

CUT_SHARE = 0.06
"""Share of post-days with a cut: invented; "pemadaman listrik juga sering terjadi" names no number."""


def seed(centre: Centre, now: int) -> None:
    """Enter the province's word, sample backups, and sample cuts as posts would have told them.

    Args:
        centre: The open centre; its clock stands in October 2017.
        now: Unix seconds.
    """
    keep_backup(
        centre, KEEPER, JAMBI, NOTHING, note='"Kita tidak memiliki genset." (Arief Munandar)',
        source="JPNN 10-10-2017",
    )  # fmt: skip
    found = posts(now)
    for number, post in enumerate(found):
        if number % 3 == 0:
            keep_backup(centre, KEEPER, post.place, UPS_ONLY, note="", source=SAMPLE)
    today = day_at(now, JAMBI)
    with centre.store.database.transaction() as connection:
        for post in found:
            for number, (since, until) in enumerate(_cuts(post, today), 1):
                entry = JournalEntry(number, until, "power_gap", {"since": since, "until": until})
                digest = sha256(f"{post.station_id} power_gap {since}".encode()).digest()
                keep_of_day(connection, post, entry, digest, at=now)


def _cuts(post: Post, today: date) -> Iterator[tuple[int, int]]:
    """Sample cuts of one post, a half to four hours long, inside its opening hours."""
    day = FIRST_DAY
    while day < today:
        for first, last in opening(day, post.place):
            if chance(post.station_id, day, "padam") < CUT_SHARE:
                since = first + int(chance(post.station_id, day, "mulai") * (last - first) * 0.7)
                length = 1800 + int(chance(post.station_id, day, "lama") * 3.5 * 3600)
                yield since, since + length
        day += timedelta(days=1)
