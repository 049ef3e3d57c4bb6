"""What the pages of connections say: tables of Indonesian, keyed as the room names things."""

from collections.abc import Mapping

from rekam.operations.connection import Ground, Kind, LineWord, OutageCause, Stage

GROUND_WORDS = {
    Ground.OFFICIALS.value: "Pejabat (SDM)",
    Ground.ORGANISATION.value: "Kelembagaan (perangkat daerah)",
    Ground.LATE_REPORTS.value: "Laporan terlambat",
    Ground.CONDUCT.value: "Tindakan yang melanggar aturan",
}

STAGE_WORDS = {
    Stage.OPEN.value: "Tahap peringatan, sambungan masih hidup",
    Stage.CUT_PROPOSED.value: "Pemutusan diusulkan, sambungan masih hidup",
    Stage.CUT.value: "Diputus",
    Stage.EMERGENCY.value: "Diputus sementara (darurat)",
    Stage.RESTORE_PROPOSED.value: "Diputus, pemulihan diusulkan",
    Stage.RESTORED.value: "Dipulihkan",
    Stage.CLOSED.value: "Ditutup tanpa pemutusan",
}

TURN_WORDS = {
    Stage.OPEN.value: "Giliran kantor: menjawab surat dan memenuhi syarat. Pusat baru boleh mengusulkan pemutusan setelah dua surat dan tenggatnya lewat.",
    Stage.CUT_PROPOSED.value: "Giliran pusat: orang kedua mengesahkan usulan atau menariknya. Sampai itu terjadi tidak ada yang diputus.",
    Stage.CUT.value: "Giliran kantor: memenuhi syarat dan mengirim bukti. Giliran pusat: memeriksa bukti, mencentang syarat, lalu mengusulkan pemulihan.",
    Stage.EMERGENCY.value: "Berakhir sendiri pada tenggatnya, atau lebih cepat bila pusat mengakhirinya.",
    Stage.RESTORE_PROPOSED.value: "Giliran pusat: orang kedua mengesahkan pemulihan. Rekaman di karantina dilepas pada saat itu juga.",
    Stage.RESTORED.value: "Selesai. Rekaman yang tertahan sudah dilepas.",
    Stage.CLOSED.value: "Selesai tanpa pemutusan.",
}

KIND_WORDS = {
    Kind.OPENED.value: "Kasus dibuka",
    Kind.LETTER_SENT.value: "Surat peringatan dikirim",
    Kind.ANSWERED.value: "Jawaban kantor",
    Kind.CONDITION_SET.value: "Syarat pemulihan ditetapkan",
    Kind.CONDITION_MET.value: "Syarat dipenuhi",
    Kind.CONDITION_WAIVED.value: "Syarat dilepaskan",
    Kind.CUT_PROPOSED.value: "Pemutusan diusulkan",
    Kind.CUT_WITHDRAWN.value: "Usulan pemutusan ditarik",
    Kind.CUT_CONFIRMED.value: "Sambungan diputus (disahkan orang kedua)",
    Kind.EMERGENCY_CUT.value: "Sambungan diputus sementara (darurat)",
    Kind.EMERGENCY_ENDED.value: "Pemutusan darurat berakhir",
    Kind.APPEALED.value: "Kantor mengajukan keberatan",
    Kind.APPEAL_REFUSED.value: "Keberatan ditolak",
    Kind.RESTORE_PROPOSED.value: "Pemulihan diusulkan",
    Kind.RESTORE_WITHDRAWN.value: "Usulan pemulihan ditarik",
    Kind.RESTORE_CONFIRMED.value: "Sambungan dipulihkan (disahkan orang kedua)",
    Kind.CLOSED.value: "Kasus ditutup",
    Kind.NOTED.value: "Catatan kasus",
    Kind.CUT_TOLD.value: "Sambungan diputus (menurut berita)",
    Kind.RESTORE_TOLD.value: "Sambungan dipulihkan (menurut berita)",
}

GOES_ON_WORDS = {
    "recording": "Perekaman warga di kecamatan dan desa, juga tanpa jaringan",
    "sending": "Pengiriman rekaman: diterima pusat, diberi bukti terima, disimpan rangkap dua, menunggu di karantina",
    "printing": "Pencetakan kartu yang sudah siap cetak",
    "hand_over": "Penyerahan kartu yang sudah dicetak",
    "asking": "Cek kartu oleh warga di portal",
}
"""What a cut does not stop."""

STOPS_WORDS = {
    "search": "Pemeriksaan ketunggalan rekaman yang datang selama diputus",
    "cards": "Kartu bagi warga yang direkam selama diputus, sampai sambungan dipulihkan",
    "signature": "Tanda tangan elektronik (TTE) pejabat dan layanan SIAK, bila pusat memutusnya juga; itu di luar Rekam",
}

LINE_WORDS = {
    LineWord.CUT.value: "diputus pusat",
    LineWord.OUT.value: "jalur terputus",
    LineWord.SILENT.value: "tidak ada kabar",
    LineWord.SLOW.value: "jalur lambat",
    LineWord.UNMEASURED.value: "jalur belum diukur",
    LineWord.GOOD.value: "jalur baik",
}

OUTAGE_WORDS = {
    OutageCause.PROVIDER.value: "penyedia jaringan",
    OutageCause.WEATHER.value: "cuaca buruk",
    OutageCause.CABLE.value: "kabel atau alat jaringan",
    OutageCause.UNPAID.value: "sewa jalur belum dibayar",
    OutageCause.UNKNOWN.value: "sebab belum diketahui",
}

SOURCE_WORDS = {"observed": "diamati stasiun sendiri", "reported": "dilaporkan oleh kantor"}

URGENT_CONNECTION = {
    "overdue": "Kasus sambungan {place}: tenggat lewat {span}",
    "quarantine": "{n} rekaman menunggu di karantina karena sambungan diputus",
    "outage": "{n} stasiun tanpa jalur sekarang",
}

WORDS: dict[str, Mapping[str, str]] = {
    "connection_grounds": GROUND_WORDS,
    "connection_stages": STAGE_WORDS,
    "connection_turns": TURN_WORDS,
    "connection_kinds": KIND_WORDS,
    "connection_goes_on": GOES_ON_WORDS,
    "connection_stops": STOPS_WORDS,
    "line_words": LINE_WORDS,
    "outage_words": OUTAGE_WORDS,
    "outage_sources": SOURCE_WORDS,
    "urgent_connection": URGENT_CONNECTION,
}
