"""Coverage as it was published until October 2017, and the targets of both articles."""

from datetime import UTC, date, datetime, timedelta

from rekam.centre.centre import Centre
from rekam.centre.published import Told, take_published, told_by
from rekam.centre.targets import Wish, set_target
from rekam.edge.packed import published_coverage

WIB = timedelta(hours=7)
ACTOR = "contoh"
"""Who writes the demonstration's figures down: nobody who exists."""

BASELINE = Told(
    "",
    date(2014, 10, 27),
    "JPNN 10-10-2017",
    fraction=0.31,
    remark="Mendagri: “sewaktu saya baru masuk (menjadi menteri) progresnya baru 31 persen”. Tanggalnya tidak"
    " disebut; dipakai hari pelantikan kabinet, 27 Oktober 2014.",
)
"""Seed 000: where the minister says it began."""

TARGETS = (
    (
        Wish(
            "", "recorded", 1.0, date(2017, 12, 31),
            "Rakor Gubernur se-Sumatera di Jambi, 9 Oktober 2017: akhir tahun ini harus selesai 100 persen"
            " (JPNN 10-10-2017; Aksi Post 17-10-2017)",
        ),
        "Menteri Dalam Negeri",
        date(2017, 10, 9),
    ),
    (
        Wish(
            "15", "recorded", 1.0, date(2017, 12, 31),
            "Target 100 persen pada tahun 2017, “sebelum akhir tahun dapat diselesaikan” (JPNN 10-10-2017)",
        ),
        "Kepala DinsosDukcapil Provinsi Jambi",
        date(2017, 10, 10),
    ),
)  # fmt: skip
"""Both articles: the nation's target and the province's, and the day from which they are known."""


def seed(centre: Centre, now: int) -> None:
    """Enter what was known on the day of ``now``; again changes nothing.

    Args:
        centre: The open centre.
        now: Unix seconds; figures of later days stay out.
    """
    today = (datetime.fromtimestamp(now, UTC) + WIB).date()
    figures = [BASELINE, *(one for row in published_coverage() if (one := told_by(row)) is not None)]
    take_published(centre, [one for one in figures if one.on_day <= today], actor=ACTOR)
    for wish, set_by, known_on in TARGETS:
        kept = centre.store.targets.own([wish.place])
        if known_on <= today and wish.place not in kept:
            set_target(centre, wish, set_by=set_by, actor=ACTOR)
