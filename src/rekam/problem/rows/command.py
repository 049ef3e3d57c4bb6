from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "command.page_not_found": Row(
        "Halaman ini tidak ada. Periksa alamatnya atau kembali ke halaman depan.",
        "There is no such page. Check the address or go back to the front page.",
        404,
    ),
    "command.request_refused": Row(
        "Permintaan ini tidak dapat dilayani dengan cara itu (HTTP {status}). Kembali, lalu coba lewat tombol di halaman.",
        "This request cannot be served that way (HTTP {status}). Go back and use the buttons of the page.",
        400,
    ),
    "command.unexpected": Row(
        "Terjadi kesalahan pada sistem, bukan pada Anda. Yang sudah tersimpan tetap aman. Sebutkan nomor {number} kepada petugas teknis.",
        "The system failed, not you. Whatever was saved is safe. Give the number {number} to the technical staff.",
        500,
    ),
    "command.file_not_found": Row(
        "Berkas atau folder {path} tidak ditemukan.",
        "The file or folder {path} was not found.",
        404,
    ),
    "command.bad_option": Row(
        "Pilihan {option} tidak sah: {reason}.",
        "The option {option} is not valid: {reason}.",
    ),
    "command.port_in_use": Row(
        "Porta {port} sudah dipakai program lain. Hentikan program itu atau pilih porta lain dengan --port.",
        "Port {port} is already in use. Stop the other program or choose another port with --port.",
        409,
    ),
    "command.certificate_unreadable": Row(
        "Sertifikat {path} atau kuncinya tidak dapat dibaca atau tidak berpasangan. Periksa --certificate dan --certificate-key.",
        "The certificate {path} or its key cannot be read, or they do not belong together. Check --certificate and --certificate-key.",
        400,
    ),
    "command.no_space": Row(
        "Ruang penyimpanan di {path} habis: tersedia {free_mb} MB, perlu {need_mb} MB. Kosongkan ruang lalu ulangi.",
        "No space left at {path}: {free_mb} MB free, {need_mb} MB needed. Free some space and try again.",
        507,
    ),
    "command.disk_refused": Row(
        "Berkas atau folder {path} tidak dapat dipakai ({reason}). Pilih tempat lain atau perbaiki izinnya.",
        "The file or folder {path} cannot be used ({reason}). Choose another place or mend its permissions.",
        507,
    ),
    "command.part_died": Row(
        "Bagian {name} berhenti berulang kali. Sebabnya ada di berkas {log}.",
        "The part {name} stops again and again. The reason stands in {log}.",
        500,
    ),
    "command.waited_too_long": Row(
        "Menunggu {what} lebih dari {seconds} detik tanpa hasil. Lihat catatan di {folder}.",
        "Waited for {what} for more than {seconds} seconds in vain. See the records in {folder}.",
        504,
    ),
}
