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
        id="Data gambar dari alat rusak ({standard}, bagian {field}, posisi {offset}). Ambil ulang; bila terulang, "
        "laporkan alatnya.",
        en="The image data from the device is damaged ({standard}, part {field}, position {offset}). Capture again; "
        "if it happens again, report the device.",
    ),
}
