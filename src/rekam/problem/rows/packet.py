from rekam.problem.row import Row

_TELL = "Simpan berkasnya, jangan dihapus, dan beri tahu pusat."
_TELL_EN = "Keep the file, do not delete it, and tell the centre."

_CONTENT = {
    "packet.content_unreadable": Row(
        "Isi perekaman tidak dapat dibaca (bagian: {field}). Perekaman ini perlu diperiksa di pusat.",
        "The content of the recording cannot be read (part: {field}). It has to be examined at the centre.",
    ),
    "packet.content_too_large": Row(
        "Isi perekaman {size} bita, paling besar {limit}. Ambil ulang foto dengan ukuran yang lebih kecil.",
        "The content of the recording is {size} bytes, at most {limit}. Take the pictures again at a smaller size.",
        413,
    ),
    "packet.note_unreadable": Row(
        "Catatan tersegel dari stasiun tidak terbaca (bagian {field}). Catatan itu disimpan seperti datangnya; minta stasiun mencatatnya lagi.",
        "The sealed note from the station cannot be read (part {field}). It is kept as it came; ask the station to note it again.",
    ),
    "packet.content_kind": Row(
        "Isi paket ini berjenis {kind}, bukan {expected}. Serahkan ke bagian yang menanganinya.",
        "This packet holds {kind}, not {expected}. Give it to the part that handles it.",
    ),
    "packet.format_unknown": Row(
        "Format versi {format} belum dikenal; program ini mengenal versi {known}. Perbarui program, lalu coba lagi.",
        "Format version {format} is not known; this program knows version {known}. Update it, then try again.",
    ),
}

_ENVELOPE = {
    "packet.message_too_large": Row(
        "Pesan {size} bita, paling besar {limit}. Pesan ditolak.",
        "The message is {size} bytes, at most {limit}. It is refused.",
        413,
    ),
    "packet.envelope_unreadable": Row(
        f"Amplop bertanda tangan tidak dapat dibaca; berkas rusak atau terpotong. {_TELL}",
        f"The signed envelope cannot be read; the file is damaged or cut short. {_TELL_EN}",
        400,
    ),
    "packet.message_type": Row(
        "Pesan ini jenis lain; yang diharapkan di sini: {expected}. Periksa berkas yang dipilih.",
        "This is another kind of message; expected here: {expected}. Check which file was chosen.",
        400,
    ),
    "packet.station_unknown": Row(
        "Stasiun {station} tidak terdaftar di pusat. Daftarkan stasiun ini dahulu, lalu kirim lagi.",
        "Station {station} is not registered at the centre. Register it first, then send again.",
        403,
    ),
    "packet.key_unknown": Row(
        "Kunci {key} tidak terdaftar untuk pengirim ini. Daftarkan kunci yang baru atau periksa asal berkas.",
        "Key {key} is not registered for this sender. Register the new key or check where the file came from.",
        403,
    ),
    "packet.signature_bad": Row(
        f"Tanda tangan kunci {{key}} tidak cocok: isinya berubah setelah ditandatangani. {_TELL}",
        f"The signature of key {{key}} does not match: the content changed after it was signed. {_TELL_EN}",
        403,
    ),
}

_MANIFEST = {
    "packet.manifest_unreadable": Row(
        f"Surat jalan paket tidak dapat dibaca (bagian: {{field}}). {_TELL}",
        f"The packet's manifest cannot be read (part: {{field}}). {_TELL_EN}",
    ),
    "packet.suite_unknown": Row(
        "Cara penyegelan {suite} tidak dikenal. Perbarui program, lalu coba lagi.",
        "The way of sealing {suite} is not known. Update the program, then try again.",
    ),
    "packet.chain_gap": Row(
        "Paket nomor {first} sampai {last} dari stasiun {station} belum ada. Kirim paket itu dari stasiun atau kurir.",
        "Packets {first} to {last} of station {station} are not here yet. Send them from the station or by courier.",
        409,
    ),
    "packet.chain_break": Row(
        "Paket nomor {sequence} dari stasiun {station} tidak menyambung ke paket sebelumnya. "
        "Periksa apakah basis data stasiun dipulihkan dari cadangan.",
        "Packet {sequence} of station {station} does not join the packet before it. "
        "Check whether the station's database was restored from a backup.",
        409,
    ),
    "packet.chain_fork": Row(
        "Nomor {sequence} dari stasiun {station} dipakai dua paket yang berbeda. "
        "Hentikan stasiun itu dan periksa apakah ada salinannya.",
        "Number {sequence} of station {station} is used by two different packets. "
        "Stop that station and check whether a copy of it exists.",
        409,
    ),
}

