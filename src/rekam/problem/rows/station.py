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
    "station.absence_recorded": Row(
        "Warga ini sudah direkam di stasiun ini. Cari warga itu untuk melihat tanda terimanya; alasan atau antrean tidak perlu lagi.",
        "This resident was recorded at this station already. Look them up for the receipt; no reason or number is needed any more.",
        409,
    ),
    "station.absence_unknown": Row(
        "Pilih dulu alasannya: meninggal, pindah, di luar negeri, menolak, sakit di rumah, data ganda, atau tidak ditemukan.",
        "Choose the reason first: dead, moved, abroad, refuses, ill at home, double entry, or not found.",
    ),
    "station.remark_too_long": Row(
        "Catatan terlalu panjang; paling banyak {limit} huruf. Singkatkan, lalu simpan lagi.",
        "The remark is too long; {limit} characters at most. Shorten it and save again.",
    ),
    "station.number_length": Row(
        "NIK dan nomor KK terdiri dari 16 angka; yang diketik {count} angka. Periksa lagi angkanya.",
        "A NIK or family card number has 16 digits; {count} were typed. Check the digits.",
    ),
    "station.nik_from_elsewhere": Row(
        "Nomor ini diterbitkan di wilayah {region}, bukan di sini. Warga yang pindah baru masuk daftar setelah kepindahannya dicatat: arahkan ke kantor Dukcapil.",
        "This number was issued in {region}, not here. Who has moved is on the roster only once the move is registered: send them to the civil registration office.",
    ),
    "station.component_unknown": Row(
        "Alat itu tidak dikenal. Pilih dari halaman Alat, lalu laporkan lagi.",
        "That device is not known. Choose it on the devices page and report again.",
    ),
    "station.queue_name_needed": Row(
        "Tulis nama warga (paling banyak {limit} huruf) atau NIK 16 angka yang ada di daftar.",
        "Write the resident's name ({limit} characters at most) or a 16-digit NIK that is on the roster.",
    ),
    "station.queue_need_unknown": Row(
        "Kebutuhan khusus itu tidak dikenal. Pilih salah satu dari daftar.",
        "That special need is not known. Choose one of the list.",
    ),
    "station.queue_already": Row(
        "Warga ini sudah punya nomor {number} hari ini. Pakai nomor itu.",
        "This resident has the number {number} today. Use that one.",
        409,
    ),
    "station.queue_empty": Row(
        "Tidak ada yang menunggu. Beri nomor kepada warga berikutnya yang datang.",
        "Nobody is waiting. Give a number to the next resident who comes.",
        409,
    ),
    "station.queue_moved": Row(
        "Nomor {number} baru saja diubah di jendela lain. Lihat keadaannya di daftar, lalu lanjutkan.",
        "The number {number} was just changed in another window. See its state in the list and go on.",
        409,
    ),
    "station.day_wrong": Row(
        "Pilih tanggal mulai hari ini, paling jauh {days} hari ke depan.",
        "Choose a day from today on, {days} days ahead at most.",
    ),
    "station.hour_wrong": Row(
        "Pilih jam antara pukul {first} dan {last}.",
        "Choose an hour between {first} and {last} o'clock.",
    ),
    "station.slot_full": Row(
        "Pukul {hour} sudah penuh ({capacity} janji). Pilih jam atau hari lain.",
        "{hour} o'clock is full ({capacity} appointments). Choose another hour or day.",
        409,
    ),
    "station.appointment_gone": Row(
        "Janji temu itu sudah dibatalkan atau sudah dipakai. Beri nomor antrean biasa.",
        "That appointment was cancelled or used already. Give an ordinary number.",
        409,
    ),
    "station.village_unknown": Row(
        "Desa itu tidak ada di daftar warga stasiun ini. Pilih desa dari daftar.",
        "That village is not on this station's roster. Choose a village from the list.",
        404,
    ),
    "station.stock_wrong": Row(
        "Jumlah yang terpakai harus angka bulat 0 sampai {limit}. Betulkan, lalu tutup hari lagi.",
        "What was used has to be a whole number from 0 to {limit}. Correct it and close the day again.",
    ),
    "station.day_counts_differ": Row(
        "Hitungan tidak cocok: {counted} tercatat direkam, {sealed} paket tersegel. Tidak ada yang hilang; tulis di catatan dan laporkan kepada kantor kabupaten.",
        "The counts do not agree: {counted} counted as recorded, {sealed} packets sealed. Nothing is lost; say so in the remark and tell the regency office.",
    ),
    "station.day_slips_missing": Row(
        "{count} rekaman belum dicetak tanda terimanya. Cetak dari Kotak keluar, atau tulis sebabnya di catatan.",
        "{count} recordings have no printed receipt yet. Print them from the outbox, or say why in the remark.",
    ),
    "station.day_drafts_open": Row(
        "{count} rekaman belum selesai. Selesaikan atau hapus dari Beranda, atau tulis sebabnya di catatan.",
        "{count} recordings are unfinished. Finish or delete them on the first page, or say why in the remark.",
    ),
    "station.day_remark_needed": Row(
        "Ada hitungan yang belum cocok. Tulis sebabnya di catatan, lalu tutup hari lagi.",
        "Some counts do not agree. Say why in the remark and close the day again.",
    ),
    "station.sibling_silent": Row(
        "{station} tidak terjangkau; nomor antrean dari sini berawalan {letter}. Stasiun ini bekerja sendiri dan tetap merekam.",
        "{station} cannot be reached; queue numbers given here begin with {letter}. This station works alone and goes on recording.",
        503,
    ),
    "station.sibling_clock": Row(
        "Jam {station} dan stasiun lain berbeda {seconds} detik. Betulkan jam laptop; sampai itu masing-masing bekerja sendiri.",
        "The clocks of {station} and the other station differ by {seconds} seconds. Set the laptop's clock; until then each works alone.",
        409,
    ),
    "station.sibling_listener": Row(
        "Alamat {address} belum dapat dipakai, jadi stasiun sebelah tidak melihat antrean dari sini. Periksa kabel jaringan kantor.",
        "The address {address} cannot be used yet, so the station next door does not see this queue. Check the office network's cable.",
        503,
    ),
    "station.begun_next_door": Row(
        "Warga ini sedang direkam di {station}. Lanjutkan di sana, atau hapus rekaman itu di sana lalu mulai di sini.",
        "This resident is being recorded at {station}. Go on there, or delete that recording there and begin here.",
        409,
    ),
    "station.recorded_next_door": Row(
        "Warga ini sudah direkam hari ini di {station}. Tanda terimanya dicetak di sana.",
        "This resident was recorded today at {station}. Their receipt is printed there.",
        409,
    ),
    "station.body_unknown": Row(
        "Ada {count} berkas rekaman yang tidak tercatat di stasiun ini. Berkas itu tidak dihapus; laporkan kepada kantor kabupaten.",
        "There are {count} recording files that this station has no line for. They are not deleted; tell the regency office.",
        500,
    ),
}
