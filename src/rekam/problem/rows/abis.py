from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "abis.finger_unreadable": Row(
        id="Sidik jari tidak terbaca ({reason}). Bersihkan jari dan kaca alat, lalu rekam ulang jari ini.",
        en="The fingerprint cannot be read ({reason}). Wipe the finger and the glass, then capture this finger again.",
    ),
    "abis.iris_not_found": Row(
        id="Iris tidak ditemukan pada gambar ({reason}). Minta warga membuka mata lebar dan melihat ke alat, lalu rekam ulang.",
        en="No iris was found in the picture ({reason}). Ask the person to open the eye wide and look at the device, then capture again.",
    ),
    "abis.template_unreadable": Row(
        id="Templat biometrik tidak terbaca ({part}). Buat ulang templat dari gambar aslinya.",
        en="The biometric template cannot be read ({part}). Make it again from the original picture.",
    ),
    "abis.gallery_ref_taken": Row(
        id="Orang dengan rujukan {ref} sudah ada di galeri. Hapus dulu sebelum memasukkan lagi.",
        en="Someone with the reference {ref} is already in the gallery. Delete that one before inserting again.",
        http=409,
    ),
    "abis.gallery_ref_unknown": Row(
        id="Tidak ada orang dengan rujukan {ref} di galeri.",
        en="Nobody with the reference {ref} is in the gallery.",
        http=404,
    ),
    "abis.person_empty": Row(
        id="Tidak ada sidik jari maupun iris yang terbaca, jadi orang ini tidak dapat dicari. Periksa daftar pengecualian biometrik.",
        en="Neither a fingerprint nor an iris could be read, so this person cannot be searched. Check the list of biometric exceptions.",
    ),
    "abis.evaluation_empty": Row(
        id="Himpunan {set} tidak cukup untuk dinilai: perlu paling sedikit dua jari, salah satunya dengan dua gambar.",
        en="The set {set} is not enough to evaluate: it takes at least two fingers, one of them with two pictures.",
    ),
    "abis.folder_unreadable": Row(
        id="Folder {folder} tidak ada atau tidak berisi gambar bernama seperti 101_1.tif. Periksa letak folder.",
        en="The folder {folder} does not exist or holds no picture named like 101_1.tif. Check where the folder is.",
        http=404,
    ),
    "abis.picture_unreadable": Row(
        id="Gambar {file} rusak atau bukan gambar. Ganti atau keluarkan berkas itu.",
        en="The picture {file} is damaged or is not a picture. Replace or remove that file.",
    ),
}
