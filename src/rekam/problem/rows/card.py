from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "card.code_unreadable": Row(
        "Kode pada kartu tidak dapat dibaca. Bersihkan kartu, lalu pindai ulang.",
        "The code on the card cannot be read. Clean the card and scan again.",
    ),
    "card.code_forged": Row(
        "Tanda tangan digital kartu ini tidak sah. Jangan terima kartu ini; laporkan ke Disdukcapil.",
        "The digital signature of this card is not valid. Do not accept it; report it to the office.",
    ),
    "card.issuer_unknown": Row(
        "Kartu ini ditandatangani dengan kunci {key} yang tidak dikenal alat ini. Perbarui daftar kunci, lalu pindai ulang.",
        "This card was signed with key {key}, which this device does not know. Update the key list and scan again.",
    ),
    "card.not_ready": Row(
        "Rekaman ini belum siap cetak (status: {status}). Kartu hanya dicetak setelah data dinyatakan tunggal.",
        "This recording is not ready to print (status: {status}). A card is printed only after it is proved unique.",
        409,
    ),
    "card.picture_unreadable": Row(
        "Foto atau tanda tangan untuk kartu tidak dapat dibaca. Rekaman perlu diperiksa di pusat sebelum dicetak.",
        "The photo or signature for the card cannot be read. The recording must be checked at the centre before printing.",
    ),
}
