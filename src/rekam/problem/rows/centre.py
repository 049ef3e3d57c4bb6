from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    # the database
    "centre.database_unreachable": Row(
        "Basis data pusat tidak dapat dihubungi. Periksa apakah server PostgreSQL hidup dan alamat di REKAM_DATABASE benar.",
        "The centre's database cannot be reached. Check that the PostgreSQL server runs and that REKAM_DATABASE is right.",
        503,
    ),
    "centre.database_not_started": Row(
        "Basis data bawaan di {folder} tidak mau hidup. Baca berkas log di folder itu, atau pakai REKAM_DATABASE.",
        "The built-in database in {folder} does not start. Read the log file in that folder, or use REKAM_DATABASE.",
        503,
    ),
    "centre.database_newer": Row(
        "Basis data ini ditulis oleh Rekam yang lebih baru (skema {number}). Pasang Rekam versi terbaru.",
        "This database was written by a newer Rekam (schema {number}). Install the newest version.",
        500,
    ),
    "centre.not_here": Row(
        "{folder} bukan folder pusat. Periksa penulisan --folder.",
        "{folder} is not the folder of a centre. Check what was typed after --folder.",
        400,
    ),
    "centre.copies_missing": Row(
        "{missing} dari {read} salinan paket tidak ada di {path}. Periksa apakah disk itu terpasang. Bila disk baru, isi kembali dengan: rekam audit copies --refill.",
        "{missing} of {read} copies of packets are not in {path}. Check whether that disk is mounted. For a new disk, fill it with: rekam audit copies --refill.",
        503,
    ),
    # what a recording can fail for
    "centre.nik_not_in_register": Row(
        "NIK ini tidak ada di data kependudukan. Periksa NIK di KK; bila benar, laporkan ke kantor kabupaten.",
        "This NIK is not in the population register. Check it on the family card; if it is right, tell the regency office.",
        422,
    ),
    "centre.other_station": Row(
        "Isi paket menyebut stasiun {station}, bukan stasiun yang menyegelnya. Laporkan ke pusat.",
        "The content names station {station}, not the one that sealed it. Tell the centre.",
        422,
    ),
    "centre.items_missing": Row(
        "Perekaman tidak lengkap dan tanpa alasan pengecualian: {items}. Rekam ulang warga ini.",
        "The recording is incomplete without a reason: {items}. Record this resident again.",
        422,
    ),
    "centre.no_usable_biometrics": Row(
        "Tidak ada sidik jari atau iris yang dapat dibaca. Rekam ulang, atau catat pengecualian beserta alasannya.",
        "No fingerprint or iris could be read. Record again, or note the exceptions with their reasons.",
        422,
    ),
    # stations and packets
    "centre.station_known": Row(
        "Stasiun {station} sudah terdaftar dengan kunci lain. Pakai nama lain atau ganti kuncinya dengan sengaja.",
        "Station {station} is enrolled already with another key. Use another name, or change its key on purpose.",
        409,
    ),
    "centre.station_region": Row(
        "Stasiun harus berada di sebuah kecamatan; {region} bukan kode kecamatan.",
        "A station must stand in a kecamatan; {region} is not the code of one.",
        422,
    ),
    "centre.recording_unknown": Row(
        "Rekaman ini tidak dikenal di pusat. Periksa kode tanda terimanya.",
        "The centre does not know this recording. Check the receipt code.",
        404,
    ),
    # connections
    "centre.suspension_unknown": Row(
        "Pemutusan sambungan ini tidak ditemukan. Muat ulang daftar sambungan.",
        "This suspension was not found. Reload the list of connections.",
        404,
    ),
    "centre.restored_already": Row(
        "Sambungan ini sudah dipulihkan. Muat ulang halaman.",
        "This connection has been restored already. Reload the page.",
        409,
    ),
    "centre.cause_needed": Row(
        "Tuliskan sebab, nomor surat, dan syarat pemulihan sebelum memutus sambungan.",
        "Write the cause, the letter's number and the condition for restoring before a connection is cut.",
        422,
    ),
    # adjudication, cards
    "centre.case_unknown": Row(
        "Kasus ini tidak ditemukan. Muat ulang daftar kasus.",
        "This case was not found. Reload the list of cases.",
        404,
    ),
    "centre.case_closed": Row(
        "Kasus ini sudah diputuskan. Ambil kasus berikutnya.",
        "This case has been decided. Take the next one.",
        409,
    ),
    "centre.verdict_needed": Row(
        "Pilih putusan Anda dulu: orang yang sama, orang berbeda, atau tidak dapat dipastikan.",
        "Choose your verdict first: the same person, different people, or cannot be sure.",
        422,
    ),
    "centre.reason_needed": Row(
        "Tuliskan alasan keputusan Anda, paling sedikit {least} huruf.",
        "Write the reason for your decision, at least {least} letters.",
        422,
    ),
    "centre.not_a_candidate": Row(
        "NIK {nik} bukan calon dalam kasus ini. Pilih dari daftar.",
        "NIK {nik} is not a candidate of this case. Choose from the list.",
        422,
    ),
    "centre.no_blanks": Row(
        "Blangko di {place} habis. Kartu tidak dicatat tercetak; catat blangko yang datang lebih dulu.",
        "No blanks are left at {place}. The card was not noted as printed; enter the blanks that arrived first.",
        409,
    ),
    "centre.receiver_needed": Row(
        "Tuliskan siapa yang menerima kartu.",
        "Write down who received the card.",
        422,
    ),
}
