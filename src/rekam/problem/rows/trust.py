from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "trust.not_begun": Row(
        "Pusat belum menyiapkan tempat pembaruan. Jalankan: rekam update begin.",
        "The centre has not set up its updates. Run: rekam update begin.",
        409,
    ),
    "trust.bad_name": Row(
        "Nama berkas pembaruan “{name}” tidak sah. Pakai huruf, angka, tanda hubung, titik, dan garis miring.",
        "The update file name “{name}” is not valid. Use letters, digits, hyphens, dots and slashes.",
        422,
    ),
    "trust.too_large": Row(
        "Berkas pembaruan {name} lebih besar daripada {most_mb} MB.",
        "The update file {name} is larger than {most_mb} MB.",
        413,
    ),
    "trust.repository_damaged": Row(
        "Berkas {name} di tempat pembaruan pusat rusak atau hilang. Pulihkan dari cadangan; stasiun tetap memakai versi lama.",
        "The file {name} of the centre's updates is damaged or missing. Restore it from a backup; stations keep what they have.",
        500,
    ),
    "trust.no_root": Row(
        "Stasiun ini belum diberi kunci pembaruan oleh kantor kabupaten. Pembaruan tidak dapat diperiksa, jadi tidak dipasang.",
        "The regency office has not given this station the key of updates. Updates cannot be checked, so none is installed.",
        409,
    ),
    "trust.other_root": Row(
        "Kunci pembaruan yang diberikan berbeda dengan yang sudah dipercaya stasiun ini. Laporkan kepada kantor kabupaten.",
        "The key of updates that was given differs from the one this station trusts. Tell the regency office.",
        409,
    ),
    "trust.unreachable": Row(
        "Pembaruan tidak dapat diambil sekarang. Stasiun tetap bekerja dengan versi yang ada dan mencoba lagi sendiri.",
        "Updates cannot be fetched now. The station works on with what it has and tries again by itself.",
        503,
    ),
    "trust.signature_bad": Row(
        "Pembaruan ini tidak ditandatangani pusat, jadi ditolak. Simpan cakram atau catat jaringannya, lalu laporkan.",
        "This update is not signed by the centre and is refused. Keep the disk or note the network, and report it.",
        403,
    ),
    "trust.rollback": Row(
        "Pembaruan yang ditawarkan lebih tua daripada yang sudah ada di stasiun ini, jadi ditolak.",
        "The update offered is older than what this station already has and is refused.",
        409,
    ),
    "trust.expired": Row(
        "Daftar pembaruan ini sudah terlalu lama. Minta cakram baru dari kantor kabupaten atau sambungkan jaringan; perekaman tetap jalan.",
        "This list of updates is too old. Ask the regency office for a new disk or connect the line; recording goes on.",
        410,
    ),
    "trust.file_differs": Row(
        "Berkas pembaruan {name} tidak sama dengan yang ditandatangani pusat, jadi tidak dipakai. Coba lagi atau minta cakram baru.",
        "The update file {name} is not what the centre signed and is not used. Try again or ask for a new disk.",
        422,
    ),
    "trust.unreadable": Row(
        "Daftar pembaruan tidak dapat dibaca. Stasiun tetap bekerja dengan versi yang ada.",
        "The list of updates cannot be read. The station works on with what it has.",
        422,
    ),
    "trust.wheel_unreadable": Row(
        "Berkas program {name} bukan paket program yang sah, jadi tidak dipasang.",
        "The program file {name} is not a valid program package and is not installed.",
        422,
    ),
    "trust.update_failed": Row(
        "Program versi {version} gagal dimulai dua kali. Stasiun kembali ke versi sebelumnya; tidak ada rekaman yang hilang.",
        "Program version {version} failed to start twice. The station went back to the version before; no recording is lost.",
        500,
    ),
}
