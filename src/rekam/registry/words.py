"""Plain words for each status and each turn, Indonesian and English."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rekam.registry.duty import Owner
from rekam.registry.status import Status


@dataclass(frozen=True, slots=True)
class Words:
    """One thing in both languages."""

    id: str
    en: str


STATUS_WORDS: Mapping[Status, Words] = MappingProxyType(
    {
        Status.UNREGISTERED: Words("Belum direkam", "Not recorded yet"),
        Status.BIO_CAPTURED: Words("Sudah direkam, belum disegel", "Recorded, not sealed yet"),
        Status.PROCESSING: Words("Tersegel, menunggu dikirim", "Sealed, waiting to be sent"),
        Status.SENT_FOR_ENROLLMENT: Words(
            "Diberitahukan ke pusat, isinya masih di jalan", "Announced to the centre, content on its way"
        ),
        Status.RECEIVED_AT_CENTRAL: Words("Diterima pusat, sedang diperiksa", "At the centre, being checked"),
        Status.ENROLL_FAILURE_AT_REGIONAL: Words(
            "Gagal di daerah, perlu direkam ulang", "Failed in the region, must be recorded again"
        ),
        Status.ENROLL_FAILURE_AT_CENTRAL: Words(
            "Gagal di pusat, perlu direkam ulang", "Failed at the centre, must be recorded again"
        ),
        Status.SEARCH_FAILURE_AT_CENTRAL: Words(
            "Pencarian di pusat gagal, akan diulang", "The centre's search failed and will be repeated"
        ),
        Status.REQUEST_VALIDATION: Words(
            "Menunggu pendapat ahli kedua", "Waiting for a second expert's opinion"
        ),
        Status.ADJUDICATE_RECORD: Words(
            "Mirip rekaman lain, diperiksa ahli", "Similar to another recording, seen by an expert"
        ),
        Status.DUPLICATE_RECORD: Words(
            "Sudah pernah direkam dengan NIK lain", "Already recorded under another NIK"
        ),
        Status.DUPLICATE_ONE_TO_ONE: Words(
            "Sudah pernah direkam dengan NIK ini", "Already recorded under this NIK"
        ),
        Status.DUPLICATE_ONE_TO_MANY: Words(
            "Sudah pernah direkam dengan beberapa NIK", "Already recorded under several NIKs"
        ),
        Status.PRINT_READY_RECORD: Words("Tunggal, siap dicetak", "Unique, ready to be printed"),
        Status.SENT_FOR_CARD_PRINTING: Words("Sedang dicetak", "Being printed"),
        Status.CARD_PRINTED: Words("Kartu sudah dicetak", "Card printed"),
        Status.CARD_SHIPPED: Words("Kartu siap diambil", "Card ready to be collected"),
        Status.CARD_ISSUED: Words("Kartu sudah diserahkan", "Card handed over"),
        Status.AT_CENTRE_ALREADY: Words(
            "Pusat sudah memegang rekaman NIK ini", "The centre already holds a recording of this NIK"
        ),
        Status.QUARANTINED: Words(
            "Aman di pusat, menunggu sambungan kantor dipulihkan",
            "Safe at the centre, waiting for the office's connection to be restored",
        ),
        Status.IN_COURIER_TRANSIT: Words("Dibawa kurir ke pusat", "With a courier to the centre"),
        Status.REFUSED: Words(
            "Ditolak pusat, perlu direkam ulang", "Refused by the centre, must be recorded again"
        ),
    }
)

OWNER_WORDS: Mapping[Owner, Words] = MappingProxyType(
    {
        Owner.STATION: Words("Petugas perekaman", "Recording station"),
        Owner.OFFICE: Words("Dinas kabupaten/kota", "Regency office"),
        Owner.PROVINCE: Words("Dinas provinsi", "Provincial office"),
        Owner.CENTRE: Words("Pusat data", "Centre"),
        Owner.ADJUDICATOR: Words("Ajudikator", "Adjudicator"),
        Owner.PRINTER: Words("Petugas cetak", "Card printer"),
        Owner.RESIDENT: Words("Warga", "Resident"),
        Owner.MINISTRY: Words("Kementerian", "Ministry"),
    }
)
