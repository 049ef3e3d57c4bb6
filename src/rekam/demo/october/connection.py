"""The two cuts of 2017 in Jambi, as the papers told them: over by 17 October, three months each.

No running case is invented: it would accuse an office that exists. The journey test plays one; the library under
``/sambungan/contoh`` tells the cuts of other years.
"""

from datetime import UTC, datetime, timedelta

from rekam.account import Account, Role
from rekam.centre.centre import Centre
from rekam.centre.connection import Told, retell
from rekam.operations.connection import Ground, Kind

MERANGIN, TEBO = "15.02", "15.09"
AKSI_POST = "Aksi Post 17-10-2017"
"""The second of the two articles: "sempat tiga bulan diputus", "sekarang sudah bisa diakses ke pusat"."""

TRIBUN = "Tribun 18-07-2017"
AKSI_POST_SEPTEMBER = "aksipost.com 25974"
_WIB = timedelta(hours=7)
_KEEPER = Account("pusat", "Pusat", Role.CENTRE, "", "-")


def seed(centre: Centre, now: int) -> None:
    """Enter both cases, once.

    Args:
        centre: The open centre.
        now: Unix seconds of the demo's clock; nothing is entered that would be later.
    """
    known = {row.territory for row in centre.store.connection_cases.touching("15") if row.retold}
    for place, ground, told in (
        (MERANGIN, Ground.OFFICIALS, _merangin()),
        (TEBO, Ground.ORGANISATION, _tebo()),
    ):
        if place not in known and told[-1].at <= now:
            retell(centre, _KEEPER, place=place, ground=ground, told=told)


def _merangin() -> tuple[Told, ...]:
    cut = _noon(7, 11)
    return (
        Told(Kind.OPENED, cut, "Kepala dinas yang lama dipindahkan; masalah SDM dianggap melanggar aturan. Tanggalnya tidak diberitakan.", f"{TRIBUN}; {AKSI_POST}", about=True),
        Told(Kind.LETTER_SENT, cut, "Surat pusat tidak diikuti; nomor dan tanggalnya tidak diberitakan.", TRIBUN, about=True),
        Told(Kind.CUT_TOLD, cut, "Jaringan ke pusat diputus, sekitar 11 Juli 2017: pejabat (SDM).", TRIBUN, about=True),
        Told(Kind.NOTED, _noon(7, 18), "Bertentangan: kepala dinas setempat membantah pemutusan dan menyebut server rusak.", TRIBUN),
        Told(Kind.NOTED, _noon(7, 18), "Selama diputus pelayanan kepada masyarakat terhambat.", AKSI_POST, about=True),
        Told(Kind.RESTORE_TOLD, _noon(10, 11), "Tiga bulan sejak diputus; tanggal pastinya tidak diberitakan, paling lambat 17 Oktober 2017 sudah dapat diakses.", AKSI_POST, about=True),
    )  # fmt: skip


def _tebo() -> tuple[Told, ...]:
    cut = _noon(7, 15)
    return (
        Told(Kind.OPENED, cut, "Menyalahi aturan perangkat daerah: jenis kantor dan pejabatnya belum ditetapkan menteri, bupati baru belum boleh mengangkat. Tanggalnya tidak diberitakan.", f"{AKSI_POST_SEPTEMBER}; medianasional.id; {AKSI_POST}", about=True),
        Told(Kind.CONDITION_SET, cut, "Aturan perangkat daerah diperbaiki.", AKSI_POST, about=True),
        Told(Kind.CUT_TOLD, cut, "Jaringan ke pusat diputus, sekitar pertengahan Juli 2017: kelembagaan.", AKSI_POST_SEPTEMBER, about=True),
        Told(Kind.NOTED, _noon(9, 12), "Masih diputus.", AKSI_POST_SEPTEMBER),
        Told(Kind.CONDITION_MET, _noon(10, 15), "Bupati cepat merespons dan memperbaiki aturan OPD; kantor naik menjadi tipe A.", AKSI_POST, about=True, condition=2),
        Told(Kind.RESTORE_TOLD, _noon(10, 15), "Tiga bulan sejak diputus; tanggal pastinya tidak diberitakan, paling lambat 17 Oktober 2017 sudah diaktifkan.", AKSI_POST, about=True),
    )  # fmt: skip


def _noon(month: int, day: int) -> int:
    """Noon in Jakarta of a day of 2017: the papers name days, no hours."""
    return int((datetime(2017, month, day, 12, tzinfo=UTC) - _WIB).timestamp())