_BODY = {
    "packet.body_size": Row(
        "Badan paket {size} bita, seharusnya {expected}. Kirim ulang paket ini.",
        "The packet's body is {size} bytes and should be {expected}. Send this packet again.",
    ),
    "packet.body_altered": Row(
        "Badan paket berbeda dari yang disebut surat jalannya. Kirim ulang paket ini.",
        "The packet's body differs from the one its manifest names. Send this packet again.",
    ),
    "packet.recipient_unknown": Row(
        "Paket ini tidak disegel untuk kunci {key}. Buka dengan kunci pemulihan atau kunci pusat yang lama.",
        "This packet is not sealed to key {key}. Open it with the recovery key or the centre's former key.",
    ),
    "packet.unwrap_failed": Row(
        f"Kunci isi paket tidak dapat dibuka dengan kunci {{key}}: surat jalan dan kunci tidak cocok. {_TELL}",
        f"The packet's content key does not open with key {{key}}: manifest and key do not fit. {_TELL_EN}",
    ),
    "packet.content_key_other": Row(
        f"Kunci isi bukan yang dijanjikan surat jalan; penerima lain akan membaca isi yang berbeda. {_TELL}",
        f"The content key is not the one the manifest promised; another recipient would read other content. {_TELL_EN}",
    ),
    "packet.chunk_altered": Row(
        f"Potongan {{chunk}} dari badan paket telah berubah. {_TELL}",
        f"Chunk {{chunk}} of the packet's body was altered. {_TELL_EN}",
    ),
    "packet.chunk_moved": Row(
        f"Potongan {{chunk}} dari badan paket tidak pada tempatnya. {_TELL}",
        f"Chunk {{chunk}} of the packet's body is not in its place. {_TELL_EN}",
    ),
    "packet.body_cut": Row(
        f"Badan paket terpotong: potongan terakhir tidak ada. {_TELL}",
        f"The packet's body is cut short: the last chunk is missing. {_TELL_EN}",
    ),
    "packet.body_extended": Row(
        f"Badan paket diperpanjang setelah disegel. {_TELL}",
        f"The packet's body was extended after sealing. {_TELL_EN}",
    ),
    "packet.padding_bad": Row(
        f"Akhir isi paket tidak dapat dikenali. {_TELL}",
        f"The end of the packet's content cannot be made out. {_TELL_EN}",
    ),
}

_RECEIPT = {
    "packet.receipt_unreadable": Row(
        "Bukti terima tidak dapat dibaca (bagian: {field}). Paket tetap disimpan; minta bukti terima lagi.",
        "The receipt cannot be read (part: {field}). The packet is kept; ask for the receipt again.",
    ),
    "packet.receipt_other_packet": Row(
        "Bukti terima ini untuk paket lain. Paket tetap disimpan.",
        "This receipt is for another packet. The packet is kept.",
    ),
    "packet.receipt_other_station": Row(
        "Bukti terima ini untuk stasiun {station}. Bawa ke stasiun itu.",
        "This receipt is for station {station}. Take it there.",
    ),
    "packet.receipt_other_sequence": Row(
        "Bukti terima menyebut nomor {sequence}, paketnya bernomor {expected}. Paket tetap disimpan.",
        "The receipt says number {sequence}, the packet is number {expected}. The packet is kept.",
    ),
    "packet.receipt_copies": Row(
        "Pusat baru menyimpan {copies} salinan dari {expected}. Paket tetap disimpan sampai cukup.",
        "The centre holds {copies} of {expected} copies so far. The packet is kept until there are enough.",
    ),
    "packet.receipt_not_read": Row(
        "Pusat belum mencoba membaca paket ini. Paket tetap disimpan.",
        "The centre has not tried to read this packet yet. The packet is kept.",
    ),
    "packet.receipt_not_in_log": Row(
        f"Bukti terima tidak terbukti ada dalam catatan pusat. Paket tetap disimpan. {_TELL}",
        f"The receipt is not proved to stand in the centre's log. The packet is kept. {_TELL_EN}",
    ),
}

