"""Plain words for each event, for the road of a recording."""

from collections.abc import Mapping
from types import MappingProxyType

from rekam.registry.event import EventKind
from rekam.registry.words import Words

EVENT_WORDS: Mapping[EventKind, Words] = MappingProxyType(
    {
        EventKind.CAPTURED: Words("Direkam", "Recorded"),
        EventKind.SEALED: Words("Disegel", "Sealed"),
        EventKind.ANNOUNCED: Words("Surat jalan sampai di pusat", "Manifest reached the centre"),
        EventKind.TAKEN_BY_COURIER: Words("Dibawa kurir", "Taken by courier"),
        EventKind.FAILED_AT_REGIONAL: Words("Gagal di daerah", "Failed in the region"),
        EventKind.RECEIVED: Words("Isi diterima pusat, dua salinan", "Content at the centre, two copies"),
        EventKind.PUT_IN_QUARANTINE: Words("Ditaruh di karantina", "Put in quarantine"),
        EventKind.RELEASED: Words("Dilepas dari karantina", "Released from quarantine"),
        EventKind.DOUBTED: Words("Ditahan karena tanda tangan", "Held because of a signature"),
        EventKind.TURNED_AWAY: Words("Ditolak", "Turned away"),
        EventKind.EXTRACTED: Words("Dibuka dan dibaca", "Opened and read"),
        EventKind.FAILED_AT_CENTRE: Words("Gagal di pusat", "Failed at the centre"),
        EventKind.ALREADY_HELD: Words("Pusat sudah memegang NIK ini", "The centre already holds this NIK"),
        EventKind.SEARCH_FAILED: Words("Pencarian gagal", "Search failed"),
        EventKind.SEARCH_RETRIED: Words("Pencarian diulang", "Search repeated"),
        EventKind.FOUND_UNIQUE: Words("Dinyatakan tunggal", "Proved unique"),
        EventKind.FOUND_CANDIDATES: Words(
            "Mirip rekaman lain, ke ajudikasi", "Similar to others, to adjudication"
        ),
        EventKind.LEFT_OPEN: Words("Ahli belum dapat memastikan", "The expert left it open"),
        EventKind.ADJUDICATED_FIRST: Words("Ahli pertama: orang berbeda", "First expert: different persons"),
        EventKind.ADJUDICATED_SECOND: Words("Ahli kedua: orang berbeda", "Second expert: different persons"),
        EventKind.JUDGED_DUPLICATE: Words("Diputus ganda", "Judged a duplicate"),
        EventKind.JUDGED_ONE_TO_ONE: Words(
            "Diputus ganda dengan NIK yang sama", "Judged a duplicate of this NIK"
        ),
        EventKind.JUDGED_ONE_TO_MANY: Words(
            "Diputus ganda dengan beberapa NIK", "Judged a duplicate of several NIKs"
        ),
        EventKind.KEPT_BY_RESIDENT: Words(
            "Dipilih warga untuk dipertahankan", "Kept by the resident's choice"
        ),
        EventKind.SET_BACK: Words("Dikembalikan untuk dikirim ulang", "Set back to be sent again"),
        EventKind.WITHDRAWN: Words("Ditarik", "Withdrawn"),
        EventKind.SENT_TO_PRINT: Words("Dikirim ke pencetak", "Sent to the printer"),
        EventKind.PRINT_FAILED: Words("Cetak gagal", "Printing failed"),
        EventKind.PRINTED: Words("Kartu dicetak", "Card printed"),
        EventKind.SHIPPED: Words("Kartu dikirim", "Card shipped"),
        EventKind.HANDED_OVER: Words("Kartu diserahkan kepada warga", "Card handed to the resident"),
        EventKind.REPLACEMENT_ORDERED: Words("Kartu pengganti dipesan", "Replacement card ordered"),
    }
)
"""Every event, in the past tense."""
