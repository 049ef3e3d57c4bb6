from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "obstacle.entry_unreadable": Row(
        "Catatan harian stasiun tidak terbaca (bagian {field}). Catatan itu disimpan apa adanya; perbarui program stasiun.",
        "An entry of a station's day cannot be read (part {field}). It is kept as it came; update the station's program.",
    ),
    "obstacle.cause_unknown": Row(
        "Pilih sebab dari daftar.",
        "Choose a cause from the list.",
    ),
    "obstacle.days_wrong": Row(
        "Hari pertama dan terakhir harus berupa tanggal, berurutan, tidak di masa depan, dan paling banyak {most} hari.",
        "First and last day must be dates in order, not in the future, and at most {most} days apart.",
    ),
    "obstacle.hours_wrong": Row(
        "Jam hilang sehari harus lebih dari 0 dan paling banyak {most}, misalnya 2,5. Kosongkan bila tidak ada yang menghitung.",
        "Hours lost a day must be more than 0 and at most {most}, for example 2.5. Leave it empty if nobody counted.",
    ),
    "obstacle.people_wrong": Row(
        "Jumlah warga yang pulang tanpa direkam harus bilangan bulat antara 0 dan {most}.",
        "The number of residents who left unrecorded must be a whole number between 0 and {most}.",
    ),
    "obstacle.note_needed": Row(
        "Tuliskan apa yang terjadi, paling sedikit {least} huruf.",
        "Write what happened, at least {least} letters.",
    ),
    "obstacle.evidence_needed": Row(
        "Tuliskan buktinya: nomor surat, nama berita, foto, atau siapa yang melihat.",
        "Name the evidence: number of a letter, title of an article, a photograph, or who saw it.",
    ),
    "obstacle.post_unknown": Row(
        "Pos {station} tidak ada di wilayah ini. Pilih pos dari daftar, atau kosongkan untuk semua pos.",
        "There is no post {station} in this place. Choose one from the list, or leave it empty for all posts.",
    ),
    "obstacle.report_unknown": Row(
        "Laporan hambatan ini tidak ditemukan. Muat ulang halaman Hambatan.",
        "This report of an obstacle was not found. Reload the page of obstacles.",
        404,
    ),
    "obstacle.own_report": Row(
        "Laporan sendiri tidak dapat dinilai sendiri. Minta atasan atau rekan menilainya.",
        "Nobody reviews their own report. Ask your superior or a colleague to review it.",
        403,
    ),
    "obstacle.place_too_wide": Row(
        "Jam hilang dilaporkan untuk satu kabupaten/kota atau kecamatan. Pilih wilayahnya dulu.",
        "Lost hours are reported for one kabupaten/kota or kecamatan. Choose the place first.",
    ),
    "obstacle.day_unknown": Row(
        "Hari pos ini belum ada di buku hambatan. Periksa tanggalnya, atau tunggu kiriman stasiun berikutnya.",
        "This day of this post is not in the obstacle ledger yet. Check the date, or wait for the station's next delivery.",
        404,
    ),
}