_EXCHANGE = {
    "packet.request_unreadable": Row(
        "Pesan stasiun tidak dapat dibaca (bagian: {field}). Perbarui program stasiun.",
        "The station's message cannot be read (part: {field}). Update the station's program.",
        400,
    ),
    "packet.answer_unreadable": Row(
        "Jawaban pusat tidak dapat dibaca (bagian: {field}). Tidak ada yang hilang; stasiun mencoba lagi nanti.",
        "The centre's answer cannot be read (part: {field}). Nothing is lost; the station tries again later.",
        502,
    ),
    "packet.answer_other_station": Row(
        "Jawaban ini untuk stasiun {station}. Jawaban diabaikan; stasiun mencoba lagi nanti.",
        "This answer is for station {station}. It is ignored; the station tries again later.",
        502,
    ),
    "packet.answer_other_request": Row(
        "Jawaban ini untuk pertanyaan lain, mungkin yang lama. Jawaban diabaikan; stasiun mencoba lagi nanti.",
        "This answer is for another request, perhaps an old one. It is ignored; the station tries again later.",
        502,
    ),
}

_SIBLING = {
    "packet.sibling_unreadable": Row(
        "Pesan stasiun sebelah tidak dapat dibaca (bagian: {field}). Stasiun ini bekerja sendiri; perbarui program keduanya.",
        "The message of the station next door cannot be read (part: {field}). This station works alone; update both programs.",
        400,
    ),
    "packet.sibling_other_station": Row(
        "Pesan ini untuk stasiun {station}. Pesan diabaikan; periksa alamat di berkas penyiapan.",
        "This message is for station {station}. It is ignored; check the addresses in the provisioning.",
        409,
    ),
    "packet.sibling_other_question": Row(
        "Jawaban stasiun sebelah bukan untuk pertanyaan ini. Jawaban diabaikan; stasiun bertanya lagi.",
        "The answer of the station next door is for another question. It is ignored; the station asks again.",
        409,
    ),
    "packet.sibling_replayed": Row(
        "Pesan dari {station} ini sudah pernah datang. Pesan diabaikan; tidak ada nomor yang berpindah.",
        "This message of {station} came before. It is ignored; no number was moved.",
        409,
    ),
}

_POLICY = {
    "packet.policy_unreadable": Row(
        "Kebijakan dari pusat tidak dapat dibaca (bagian: {field}). Kebijakan lama tetap berlaku; laporkan kepada kantor kabupaten.",
        "The centre's policy cannot be read (part: {field}). The old one stays in force; tell the regency office.",
        502,
    ),
    "packet.policy_other_station": Row(
        "Kebijakan ini untuk stasiun {station}. Pasang yang dibuat untuk stasiun ini.",
        "This policy is for station {station}. Install the one that was made for this station.",
        409,
    ),
    "packet.policy_older": Row(
        "Kebijakan ini versi {found}; stasiun sudah mengikuti versi {known}. Yang lama tidak dipasang; minta berkas baru dari kantor kabupaten.",
        "This policy is version {found}; the station already follows version {known}. The old one is not installed; ask the regency office for a new file.",
        409,
    ),
}

_KEY = {
    "packet.key_missing": Row(
        "Kunci {name} tidak ada di map kunci. Pulihkan dari cadangan atau daftarkan kunci baru.",
        "Key {name} is not in the key folder. Restore it from the backup or register a new key.",
        500,
    ),
    "packet.key_exists": Row(
        "Kunci {name} sudah ada dan tidak ditimpa. Pakai nama lain untuk kunci baru.",
        "Key {name} exists already and is not overwritten. Use another name for a new key.",
        409,
    ),
    "packet.key_unreadable": Row(
        "Berkas kunci {name} rusak atau bukan kunci jenis ini. Pulihkan dari cadangan.",
        "The key file {name} is damaged or not a key of this kind. Restore it from the backup.",
        500,
    ),
    "packet.key_open_to_others": Row(
        "Kunci {name} dapat dibaca pengguna lain (hak {mode}). Batasi: 0700 untuk map, 0600 untuk berkas.",
        "Key {name} can be read by other users (mode {mode}). Restrict it: 0700 for the folder, 0600 for files.",
        500,
    ),
    "packet.public_key_unreadable": Row(
        "Kunci publik tidak dapat dibaca. Ekspor lagi dari pemiliknya dan bandingkan nomor kuncinya.",
        "The public key cannot be read. Export it again at its owner and compare the key number.",
        400,
    ),
    "packet.draft_unreadable": Row(
        "Rancangan perekaman tidak dapat dibuka; berkas rusak. Ambil ulang langkah ini.",
        "The draft of the recording cannot be opened; the file is damaged. Do this step again.",
        500,
    ),
}

ROWS: dict[str, Row] = {
    **_CONTENT,
    **_ENVELOPE,
    **_MANIFEST,
    **_BODY,
    **_RECEIPT,
    **_EXCHANGE,
    **_SIBLING,
    **_POLICY,
    **_KEY,
}
