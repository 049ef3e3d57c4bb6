from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "mosip.no_biometrics": Row(
        "Berkas CBEFF tidak berisi satu pun gambar jari atau iris. Minta MOSIP mengirim ulang data orang ini.",
        "The CBEFF document holds no picture of a finger or an eye. Have MOSIP send this person's data again.",
    ),
    "mosip.quality": Row(
        "Tidak ada gambar jari atau iris yang cukup baik untuk dicari. Rekam ulang orang ini.",
        "No picture of a finger or an eye is good enough to be searched. Record this person again.",
    ),
    "mosip.share_failed": Row(
        "Data orang ini tidak dapat diambil dari MOSIP ({reason}). Periksa jaringan dan alamat berbagi data, lalu kirim ulang permintaan.",
        "This person's data could not be fetched from MOSIP ({reason}). Check the network and the address of the data share, then send the request again.",
        502,
    ),
    "mosip.share_expired": Row(
        "Alamat data orang ini di MOSIP sudah kedaluwarsa. Buat alamat baru di MOSIP, lalu kirim ulang permintaan.",
        "MOSIP's address of this person's data has expired. Have MOSIP make a new one and send the request again.",
        410,
    ),
    "mosip.share_not_allowed": Row(
        "Alamat {origin} bukan tempat berbagi data MOSIP yang diizinkan. Tambahkan dengan --share bila memang benar.",
        "The address {origin} is no permitted data share of MOSIP. Add it with --share if it is right.",
        403,
    ),
    "mosip.share_too_large": Row(
        "Data orang ini di MOSIP lebih besar dari {limit} oktet. Minta MOSIP memampatkan gambarnya.",
        "This person's data at MOSIP is larger than {limit} octets. Have MOSIP compress the pictures.",
        413,
    ),
    "mosip.not_opened": Row(
        "Data dari MOSIP tidak dapat dibuka dengan kunci mesin pencari. Periksa sertifikat mitra yang didaftarkan di MOSIP.",
        "The data from MOSIP does not open with the engine's key. Check the partner certificate that is registered at MOSIP.",
    ),
    "mosip.queue_failed": Row(
        "Sambungan ke antrean pesan gagal ({reason}). Mesin pencari mencoba lagi sendiri; periksa alamat, akun, dan jaringan.",
        "The connection to the message queue failed ({reason}). The engine tries again by itself; check address, account and network.",
        503,
    ),
    "mosip.queue_address": Row(
        "Alamat antrean {address} tidak dikenal. Tulis seperti stomp://nama:61613 atau stomp+ssl://nama:61614.",
        "The queue address {address} is not known. Write it like stomp://name:61613 or stomp+ssl://name:61614.",
    ),
    "mosip.key_unreadable": Row(
        "Kunci {file} tidak terbaca. Berikan kunci privat RSA dalam format PEM tanpa kata sandi, mode 0600.",
        "The key {file} cannot be read. Give an RSA private key in PEM without a password, mode 0600.",
    ),
}
