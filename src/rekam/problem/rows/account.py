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
