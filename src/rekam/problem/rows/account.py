from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "account.sign_in_needed": Row(
        "Silakan masuk dengan nama pengguna dan kata sandi Anda lebih dulu.",
        "Please sign in with your user name and password first.",
        401,
    ),
    "account.wrong_password": Row(
        "Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar-kecil, lalu coba lagi.",
        "The user name or password does not match. Check capital letters and try again.",
        401,
    ),
    "account.too_many_tries": Row(
        "Terlalu banyak percobaan. Tunggu {seconds} detik, lalu coba lagi.",
        "Too many tries. Wait {seconds} seconds and try again.",
        429,
    ),
    "account.expired": Row(
        "Akun ini sudah lewat masa berlakunya. Minta kantor kabupaten memperbaruinya.",
        "This account is past its date. Ask the regency office to renew it.",
        401,
    ),
    "account.revoked": Row(
        "Akun ini sudah dinonaktifkan. Hubungi kantor kabupaten.",
        "This account has been deactivated. Call the regency office.",
        401,
    ),
    "account.offline_too_long": Row(
        "Stasiun ini sudah lebih dari {days} hari tanpa kabar dari pusat, jadi belum ada yang dapat masuk. Rekaman tetap aman. Sambungkan ke pusat atau pasang berkas kebijakan dari kantor kabupaten.",
        "This station has had no word of the centre for more than {days} days, so nobody can sign in yet. Recordings are safe. Connect it to the centre or install a policy file of the regency office.",
        403,
    ),
    "account.own_key_locked": Row(
        "Kunci tanda tangan Anda sedang terkunci. Masuk lagi dengan kata sandi Anda; rekaman tetap tersimpan.",
        "Your signing key is locked. Sign in again with your password; the recording is kept.",
        401,
    ),
    "account.signature_missing": Row(
        "Rekaman ini tidak ditandatangani oleh {account}, padahal kuncinya sudah dikenal. Paket aman di pusat dan menunggu pemeriksaan.",
        "This recording is not signed by {account}, whose key is known. The packet is safe at the centre and waits to be looked at.",
        409,
    ),
    "account.signature_wrong": Row(
        "Tanda tangan {account} tidak cocok dengan isi rekaman. Paket aman di pusat dan menunggu pemeriksaan.",
        "The signature of {account} does not fit the recording. The packet is safe at the centre and waits to be looked at.",
        409,
    ),
    "account.signing_key_unknown": Row(
        "Kunci {key} milik {account} belum dikenal pusat. Paket aman dan jalan lagi sendiri begitu stasiun melaporkan kunci itu.",
        "The centre does not know key {key} of {account} yet. The packet is safe and goes on by itself once the station reports the key.",
        409,
    ),
    "account.signed_after_revocation": Row(
        "Rekaman ini disegel setelah akun {account} dinonaktifkan. Paket aman di pusat dan menunggu pemeriksaan.",
        "This recording was sealed after account {account} was deactivated. The packet is safe at the centre and waits to be looked at.",
        409,
    ),
    "account.recovery_unknown": Row(
        "Nama pengguna ini tidak dikenal di stasiun ini. Periksa ejaannya, atau tanyakan kepada kantor kabupaten.",
        "This user name is not known at this station. Check the spelling, or ask the regency office.",
        404,
    ),
    "account.recovery_not_asked": Row(
        "Belum ada pertanyaan untuk akun ini, atau sudah terpakai. Mulai lagi dari “Lupa kata sandi?”.",
        "There is no open question for this account, or it has been used. Begin again at “Forgotten password?”.",
        409,
    ),
    "account.recovery_code_wrong": Row(
        "Kode dari kantor tidak cocok. Minta dibacakan sekali lagi; sisa percobaan: {left}.",
        "The office's code does not match. Have it read once more; tries left: {left}.",
        403,
    ),
    "account.recovery_used_up": Row(
        "Terlalu banyak kode yang salah. Mulai lagi untuk pertanyaan baru.",
        "Too many wrong codes. Begin again for a new question.",
        429,
    ),
    "account.password_short": Row(
        "Kata sandi baru paling sedikit {least} huruf.",
        "The new password has at least {least} letters.",
    ),
    "account.password_differs": Row(
        "Kedua kata sandi baru tidak sama. Ketik lagi.",
        "The two new passwords differ. Type them again.",
    ),
    "account.recovery_no_secret": Row(
        "Pusat belum menerima rahasia pemulihan dari stasiun {station}. Pakai jalan lain: kata sandi baru lewat kiriman atau berkas kebijakan.",
        "The centre has not received the recovery secret of station {station} yet. Use the other way: a new password by delivery or policy file.",
        409,
    ),
    "account.recovery_challenge_bad": Row(
        "Pertanyaan stasiun terdiri dari 8 huruf atau angka. Minta dibacakan sekali lagi.",
        "The station's question has 8 letters or digits. Have it read once more.",
    ),
    "account.unknown": Row(
        "Tidak ada akun {account} di wilayah Anda.",
        "There is no account {account} in your territory.",
        404,
    ),
    "account.name_taken": Row(
        "Nama pengguna {account} sudah dipakai. Pilih nama lain.",
        "The user name {account} is taken. Choose another one.",
        409,
    ),
    "account.name_bad": Row(
        "Nama pengguna terdiri dari 3–40 huruf kecil, angka, titik atau garis; nama lengkap tidak boleh kosong.",
        "A user name has 3 to 40 lower-case letters, digits, dots or dashes; the full name may not be empty.",
    ),
    "account.not_permitted": Row(
        "Akun Anda tidak berwenang untuk tindakan ini di wilayah {place}. Mintalah kepada petugas yang berwenang.",
        "Your account may not do this in {place}. Ask an officer who may.",
        403,
    ),
    "account.form_expired": Row(
        "Halaman ini sudah terlalu lama terbuka. Muat ulang halaman, lalu kirim sekali lagi; yang sudah tersimpan tetap ada.",
        "This page has been open too long. Reload it and send again; what was saved is still there.",
        403,
    ),
}
