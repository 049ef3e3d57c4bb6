"""Sentences of the report pages that templates take from a table."""

from rekam.edge.store.centre.figure_files import BAD, CHECKING, GOOD, LOADED
from rekam.operations.report import COUNTS, State
from rekam.operations.report.line import AFTER_RECORDED

COLUMNS = {**COUNTS, **AFTER_RECORDED, "percent": "Persen"}
"""Headings of the monthly report."""

STATES = {
    State.ON_TIME.value: "Tepat waktu",
    State.LATE.value: "Terlambat",
    State.AWAITED.value: "Ditunggu",
    State.OVERDUE.value: "Lewat tenggat, belum masuk",
    State.NOT_EXPECTED.value: "Tidak wajib lapor",
}
"""What became of an expected report."""

KINDS = {
    "signed": "Ditandatangani di Rekam",
    "imported": "Diimpor dari berkas",
    "noted": "Masuk di atas kertas",
}
"""How a report came."""

FILE_STATES = {
    CHECKING: "Sedang diperiksa",
    BAD: "Ada yang salah, tidak ada yang dimuat",
    GOOD: "Benar, menunggu dimuat",
    LOADED: "Sudah dimuat",
}
"""Where a file of figures stands."""

DONE = {
    "tanda": "Laporan ditandatangani dan tersimpan. Berkasnya dapat diunduh di bawah.",
    "wajib": "Wajib lapor tercatat.",
    "masuk": "Laporan kertas tercatat masuk. Angkanya dapat diimpor dari berkas.",
    "ingatkan": "Pengingat tercatat. Hubungi dinasnya sekarang lewat nomor di bawah.",
}
"""What a page says after an act."""

URGENT_REPORT = {
    "own": "Laporan bulan {month} belum ditandatangani; tenggatnya {due}.",
    "others": "{missing} dari {expected} laporan bulan {month} belum masuk; tenggatnya {due}.",
}
"""What matters today."""

WORDS = {
    "report_columns": COLUMNS,
    "report_states": STATES,
    "report_kinds": KINDS,
    "report_file_states": FILE_STATES,
    "report_done": DONE,
    "urgent_report": URGENT_REPORT,
}
