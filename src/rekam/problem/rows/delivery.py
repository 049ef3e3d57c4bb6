from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    # the line
    "delivery.line_refused": Row(
        "Pusat tidak dapat dihubungi. Rekaman tetap aman di laptop ini dan dikirim sendiri begitu jaringan kembali.",
        "The centre cannot be reached. Recordings stay safe on this laptop and leave by themselves once the line is back.",
        503,
    ),
    "delivery.line_broken": Row(
        "Jaringan terputus di tengah pengiriman. Yang sudah sampai tidak dikirim ulang; sisanya menyusul sendiri.",
        "The line broke while sending. What arrived is not sent again; the rest follows by itself.",
        503,
    ),
    "delivery.line_silent": Row(
        "Pusat tidak menjawab dalam {seconds} detik. Pengiriman dicoba lagi sendiri.",
        "The centre did not answer within {seconds} seconds. Sending is tried again by itself.",
        504,
    ),
    "delivery.answer_unreadable": Row(
        "Jawaban yang diterima bukan dari pusat (mungkin halaman masuk Wi-Fi). Periksa sambungan jaringan laptop ini.",
        "The answer did not come from the centre (perhaps a Wi-Fi sign-in page). Check this laptop's network.",
        502,
    ),
    "delivery.centre_failed": Row(
        "Pusat sedang bermasalah (kode {status}). Rekaman tetap aman dan pengiriman dicoba lagi sendiri.",
        "The centre has trouble (status {status}). Recordings are safe and sending is tried again by itself.",
        502,
    ),
    "delivery.centre_refused": Row(
        "Pusat menolak: {reason}. Laporkan kepada kantor kabupaten bila tetap begini.",
        "The centre refused: {reason}. Tell the regency office if this goes on.",
        502,
    ),
    # one packet
    "delivery.body_hash": Row(
        "Isi paket {packet} tidak cocok dengan nomornya, jadi rusak di jalan. Paket dikirim ulang dari awal.",
        "The content of packet {packet} does not match its number, so it was damaged on the way. It is sent again from the start.",
        422,
    ),
    "delivery.body_missing": Row(
        "Isi paket {packet} tidak ada di penyimpanan. Laporkan kepada kantor kabupaten; nomor paket tetap tercatat.",
        "The content of packet {packet} is not in the store. Tell the regency office; the packet's number stays on record.",
        404,
    ),
    "delivery.body_damaged": Row(
        "Isi paket {packet} di penyimpanan rusak. Jangan dihapus; laporkan kepada kantor kabupaten untuk dipulihkan.",
        "The stored content of packet {packet} is damaged. Do not delete it; tell the regency office so that it can be recovered.",
        500,
    ),
    "delivery.manifest_first": Row(
        "Pusat belum mengenal paket {packet}. Kirim daftar paketnya lebih dulu.",
        "The centre does not know packet {packet} yet. Send its manifest first.",
        409,
    ),
    "delivery.length_differs": Row(
        "Panjang paket {packet} berbeda: diharapkan {expected} bita, ditawarkan {offered} bita.",
        "The length of packet {packet} differs: {expected} bytes expected, {offered} offered.",
        409,
    ),
    # the disk
    "delivery.no_space": Row(
        "Ruang penyimpanan di {path} habis. Kosongkan ruang; tidak ada yang hilang dan pengiriman berlanjut sesudahnya.",
        "No space left at {path}. Free some space; nothing is lost and delivery goes on afterwards.",
        507,
    ),
    "delivery.disk_failed": Row(
        "Penyimpanan di {path} gagal: {reason}. Hentikan perekaman di laptop ini dan hubungi petugas teknis.",
        "The storage at {path} failed: {reason}. Stop recording on this laptop and call the technical staff.",
        500,
    ),
    "delivery.folder_in_use": Row(
        "Folder {path} sedang dipakai proses lain. Hentikan proses itu lebih dulu.",
        "The folder {path} is in use by another process. Stop that process first.",
        409,
    ),
    # the upload protocol, seen by another program
    "delivery.upload_unknown": Row(
        "Unggahan ini tidak dikenal di pusat. Mulai lagi dengan membuat unggahan baru.",
        "This upload is not known at the centre. Begin again by creating a new upload.",
        404,
    ),
    "delivery.upload_busy": Row(
        "Paket ini sedang diunggah lewat sambungan lain. Coba lagi sebentar.",
        "This packet is being uploaded over another connection. Try again shortly.",
        423,
    ),
    "delivery.offset_differs": Row(
        "Posisi unggahan tidak cocok: pusat sudah memegang {held} bita, pengirim mulai dari {offered}.",
        "The upload offset does not match: the centre holds {held} bytes, the sender begins at {offered}.",
        409,
    ),
    "delivery.checksum_differs": Row(
        "Potongan unggahan rusak di jalan dan dibuang. Kirim ulang potongan itu.",
        "A chunk of the upload was damaged on the way and thrown away. Send that chunk again.",
        460,
    ),
    "delivery.checksum_unknown": Row(
        "Cara hitung pemeriksa {algorithm} tidak didukung. Pakai sha256 atau sha1.",
        "The checksum algorithm {algorithm} is not supported. Use sha256 or sha1.",
        400,
    ),
    "delivery.too_large": Row(
        "Unggahan {offered} bita melebihi batas {most} bita.",
        "The upload of {offered} bytes is larger than the limit of {most} bytes.",
        413,
    ),
    "delivery.bad_header": Row(
        "Permintaan unggah tidak sah: kepala {header} kurang atau salah.",
        "The upload request is not valid: header {header} is missing or wrong.",
        400,
    ),
    "delivery.wrong_media_type": Row(
        "Jenis isi harus {expected}.",
        "The content type must be {expected}.",
        415,
    ),
    "delivery.wrong_version": Row(
        "Versi protokol unggah tidak didukung; pakai {expected}.",
        "This version of the upload protocol is not supported; use {expected}.",
        412,
    ),
    "delivery.wrong_method": Row(
        "Cara {method} tidak dikenal di alamat ini.",
        "The method {method} is not known at this address.",
        405,
    ),
}
