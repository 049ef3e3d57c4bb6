"""Tables of words that templates of directives name."""

from collections.abc import Mapping

from rekam.operations.directive import (
    EVENT_WORDS,
    EVIDENCE_WORDS,
    GROUP_WORDS,
    POST_WORDS,
    STEP_WORDS,
    EventKind,
)

PRESENCE_WORDS: Mapping[str, str] = {
    "present": "Hadir",
    "represented": "Diwakili",
    "absent": "Tidak hadir",
    "unknown": "Belum dicatat",
}
"""How somebody came to a meeting."""

ACT_WORDS: Mapping[str, str] = {
    EventKind.ACKNOWLEDGED.value: "Akui: instruksi ini kami terima",
    EventKind.PASSED_ON.value: "Teruskan ke bawah",
    EventKind.ANSWERED.value: "Jawab: sudah dilaksanakan",
    EventKind.REFUSED.value: "Tolak dengan alasan",
    EventKind.REMINDED.value: "Ingatkan sekarang",
    EventKind.RETURNED.value: "Kembalikan jawaban",
    EventKind.EXCUSED.value: "Terima alasannya, bebaskan",
    EventKind.WARNED.value: "Tegur pertama kali",
    EventKind.WARNED_AGAIN.value: "Tegur kedua kali",
    EventKind.REPLACEMENT_PROPOSED.value: "Usulkan penggantian kepada Menteri",
    EventKind.REPLACEMENT_PERMITTED.value: "Catat izin Menteri",
    EventKind.REPLACEMENT_DENIED.value: "Catat penolakan Menteri",
    EventKind.REPLACED.value: "Catat penggantinya",
    EventKind.CLOSED.value: "Tutup dengan bukti",
    EventKind.WITHDRAWN.value: "Cabut instruksi untuk penerima ini",
}
"""What the buttons say."""

FIELD_WORDS: Mapping[str, str] = {
    EventKind.ANSWERED.value: "Apa yang sudah dilaksanakan, dan dokumennya bila ada",
    EventKind.REFUSED.value: "Mengapa instruksi ini tidak dapat dilaksanakan",
    EventKind.RETURNED.value: "Apa yang masih kurang",
    EventKind.EXCUSED.value: "Mengapa alasannya diterima",
    EventKind.WARNED.value: "Nomor, tanggal, dan isi surat teguran",
    EventKind.WARNED_AGAIN.value: "Nomor, tanggal, dan isi surat teguran",
    EventKind.REPLACEMENT_PROPOSED.value: "Nomor surat usulan dan alasannya",
    EventKind.REPLACEMENT_DENIED.value: "Nomor surat Menteri dan alasannya",
    EventKind.CLOSED.value: "Nomor dan tanggal dokumen bukti, bila ada",
    EventKind.WITHDRAWN.value: "Mengapa instruksi dicabut",
}
"""What is written beside each act."""

URGENT_DIRECTIVE: Mapping[str, str] = {
    "unheard": "{n} instruksi belum diakui",
    "overdue": "{n} instruksi sudah lewat tenggat",
    "refused": "{n} penerima menolak atau ditegur: {title}",
    "late": "{n} penerima lewat tenggat: {title}",
    "answered": "{n} jawaban menunggu diperiksa: {title}",
    "proposed": "{n} usulan penggantian menunggu jawaban Menteri",
}
"""What the first page says of directives."""

WORDS: dict[str, Mapping[str, str]] = {
    "directive_posts": POST_WORDS,
    "directive_steps": STEP_WORDS,
    "directive_events": EVENT_WORDS,
    "directive_evidence": EVIDENCE_WORDS,
    "directive_groups": GROUP_WORDS,
    "directive_presence": PRESENCE_WORDS,
    "directive_acts": ACT_WORDS,
    "directive_fields": FIELD_WORDS,
    "urgent_directive": URGENT_DIRECTIVE,
}
