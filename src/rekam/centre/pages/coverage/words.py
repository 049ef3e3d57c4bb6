"""Words of the coverage pages that templates choose by a key."""

from collections.abc import Mapping

POINT_KIND = {
    "counted": "dihitung Rekam",
    "published": "diumumkan",
    "imported": "dilaporkan lewat berkas",
    "report": "laporan bulanan dinas",
}
"""How a figure came here."""

MEASURE_SHORT = {
    "direkam": "Direkam",
    "tunggal": "Tunggal",
    "dicetak": "Dicetak",
    "diserahkan": "Diserahkan",
}
"""Heads of a column; the whole of the measure stands above the table."""

TARGET_STEP = {
    "recorded": "direkam, dari wajib KTP",
    "unique": "tunggal, dari yang diterima pusat",
    "printed": "dicetak, dari yang tunggal",
    "handed_over": "diserahkan, dari yang dicetak",
}
"""What a target is a share of."""

TARGET_STANDING = {
    "reached": "Tercapai",
    "on_track": "Sesuai laju yang diperlukan",
    "late": "Terlambat",
    "overdue": "Lewat tanggal, belum tercapai",
    "unknown": "Belum diketahui",
}
"""Where a place stands against its target."""

CUT_MOVE = {
    "fell_by_denominator": "Cakupan turun karena penyebutnya diperbarui, bukan karena rekaman berkurang.",
    "fell_by_numerator": "Cakupan turun karena jumlah yang terekam berkurang. Periksa rekaman yang gagal atau dicabut.",
    "rose_by_denominator": "Cakupan naik hanya karena penyebutnya mengecil, bukan karena ada rekaman baru.",
    "rose": "Cakupan naik karena ada rekaman baru.",
    "same": "Cakupan tidak berubah.",
}
"""Why a percentage moved between two data cuts."""

URGENT_COVERAGE = {
    "late": "{place}: {seen} rekaman sehari, perlu {needed} sehari sampai {day}. Dengan laju ini {short} orang belum terekam pada tanggal itu.",
    "unmeasured": "{place}: perlu {needed} rekaman sehari sampai {day}; lajunya belum dapat diukur. Masih {left} orang.",
    "overdue": "{place}: target {day} sudah lewat, {left} orang belum terekam.",
    "largest": "{place} paling banyak yang belum: {left} orang.",
}
"""What matters today."""

WORDS: Mapping[str, Mapping[str, str]] = {
    "point_kind": POINT_KIND,
    "measure_short": MEASURE_SHORT,
    "target_step": TARGET_STEP,
    "target_standing": TARGET_STANDING,
    "cut_move": CUT_MOVE,
}
"""Tables for every template of the centre."""
