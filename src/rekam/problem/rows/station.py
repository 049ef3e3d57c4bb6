from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "station.store_not_safe": Row(
        "Penyimpanan laptop tidak dapat menjamin data tetap ada bila listrik padam ({setting}: {found}, seharusnya {expected}). Perekaman tidak dimulai; hubungi petugas teknis.",
        "This laptop's storage cannot promise that data survive a power cut ({setting}: {found}, should be {expected}). Recording does not start; call the technical staff.",
        500,
    ),
    "station.store_failed": Row(
        "Penyimpanan laptop gagal: {reason}. Hentikan perekaman dan hubungi petugas teknis; jangan hapus apa pun.",
        "The laptop's storage failed: {reason}. Stop recording and call the technical staff; delete nothing.",
        500,
    ),
    "station.store_busy": Row(
        "Penyimpanan sedang dipakai program lain. Tunggu sebentar, lalu ulangi.",
        "The storage is in use by another program. Wait a moment and repeat.",
        503,
    ),
    "station.store_newer": Row(
        "Data laptop ini ditulis oleh Rekam yang lebih baru (bentuk {found}; program ini mengenal {known}). Pasang lagi versi yang terbaru.",
        "This laptop's data were written by a newer Rekam (form {found}; this program knows {known}). Install the newest version again.",
        500,
    ),
    "station.already_running": Row(
        "Stasiun dengan folder {folder} sudah berjalan. Tutup yang lama dulu, atau pakai jendela yang sudah terbuka.",
        "A station with the folder {folder} is already running. Close that one first, or use its open window.",
        409,
    ),
    "station.not_provisioned": Row(
        "Stasiun ini belum disiapkan oleh kantor kabupaten. Pasang berkas penyiapan lebih dulu.",
        "This station has not been prepared by the regency office. Install the provisioning file first.",
        409,
    ),
    "station.provisioning_unreadable": Row(
        "Berkas penyiapan tidak terbaca: {reason}. Minta berkas baru dari kantor kabupaten.",
        "The provisioning file cannot be read: {reason}. Ask the regency office for a new one.",
    ),
    "station.not_on_roster": Row(
        "NIK ini tidak ada di daftar stasiun. Periksa ketikannya; bila benar, warga mungkin terdaftar di kecamatan lain atau belum punya NIK: arahkan ke kantor Dukcapil kabupaten/kota.",
        "This NIK is not on the station's roster. Check the typing; if it is right, the resident may be registered elsewhere or has no NIK yet: send them to the regency's civil registration office.",
        404,
    ),
    "station.already_recorded": Row(
        "Warga ini sudah direkam di sini, kode tanda terima {receipt}. Lihat keadaannya di Kotak keluar; tidak perlu merekam lagi.",
        "This resident was recorded here already, receipt code {receipt}. See its state in the outbox; there is no need to record again.",
        409,
    ),
    "station.draft_gone": Row(
        "Rekaman ini sudah selesai atau dibatalkan. Cari warga itu lagi untuk melihat keadaannya.",
        "This recording is finished or was cancelled. Look the resident up again to see its state.",
        404,
    ),
    "station.draft_changed": Row(
        "Rekaman ini baru saja diubah di jendela lain. Halaman dimuat ulang; periksa lalu lanjutkan.",
        "This recording was just changed in another window. The page was loaded again; check and go on.",
        409,
    ),
    "station.roster_unreadable": Row(
        "Pembaruan daftar warga dari pusat tidak terbaca. Daftar lama tetap dipakai; laporkan bila berulang.",
        "The roster update from the centre cannot be read. The old roster stays in use; report it if it happens again.",
        502,
    ),
    "station.receipt_gone": Row(
        "Tidak ada rekaman dengan kode tanda terima itu di stasiun ini.",
        "There is no recording with that receipt code at this station.",
        404,
    ),
    "station.biodata_refused": Row(
        "Rekaman ditolak: {reason} Warga perlu membawa KK dan akta kelahiran ke kantor Dukcapil kabupaten/kota untuk pembetulan NIK atau biodata.",
        "The recording is refused: {reason} The resident needs to take family card and birth certificate to the regency's civil registration office to have NIK or biodata mended.",
    ),
    "station.chain_moved": Row(
        "Penomoran rekaman berubah saat menyegel. Tekan Setuju sekali lagi; tidak ada yang hilang.",
        "The numbering of recordings changed while sealing. Press Agree once more; nothing is lost.",
        409,
    ),
    "station.wrong_item": Row(
        "Alat memberi bagian yang tidak diminta. Ulangi pengambilan.",
        "The device gave something that was not asked for. Repeat the capture.",
        502,
    ),
    "station.item_not_given": Row(
        "Alat tidak memberi gambar untuk: {items}. Periksa letak jari atau mata, lalu ulangi.",
        "The device gave no picture of: {items}. Check the position of fingers or eyes and repeat.",
        502,
    ),
    "station.supervisor_wrong": Row(
        "Persetujuan tidak sah: nama atau kata sandi penyelia tidak cocok, atau akun itu bukan penyelia di wilayah ini.",
        "The approval does not count: the supervisor's name or password does not match, or the account is no supervisor here.",
        403,
    ),
    "station.supervisor_is_operator": Row(
        "Yang menyetujui harus orang lain, bukan petugas yang merekam.",
        "The approver has to be somebody else than the operator who records.",
        403,
    ),
    "station.search_empty": Row(
        "Tulis NIK, nomor KK, atau nama warga lebih dulu.",
        "Write a NIK, a family card number or a name first.",
    ),
    "station.body_unknown": Row(
        "Ada {count} berkas rekaman yang tidak tercatat di stasiun ini. Berkas itu tidak dihapus; laporkan kepada kantor kabupaten.",
        "There are {count} recording files that this station has no line for. They are not deleted; tell the regency office.",
        500,
    ),
}
