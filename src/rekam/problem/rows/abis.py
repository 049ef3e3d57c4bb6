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
    "abis.gallery_ref_unusable": Row(
        id="Rujukan orang harus 1 sampai {most} bita tanpa NUL. Pakai rujukan yang lebih pendek.",
        en="The reference of a person must have 1 to {most} bytes and no NUL. Use a shorter reference.",
    ),
    "abis.gallery_record_long": Row(
        id="Templat dan nama galeri orang ini lebih panjang dari {most} bita. Kurangi galerinya.",
        en="The template and gallery names of this person are longer than {most} bytes. Use fewer galleries.",
    ),
    "abis.gallery_row_damaged": Row(
        id="Catatan {ref} di galeri rusak di cakram. Masukkan lagi orang ini dari register, lalu periksa cakramnya.",
        en="The record of {ref} in the gallery is damaged on the disk. Enrol this person again from the register, then check the disk.",
        http=500,
    ),
    "abis.gallery_files_in_use": Row(
        id="Galeri {folder} sedang dipakai proses lain. Hentikan proses itu dahulu.",
        en="Another process is using the gallery {folder}. Stop that one first.",
        http=409,
    ),
    "abis.gallery_files_damaged": Row(
        id="Kedua kepala berkas galeri {folder} rusak. Pindahkan folder itu, lalu bangun ulang galeri dari register.",
        en="Both heads of the gallery files {folder} are damaged. Move that folder away, then rebuild the gallery from the register.",
        http=500,
    ),
    "abis.gallery_files_closed": Row(
        id="Galeri {folder} tidak menerima perubahan lagi setelah cakramnya gagal. Periksa cakram, lalu jalankan ulang.",
        en="The gallery {folder} takes no more changes after its disk failed. Check the disk, then start again.",
        http=503,
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
    "abis.subjects_unreadable": Row(
        id="Folder {folder} tidak ada atau tidak berisi satu subfolder gambar untuk tiap orang. Periksa letak dan susunan folder.",
        en="The folder {folder} does not exist or does not hold one sub-folder of pictures a subject. Check where it is and how it is laid out.",
        http=404,
    ),
    "abis.picture_unreadable": Row(
        id="Gambar {file} rusak atau bukan gambar. Ganti atau keluarkan berkas itu.",
        en="The picture {file} is damaged or is not a picture. Replace or remove that file.",
    ),
    "abis.face_not_found": Row(
        id="Tidak ada wajah yang dapat dibaca pada foto ({reason}). Minta warga menghadap kamera tanpa penutup wajah, lalu rekam ulang.",
        en="No face that can be read was found in the portrait ({reason}). Ask the person to face the camera with the face uncovered, then capture again.",
    ),
    "abis.face_library_missing": Row(
        id="Pustaka wajah {library} tidak terpasang. Pasang dengan: pip install rekam[face].",
        en="The face library {library} is not installed. Install it with: pip install rekam[face].",
        http=501,
    ),
    "abis.face_model_unreadable": Row(
        id="Berkas model wajah {file} tidak terbaca sebagai ONNX. Periksa berkasnya atau pakai model bawaan.",
        en="The face model file {file} cannot be read as ONNX. Check the file or use the model of the house.",
    ),
    "abis.plot_library_missing": Row(
        id="Pustaka gambar grafik tidak terpasang. Pasang dengan: pip install rekam[plot], atau jalankan tanpa --plot.",
        en="The plotting library is not installed. Install it with: pip install rekam[plot], or run without --plot.",
        http=501,
    ),
    "abis.plot_unwritable": Row(
        id="Grafik tidak dapat ditulis di folder {folder}. Periksa izin dan ruang disk, atau pilih folder lain.",
        en="The plots cannot be written to the folder {folder}. Check permission and disk space, or choose another folder.",
    ),
    "abis.same_finger_twice": Row(
        id="Satu jari direkam di dua tempat (nomor jari {places}). Bandingkan gambarnya; bila benar, minta warga merekam ulang jari itu.",
        en="One finger was recorded at two places (finger numbers {places}). Compare the pictures; if it is so, ask the person to have that finger recorded again.",
    ),
    "abis.finger_of_another": Row(
        id="Jari pada rekaman ini sama dengan jari orang lain yang direkam operator yang sama (nomor jari = awal nomor paket: {places}). Periksa gambarnya dan tanyakan kepada operator sebelum kartu dicetak.",
        en="A finger of this recording is also a finger of someone else whom the same operator recorded (finger number = start of that packet: {places}). Look at the pictures and ask the operator before a card is printed.",
    ),
}
