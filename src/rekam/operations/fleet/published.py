"""Figures of the fleet as they were published: shown beside the register, never mixed with it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PublishedFleet:
    """One published figure, with what it is a share of.

    Attributes:
        place: Region code; empty for the nation.
        day: Of the statement.
        broken: Broken ones; ``None`` where only a share was given.
        total: What the share is of; ``None`` where it was not said.
        percent: As printed; ``None`` where none was.
        unit: ``set`` or ``component``: what is counted.
        words: What the figure says and does not say, Indonesian.
        source: Who, where, when.
    """

    place: str
    day: date
    broken: int | None
    total: int | None
    percent: float | None
    unit: str
    words: str
    source: str


PUBLISHED: tuple[PublishedFleet, ...] = (
    PublishedFleet(
        "", date(2017, 9, 19), 1_248, 6_465, 19.30, "set",
        "1.248 dari 6.465 unit rusak. Inilah penyebut yang cocok dengan 19,3 persen.",
        "Dirjen Dukcapil, nusantaranews.co 19-9-2017",
    ),
    PublishedFleet(
        "", date(2017, 10, 9), None, 12_000, 19.3, "set",
        "“Dari 12 ribu unit alat perekam, yang rusak itu ada sekitar 19,3 persen.” Persen yang sama, penyebut lain: 19,3 persen dari 12.000 ialah 2.316, bukan 1.248.",
        "Menteri Dalam Negeri, JPNN 10-10-2017",
    ),
    PublishedFleet(
        "15", date(2017, 10, 9), 185, None, None, "component",
        "“Rusaknya 185 item peralatan perekaman di kabupaten/kota.” Item ialah komponen, bukan set; penyebutnya tidak disebut.",
        "Kepala Dinas Sosial Dukcapil Provinsi Jambi, JPNN 10-10-2017",
    ),
    PublishedFleet(
        "15", date(2017, 10, 17), 0, None, None, "component",
        "“Untuk peralatan semuanya sudah dilakukan perbaikan.” Delapan hari setelah 185 item dikatakan rusak.",
        "Kepala Dinas Sosial Dukcapil Provinsi Jambi, Aksi Post 17-10-2017",
    ),
)  # fmt: skip


def published_at(place: str) -> tuple[PublishedFleet, ...]:
    """What was published about a place or about the province around it, the nation's only for the nation."""
    return tuple(
        one
        for one in PUBLISHED
        if (
            one.place == place
            if not one.place
            else place in {"", one.place} or place.startswith(one.place + ".")
        )
    )
