"""October 2017 in Jambi: the obstacle ledger. Causes that were published have their source; hours are invented."""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256

from rekam.centre.centre import Centre
from rekam.centre.loss_reports import LossNews, report_loss
from rekam.centre.settling import settle
from rekam.demo.october.post import FIRST_DAY, JAMBI, KEEPER, SAMPLE, chance, posts
from rekam.edge.store.centre import station_days
from rekam.edge.store.centre.station_days import DayFact, Post, RawLoss
from rekam.operations.obstacle import Cause, day_at, day_bounds, opening

A_DAY = 1.75
"""Mean recordings of a sample post's day: drawn so that the province rises from 28 August to 9 October about as
much as the two published percentages say (88.26 to 88.50 % of 2,454,206: 5,890 people)."""

MERANGIN, SAROLANGUN = "15.02", "15.03"

PUBLISHED = (
    (JAMBI, Cause.DEVICE, date(2017, 10, 9), "JPNN 10-10-2017",
     "Rusaknya 185 item peralatan perekaman di kabupaten/kota; untuk perbaikan harus dikirimkan dulu ke Kementerian."),
    (JAMBI, Cause.POWER, date(2017, 10, 9), "JPNN 10-10-2017",
     'Pemadaman listrik juga sering terjadi di daerah. "Kita tidak memiliki genset."'),
    (JAMBI, Cause.LINE, date(2017, 10, 9), "JPNN 10-10-2017", "Jaringan internet juga menjadi permasalahan di daerah."),
    (SAROLANGUN, Cause.AWARENESS, date(2017, 10, 17), "Aksi Post 17-10-2017",
     "Kurangnya kesadaran masyarakat dalam mengurus dokumen kependudukan; realisasi sekitar 60 persen."),
    (MERANGIN, Cause.AWARENESS, date(2017, 10, 17), "Aksi Post 17-10-2017",
     "Kurangnya kesadaran masyarakat dalam mengurus dokumen kependudukan; realisasi sekitar 60 persen."),
)  # fmt: skip
"""Causes as they were published: no source says how many hours."""

NO_SHOWS = ((SAROLANGUN, 2.5), (MERANGIN, 1.5))
"""Invented hours a day without a visitor, so that the picture has a reported cause."""


def seed(centre: Centre, now: int) -> None:
    """Enter sample days of every kecamatan, the published causes, and settle the ledger.

    Runs after the demonstration's cases, tickets and cuts: the days are split by what those rooms know.

    Args:
        centre: The open centre; its clock stands in October 2017.
        now: Unix seconds.
    """
    today = day_at(now, JAMBI)
    since, until = day_bounds(FIRST_DAY, JAMBI)[0], day_bounds(today, JAMBI)[0]
    found = posts(now)
    with centre.store.database.transaction() as connection:
        losses = station_days.losses(connection, JAMBI, since, until, above=[""], stopping=[])
        cuts = [loss for loss in losses if loss.cause == Cause.SUSPENSION.value]
        for post in found:
            station_days.put_post(connection, post.station_id, post.place, post.name, source=SAMPLE, at=now)
        told = (day for post in found for day in _days(post, today, cuts))
        station_days.put_facts(connection, told, version=1, at=now)
        settle(connection, JAMBI, FIRST_DAY, today - timedelta(days=1), at=now)
    for place, cause, day, source, words in PUBLISHED:
        _report(centre, LossNews(
            place=place, cause=cause, first_day=day, last_day=day, note=words, evidence=source, source=source,
        ))  # fmt: skip
    for place, hours in NO_SHOWS:
        _report(centre, LossNews(
            place=place, cause=Cause.AWARENESS, first_day=date(2017, 9, 4), last_day=today - timedelta(days=1),
            hours_a_day=hours, note="Contoh: pos buka, tidak ada yang datang.", evidence="contoh, dibuat untuk peragaan",
            source=SAMPLE,
        ))  # fmt: skip


def _report(centre: Centre, news: LossNews) -> None:
    report_loss(centre, KEEPER, news)


def _days(post: Post, today: date, cuts: list[RawLoss]) -> Iterator[tuple[DayFact, str, bytes]]:
    """The sample days of a post: nothing is recorded while it is cut off."""
    day = FIRST_DAY
    while day < today:
        for first, last in opening(day, post.place):
            cut = any(one.since <= first and last <= one.until and _under(one, post) for one in cuts)
            drawn = 0 if cut else int(A_DAY * 2 * chance(post.station_id, day, "rekam") + 0.5)
            fact = DayFact(
                station_id=post.station_id, day=day, recorded=drawn, refused=0,
                turned_away=int(3 * chance(post.station_id, day, "pulang")) if cut else None, source=SAMPLE,
            )  # fmt: skip
            yield fact, post.place, sha256(f"{post.station_id} {day}".encode()).digest()
        day += timedelta(days=1)


def _under(cut: RawLoss, post: Post) -> bool:
    return cut.station_id is None and (
        cut.place in {"", post.place} or post.place.startswith(f"{cut.place}.")
    )
