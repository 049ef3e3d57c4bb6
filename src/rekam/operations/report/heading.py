"""Headings of sheets as offices write them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rekam.operations.report.cell import SheetRow
from rekam.operations.report.line import COUNTS
from rekam.operations.report.parameters import HEADINGS_LEAST

CODE, PLACE, VILLAGE, DISTRICT, REGENCY, PROVINCE = (
    "code", "place", "village", "district", "regency", "province",
)  # fmt: skip
NOT_RECORDED, PERCENT, EXPLANATION, MONTH, DAY = "not_recorded", "percent", "explanation", "month", "day"

NAMES = (VILLAGE, DISTRICT, REGENCY, PROVINCE, PLACE)
"""Columns that name a place, the deepest first; ``place`` may be of any level."""

_VARIANTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        CODE: ("kode wilayah", "kode", "kode kemendagri", "kode desa", "kode kecamatan", "kode kab kota", "kd wilayah"),
        PLACE: ("nama wilayah", "wilayah", "nama", "daerah", "nama daerah"),
        VILLAGE: ("desa kelurahan", "desa kel", "desa", "kelurahan", "nama desa", "nama desa kelurahan", "nama kelurahan"),
        DISTRICT: ("kecamatan", "nama kecamatan", "kec", "distrik"),
        REGENCY: ("kabupaten kota", "kab kota", "kabupaten", "nama kabupaten kota", "nama kab kota", "kota"),
        PROVINCE: ("provinsi", "nama provinsi", "propinsi", "prov"),
        "population": ("penduduk", "jumlah penduduk", "jml penduduk", "total penduduk"),
        "obliged": ("wajib ktp", "wajib ktp el", "wktp", "jumlah wajib ktp", "jml wajib ktp", "wajib e ktp"),
        "recorded": (
            "sudah direkam", "sudah rekam", "perekaman", "jumlah perekaman", "sudah perekaman", "telah direkam",
            "direkam", "jumlah rekam", "realisasi perekaman", "sudah merekam",
        ),
        NOT_RECORDED: ("belum direkam", "belum rekam", "belum perekaman", "sisa", "sisa perekaman", "belum merekam"),
        PERCENT: ("persen", "persentase", "prosentase", "capaian", "perekaman persen", "persen perekaman"),
        "printed": ("dicetak", "sudah dicetak", "sudah cetak", "pencetakan", "jumlah cetak", "ktp el dicetak", "cetak"),
        "handed_over": ("diserahkan", "sudah diserahkan", "diterima warga", "penyerahan", "serah terima"),
        "ready_to_print": ("siap cetak", "prr", "siap cetak prr", "print ready record", "print ready"),
        "sent": ("sfe", "sent for enrollment", "sent for enrolment", "terkirim", "terkirim belum diterima sfe"),
        "duplicate": ("ganda", "duplicate", "duplicate record", "data ganda", "duplikat"),
        "temporary_letters": ("suket", "surat keterangan", "jumlah suket", "suket beredar"),
        "blanks_in": ("blangko masuk", "blanko masuk", "blangko diterima", "blanko diterima", "keping diterima"),
        "blanks_used": ("blangko terpakai", "blanko terpakai", "blangko dipakai", "blanko dipakai"),
        "blanks_left": ("sisa blangko", "sisa blanko", "stok blangko", "stok blanko"),
        EXPLANATION: ("keterangan", "penjelasan", "ket", "catatan"),
        MONTH: ("bulan", "periode", "bulan laporan"),
        DAY: ("tanggal", "tanggal data", "per tanggal", "keadaan tanggal", "tgl"),
    }
)  # fmt: skip
"""Every heading that is understood, in small letters without signs."""

_KNOWN = MappingProxyType({one: column for column, variants in _VARIANTS.items() for one in variants})
_FILLING = re.compile(r"\b(jumlah|jml|total|jiwa|orang|keping|ktp el|e ktp|ktpel|ektp|data|yang)\b")
_SIGNS = re.compile(r"[^a-z0-9%]+")
_IGNORED = frozenset({"no", "nomor", "no urut", "nomor urut"})
_TOTAL = re.compile(r"^(grand\s*)?(jumlah|total|jml)\b", re.IGNORECASE)
_OFFICE = re.compile(r"^(dinas|kantor|disdukcapil)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Headings:
    """The line of headings.

    Attributes:
        row: Its number.
        columns: Column number of each known heading.
        unknown: Headings that nobody knows, with their column; they are named and left out.
        twice: Headings whose meaning stands in an earlier column already.
    """

    row: int
    columns: Mapping[str, int]
    unknown: Mapping[int, str]
    twice: Mapping[int, str]

    @property
    def missing(self) -> list[str]:
        """What a sheet cannot do without: the obliged, the recorded, and a place."""
        needed = [column for column in ("obliged", "recorded") if column not in self.columns]
        named = CODE in self.columns or any(column in self.columns for column in NAMES)
        return needed if named else [PLACE, *needed]


def column_of(heading: str) -> str | None:
    """What a heading means; ``None`` when it is not understood."""
    words = " ".join(_SIGNS.sub(" ", heading.lower()).split())
    if words == "%":
        return PERCENT
    words = words.replace("%", "persen").strip()
    if words in _KNOWN:
        return _KNOWN[words]
    return _KNOWN.get(" ".join(_FILLING.sub(" ", words).split()))


def headings_of(row: SheetRow) -> Headings | None:
    """The row as a line of headings; ``None`` when it is none."""
    columns: dict[str, int] = {}
    unknown: dict[int, str] = {}
    twice: dict[int, str] = {}
    for number, cell in sorted(row[1].items()):
        text = " ".join(cell.text.split())
        column = column_of(text)
        if column is None:
            if " ".join(_SIGNS.sub(" ", text.lower()).split()) not in _IGNORED:
                unknown[number] = text
        elif column in columns:
            twice[number] = text
        else:
            columns[column] = number
    if sum(column in COUNTS or column in {CODE, *NAMES} for column in columns) < HEADINGS_LEAST:
        return None
    return Headings(row[0], columns, unknown, twice)


def is_total(text: str) -> bool:
    """Whether a place's cell says that the row is a sum."""
    return _TOTAL.match(text.strip()) is not None


def is_office(text: str) -> bool:
    """Whether a place's cell names the office itself and no region."""
    return _OFFICE.match(text.strip()) is not None
