from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "biometric.picture_unreadable": Row(
        id="Berkas gambar rusak atau formatnya tidak dikenal. Ambil ulang gambarnya, atau kirim ulang berkasnya.",
        en="The picture file is damaged or of an unknown format. Capture it again, or send the file again.",
    ),
    "biometric.picture_too_large": Row(
        id="Gambar terlalu besar ({size}). Periksa setelan alat perekam, lalu ambil ulang gambarnya.",
        en="The picture is too large ({size}). Check the settings of the capture device, then capture it again.",
        http=413,
    ),
    "biometric.record_unreadable": Row(
        id="Data biometrik dari alat atau cip rusak ({standard}, bagian {field}, posisi {offset}). Ambil atau baca ulang; "
        "bila terulang, laporkan alat atau kartunya.",
        en="The biometric data from the device or chip is damaged ({standard}, part {field}, position {offset}). Capture or "
        "read it again; if it happens again, report the device or the card.",
    ),
    "biometric.slap_unreadable": Row(
        "Gambar empat jari tidak dapat dipisah: jari tidak terlihat. Bersihkan kaca, letakkan jari rata, lalu ambil ulang.",
        "The picture of four fingers cannot be separated: no fingers are seen. Clean the glass, lay the fingers flat and capture again.",
    ),
    "biometric.slap_too_few": Row(
        "Terlihat {seen} jari, seharusnya {asked}. Letakkan semua jari rata dan sedikit terbuka; kecualikan jari yang tidak ada, lalu ambil ulang.",
        "{seen} fingers are seen, {asked} should be. Lay all fingers flat and slightly apart; except a finger that is missing, then capture again.",
    ),
    "biometric.slap_too_many": Row(
        "Terlihat {seen} jari, seharusnya {asked}. Angkat jempol dan tangan lain dari kaca, lalu ambil ulang.",
        "{seen} fingers are seen, {asked} should be. Take the thumb and the other hand off the glass, then capture again.",
    ),
    "biometric.slap_order": Row(
        "Susunan jari tidak cocok dengan tangan yang diminta. Pastikan tangan yang benar dan jari menghadap ke atas, lalu ambil ulang.",
        "The fingers do not stand as on the hand asked for. Make sure it is the right hand with fingers upwards, then capture again.",
    ),
    "biometric.cbeff_unreadable": Row(
        id="Berkas CBEFF rusak atau tidak sesuai standar (bagian {part}). Minta pengirim membuat dan mengirim ulang berkasnya.",
        en="The CBEFF document is damaged or does not follow the standard (part {part}). Ask the sender to make it again and resend it.",
    ),
    "biometric.cbeff_too_large": Row(
        id="Berkas CBEFF lebih besar dari {limit} oktet. Minta pengirim memampatkan gambarnya, lalu mengirim ulang.",
        en="The CBEFF document is larger than {limit} octets. Ask the sender to compress its pictures and resend it.",
        http=413,
    ),
}
