from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "engine.already_running": Row(
        "Mesin pencari sudah berjalan di folder {folder}. Pakai yang itu, atau hentikan dulu.",
        "An engine is already running on the folder {folder}. Use that one, or stop it first.",
        409,
    ),
    "engine.encounter_unknown": Row(
        "Kunjungan itu tidak ada pada orang ini. Periksa nomor orang dan nomor kunjungan.",
        "This person has no such encounter. Check the ids of the person and the encounter.",
        404,
    ),
    "engine.person_unknown": Row(
        "Tidak ada orang dengan nomor itu. Periksa nomornya.",
        "Nobody has that person id. Check the id.",
        404,
    ),
    "engine.gallery_unknown": Row(
        "Tidak ada galeri dengan nama itu. Lihat daftar galeri, atau pakai ALL untuk semuanya.",
        "No gallery has that name. Read the list of galleries, or use ALL for all of them.",
        404,
    ),
    "engine.gallery_reserved": Row(
        "Nama galeri ALL berarti semua galeri dan tidak boleh dipakai untuk satu galeri. Pilih nama lain.",
        "The gallery name ALL means every gallery and cannot be the name of one. Choose another name.",
        403,
    ),
    "engine.encounter_taken": Row(
        "Orang itu sudah mempunyai kunjungan dengan nomor yang sama. Tidak ada yang diubah; pakai nomor lain atau perbarui kunjungan itu.",
        "That person already has an encounter with the same id. Nothing was changed; use another id or update that encounter.",
        409,
    ),
    "engine.encounter_id_differs": Row(
        "Isi permintaan menyebut kunjungan lain daripada alamatnya. Samakan keduanya atau hapus encounterId dari isi.",
        "The body names another encounter than the address. Make them the same or leave encounterId out of the body.",
        400,
    ),
    "engine.status_unknown": Row(
        "Status kunjungan hanya ACTIVE atau INACTIVE. Pilih salah satunya.",
        "The status of an encounter is ACTIVE or INACTIVE only. Choose one of them.",
        403,
    ),
    "engine.page_bad": Row(
        "Awal dan banyaknya baris tidak boleh di bawah nol. Perbaiki offset atau limit.",
        "The first row and the number of rows cannot be below zero. Mend offset or limit.",
        403,
    ),
    "engine.items_too_many": Row(
        "Terlalu banyak data biometrik dalam satu permintaan; paling banyak {most}. Bagi menjadi beberapa kunjungan.",
        "Too many biometric items in one request; {most} at most. Split them into several encounters.",
        400,
    ),
    "engine.item_not_compared": Row(
        "Mesin ini tidak membandingkan {type} {subtype}. Kirim jari satu per satu dan mata kanan atau kiri.",
        "This engine does not compare {type} {subtype}. Send fingers one by one and the right or the left eye.",
    ),
    "engine.item_encrypted": Row(
        "Data biometrik ini dienkripsi dan mesin tidak punya kuncinya. Kirim tanpa enkripsi di dalam; sambungannya sendiri sudah TLS.",
        "This biometric item is encrypted and the engine has no key for it. Send it without inner encryption; the connection itself is TLS.",
    ),
    "engine.item_empty": Row(
        "Data biometrik ini tidak berisi gambar atau templat. Mesin tidak mengambil imageRef; kirim gambarnya di dalam image.",
        "This biometric item holds neither an image nor a template. The engine fetches no imageRef; send the picture inside image.",
    ),
    "engine.buffer_not_base64": Row(
        "Isi {field} bukan base64. Kirim ulang dengan sandi base64 (RFC 4648).",
        "The content of {field} is not base64. Send it again in base64 (RFC 4648).",
    ),
    "engine.place_differs": Row(
        "Rekaman ISO menyebut jari atau mata lain daripada permintaannya. Periksa posisi, lalu kirim ulang.",
        "The ISO record names another finger or eye than the request. Check the position, then send it again.",
    ),
    "engine.resolution_bad": Row(
        "Resolusi gambar harus {least} sampai {most} dpi. Periksa isi resolution.",
        "The resolution of the picture must be {least} to {most} dpi. Check resolution.",
    ),
    "engine.template_format_unknown": Row(
        "Mesin ini hanya membaca templat dengan format {known}. Kirim gambarnya saja.",
        "This engine reads only templates of the format {known}. Send the picture instead.",
    ),
    "engine.probe_unreadable": Row(
        "Tidak ada yang dapat dibandingkan, jadi pencarian tidak dijalankan ({reason}). Kirim gambar jari atau iris yang terbaca.",
        "There is nothing to compare, so no search was made ({reason}). Send readable pictures of fingers or irises.",
        403,
    ),
    "engine.parameter_missing": Row(
        "Parameter {name} wajib ada. Tambahkan, lalu kirim ulang.",
        "The parameter {name} is required. Add it, then send the request again.",
        400,
    ),
    "engine.parameter_bad": Row(
        "Parameter {name} tidak sesuai kontrak ({reason}). Perbaiki, lalu kirim ulang.",
        "The parameter {name} does not keep to the contract ({reason}). Mend it, then send the request again.",
        400,
    ),
    "engine.body_not_json": Row(
        "Isi permintaan bukan JSON ({reason}). Perbaiki, lalu kirim ulang.",
        "The body of the request is not JSON ({reason}). Mend it, then send the request again.",
        400,
    ),
    "engine.body_bad": Row(
        "Isi permintaan tidak sesuai kontrak pada {field} ({reason}). Perbaiki, lalu kirim ulang.",
        "The body of the request does not keep to the contract at {field} ({reason}). Mend it, then send the request again.",
        400,
    ),
    "engine.body_too_large": Row(
        "Permintaan lebih besar dari {most} byte. Kecilkan gambarnya atau bagi menjadi beberapa kunjungan.",
        "The request is larger than {most} bytes. Make the pictures smaller or split them into several encounters.",
        400,
    ),
    "engine.path_unknown": Row(
        "Alamat itu tidak ada pada antarmuka OSIA ABIS 1.6. Periksa alamatnya.",
        "The OSIA ABIS 1.6 interface has no such address. Check the address.",
        404,
    ),
    "engine.method_unknown": Row(
        "Cara {method} tidak ada pada alamat itu. Pakai salah satu dari: {known}.",
        "The method {method} does not exist at that address. Use one of: {known}.",
        405,
    ),
    "engine.token_missing": Row(
        "Permintaan ini perlu token. Kirim tajuk Authorization: Bearer dengan token yang berlaku.",
        "This request needs a token. Send the header Authorization: Bearer with a valid token.",
        403,
    ),
    "engine.token_bad": Row(
        "Token tidak berlaku: tanda tangan salah, kedaluwarsa, atau isinya kurang. Minta token baru.",
        "The token is not valid: wrong signature, expired, or something is missing in it. Ask for a new token.",
        403,
    ),
    "engine.scope_missing": Row(
        "Token ini tidak mengizinkan {scope}. Minta token dengan izin itu.",
        "This token does not allow {scope}. Ask for a token with that scope.",
        403,
    ),
    "engine.token_key_unreadable": Row(
        "Kunci token tidak terbaca. Berikan kunci umum Ed25519, P-256 atau RSA sebagai JWK atau PEM.",
        "The token key cannot be read. Give a public Ed25519, P-256 or RSA key as JWK or PEM.",
    ),
    "engine.callback_not_allowed": Row(
        "Alamat callback itu tidak diizinkan. Minta pengelola mesin menambahkan hostnya dengan --callback-host.",
        "That callback address is not allowed. Ask who runs the engine to add its host with --callback-host.",
        403,
    ),
    "engine.task_unknown": Row(
        "Tidak ada tugas dengan nomor itu, atau hasilnya sudah terkirim dan dihapus. Kirim permintaannya lagi.",
        "There is no task of that id, or its result was delivered and removed. Send the request again.",
        404,
    ),
    "engine.failed": Row(
        "Mesin pencari gagal menjawab. Tidak ada yang diubah; coba lagi dan laporkan bila terulang.",
        "The engine failed to answer. Nothing was changed; try again and report it if it happens again.",
        500,
    ),
}
