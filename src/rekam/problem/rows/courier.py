from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    # the disk
    "courier.disk_missing": Row(
        "Cakram {disk} tidak ditemukan. Pasang cakramnya, tunggu sampai terbaca, lalu ulangi.",
        "Disk {disk} was not found. Plug it in, wait until it is read, then repeat.",
        404,
    ),
    "courier.disk_foreign": Row(
        "Cakram {disk} belum pernah dipakai kurir Rekam, atau penandanya rusak. Periksa apakah cakramnya benar.",
        "Disk {disk} was never used by a Rekam courier, or its mark is damaged. Check that it is the right disk.",
        409,
    ),
    "courier.disk_in_station": Row(
        "Folder {disk} berada di dalam folder stasiun sendiri. Pilih cakram yang dapat dilepas.",
        "The folder {disk} is inside the station's own folder. Choose a removable disk.",
        409,
    ),
    "courier.disk_read_only": Row(
        "Cakram {disk} tidak dapat ditulisi. Geser kunci tulisnya atau pakai cakram lain; rekaman tetap aman di laptop.",
        "Disk {disk} cannot be written. Move its write lock or take another disk; recordings stay safe on the laptop.",
        409,
    ),
    "courier.disk_full": Row(
        "Cakram {disk} penuh. Yang sudah tersalin lengkap tetap sah; bawa cakram ini dan pakai cakram lain untuk sisanya.",
        "Disk {disk} is full. What was copied whole stays valid; send this disk and take another one for the rest.",
        507,
    ),
    "courier.disk_gone": Row(
        "Cakram {disk} tercabut atau tidak terbaca ({reason}). Pasang lagi dan ulangi; yang sudah lengkap tidak diulang.",
        "Disk {disk} was pulled out or cannot be read ({reason}). Plug it in and repeat; what is whole is not repeated.",
        503,
    ),
    # what is on it
    "courier.batch_unreadable": Row(
        "Daftar muatan kurir tidak dapat dibaca (bagian: {field}). Buat daftar baru di stasiun asalnya.",
        "The courier's list cannot be read (part: {field}). Make a new list at the station it came from.",
    ),
    "courier.batch_moved": Row(
        "Daftar muatan {number} milik stasiun {station} berada di tempat stasiun atau nomor lain. "
        "Buat daftar baru di stasiun asalnya.",
        "List {number} of station {station} lies in the place of another station or number. "
        "Make a new list at the station it came from.",
        409,
    ),
    "courier.nothing_for_station": Row(
        "Di cakram {disk} tidak ada apa pun untuk stasiun {station}; isinya milik: {others}. Bawa ke stasiun itu.",
        "Disk {disk} has nothing for station {station}; what is on it belongs to: {others}. Take it there.",
        409,
    ),
    "courier.station_running": Row(
        "Stasiun di folder ini sedang berjalan. Pakai halaman Kurir di stasiun itu, atau tutup dulu stasiunnya.",
        "The station of this folder is running. Use its Courier page, or close the station first.",
        409,
    ),
    "courier.two_histories": Row(
        "Pusat menunjukkan dua catatan yang bertentangan pada {size} baris. Simpan semua bukti terima dan laporkan.",
        "The centre showed two contradicting logs at {size} lines. Keep every receipt and report it.",
        409,
    ),
    # audits
    "courier.receipt_missing": Row(
        "Paket nomor {sequence} dari stasiun {station} tercatat diterima, tetapi bukti terimanya tidak ada. "
        "Minta bukti terima itu lagi dari pusat.",
        "Packet {sequence} of station {station} is noted as received, but its receipt is not there. "
        "Ask the centre for that receipt again.",
        409,
    ),
    "courier.nothing_to_audit": Row(
        "Folder {folder} bukan folder stasiun, cakram kurir, pusat, ataupun kumpulannya. Periksa nama foldernya.",
        "Folder {folder} is no station, courier's disk, centre or collection of them. Check its name.",
        404,
    ),
    "courier.copy_unreadable": Row(
        "Salinan basis data stasiun di {folder} tidak dapat dibaca ({reason}). Salin lagi dari stasiunnya.",
        "The copy of the station's database in {folder} cannot be read ({reason}). Copy it again from the station.",
    ),
}
