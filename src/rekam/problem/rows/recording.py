from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "recording.advice_finger_small": Row(
        "Jari belum menempel penuh. Letakkan jari rata di tengah kaca sampai ruas pertama, lalu ulangi.",
        "The finger does not lie flat. Put it in the middle of the glass up to the first joint and repeat.",
    ),
    "recording.advice_finger_pale": Row(
        "Sidik jari terlalu tipis. Lembapkan jari sedikit, tekan sedikit lebih kuat, lalu ulangi.",
        "The print is too pale. Moisten the finger a little, press slightly harder and repeat.",
    ),
    "recording.advice_finger_dark": Row(
        "Sidik jari terlalu gelap. Keringkan jari, tekan lebih ringan, lalu ulangi.",
        "The print is too dark. Dry the finger, press lighter and repeat.",
    ),
    "recording.advice_finger_unclear": Row(
        "Sidik jari kurang jelas. Bersihkan kaca dan jari, tekan lebih ringan, lalu ulangi.",
        "The print is not clear. Clean the glass and the finger, press lighter and repeat.",
    ),
    "recording.advice_finger_unreadable": Row(
        "Gambar dari alat tidak terbaca. Ulangi; bila tetap terjadi, cabut dan pasang lagi kabel alat.",
        "The picture from the device cannot be read. Repeat; if it stays, unplug the device and plug it in again.",
    ),
    "recording.advice_iris_unclear": Row(
        "Iris kurang jelas. Lepas lensa kontak, buka mata lebar, pandang lurus ke alat, lalu ulangi.",
        "The iris is not clear. Take contact lenses out, open the eyes wide, look straight ahead and repeat.",
    ),
    "recording.advice_face_unclear": Row(
        "Foto kurang jelas. Hadapkan wajah ke kamera, ratakan cahaya, jangan bergerak, lalu ulangi.",
        "The photo is not clear. Face the camera, even out the light, keep still and repeat.",
    ),
    "recording.advice_iris_covered": Row(
        "Iris tertutup kelopak atau bulu mata. Minta warga membuka mata lebar-lebar, bantu angkat kelopak bila perlu, lalu ulangi.",
        "Lid or lashes cover the iris. Ask the resident to open the eyes wide, help lift the lid if needed, and repeat.",
    ),
    "recording.advice_iris_blurred": Row(
        "Gambar iris kabur. Bersihkan lensa alat, atur jarak sampai tajam, minta warga diam, lalu ulangi.",
        "The iris picture is blurred. Clean the lens, move to where it is sharp, ask the resident to keep still, and repeat.",
    ),
    "recording.advice_iris_pupil": Row(
        "Pupil terlalu kecil atau terlalu besar. Ubah cahaya ruangan (silau: redupkan, gelap: terangkan), lalu ulangi.",
        "The pupil is too small or too wide. Change the light of the room (glare: dim it, dark: brighten it) and repeat.",
    ),
    "recording.advice_iris_away": Row(
        "Mata tidak melihat ke alat. Minta warga melihat lurus ke tengah alat, lalu ulangi.",
        "The eye does not look at the device. Ask the resident to look straight into its middle and repeat.",
    ),
    "recording.advice_iris_edge": Row(
        "Mata terlalu ke tepi gambar. Geser alat sampai mata di tengah, lalu ulangi.",
        "The eye is too near the edge of the picture. Move the device until the eye is in the middle and repeat.",
    ),
    "recording.advice_iris_far": Row(
        "Mata terlalu jauh dari alat. Dekatkan alat ke mata, lalu ulangi.",
        "The eye is too far from the device. Bring the device nearer and repeat.",
    ),
    "recording.advice_face_not_one": Row(
        "Di foto tidak terlihat tepat satu wajah di depan latar polos. Minta orang lain keluar dari gambar, rapikan latar, lalu ulangi.",
        "The photo does not show exactly one face before a plain background. Ask others out of the picture, tidy the background and repeat.",
    ),
    "recording.advice_face_blurred": Row(
        "Foto kabur. Bersihkan lensa kamera, minta warga diam sebentar, lalu ulangi.",
        "The photo is blurred. Clean the camera's lens, ask the resident to keep still for a moment and repeat.",
    ),
    "recording.advice_face_dark": Row(
        "Wajah terlalu gelap. Cari tempat lebih terang atau nyalakan lampu di depan warga, lalu ulangi.",
        "The face is too dark. Find a brighter place or switch on a lamp in front of the resident and repeat.",
    ),
    "recording.advice_face_bright": Row(
        "Wajah terlalu terang. Jauhkan lampu atau hindari sinar matahari langsung, lalu ulangi.",
        "The face is too bright. Move the lamp away or keep out of direct sun and repeat.",
    ),
    "recording.advice_face_uneven": Row(
        "Cahaya datang dari satu sisi. Hadapkan warga ke arah cahaya atau beri lampu di sisi yang gelap, lalu ulangi.",
        "The light comes from one side. Turn the resident to the light or light the dark side and repeat.",
    ),
    "recording.advice_face_background": Row(
        "Latar belakang tidak rata. Pasang kain latar dan singkirkan benda di belakang warga, lalu ulangi.",
        "The background is not plain. Put up the backdrop, clear what stands behind the resident and repeat.",
    ),
    "recording.advice_face_far": Row(
        "Wajah terlalu kecil. Dekatkan warga ke kamera, lalu ulangi.",
        "The face is too small. Bring the resident nearer to the camera and repeat.",
    ),
    "recording.advice_face_near": Row(
        "Wajah terlalu besar di gambar. Mundurkan warga sedikit, lalu ulangi.",
        "The face is too large in the picture. Move the resident back a little and repeat.",
    ),
    "recording.advice_face_off_centre": Row(
        "Wajah tidak di tengah. Geser kursi atau kamera sampai wajah di tengah, lalu ulangi.",
        "The face is not in the middle. Move chair or camera until it is and repeat.",
    ),
    "recording.advice_face_tilted": Row(
        "Kepala miring. Minta warga menegakkan kepala, lalu ulangi.",
        "The head is tilted. Ask the resident to hold it upright and repeat.",
    ),
    "recording.same_finger_twice": Row(
        "Dua jari pada pengambilan ini ternyata jari yang sama. Tidak ada yang disimpan. Atur letak jari satu per satu sesuai gambar, lalu ambil ulang.",
        "Two fingers of this capture are the same finger. Nothing was kept. Place each finger as the picture shows and capture again.",
        409,
    ),
    "recording.finger_of_other_step": Row(
        "Jari ini sudah diambil pada langkah {step}: tangannya mungkin tertukar. Pengambilan ini tidak disimpan. Pastikan tangan yang benar; bila langkah {step} yang keliru, buang gambarnya di sana dan ambil ulang.",
        "This finger was already captured in step {step}: the hands may be swapped. This capture was not kept. Make sure it is the right hand; if step {step} is the wrong one, throw its picture away there and capture again.",
        409,
    ),
    "recording.index_unchecked": Row(
        "Kedua telunjuk belum dicocokkan. Minta warga meletakkan telunjuk kanan, lalu telunjuk kiri, di kaca pemindai, kemudian tekan tombol sekali lagi.",
        "The two index fingers have not been checked yet. Ask the resident to put the right, then the left index finger on the scanner, then press the button again.",
        409,
    ),
    "recording.index_differs": Row(
        "Telunjuk di kaca tidak cocok dengan yang sudah diambil. Pastikan warga dan jarinya benar, bersihkan kaca, lalu ulangi. Bila tetap tidak cocok, buang gambar telunjuk itu dan ambil ulang. Setelah {left} kali lagi, rekaman dapat disegel dengan catatan.",
        "The index finger on the glass does not match the captured one. Make sure it is the right resident and finger, clean the glass and repeat. If it still differs, throw that picture away and capture it again. After {left} more tries the recording can be sealed with a note.",
        409,
    ),
    "recording.index_not_compared": Row(
        "Telunjuk tidak dapat dicocokkan karena alat atau gambarnya tidak terbaca. Periksa alat, lalu ulangi. Setelah {left} kali lagi, rekaman dapat disegel dengan catatan.",
        "The index finger could not be compared because the device or the picture cannot be read. Check the device and repeat. After {left} more tries the recording can be sealed with a note.",
        409,
    ),
    "recording.companion_needed": Row(
        "Tulis nama pendamping dan hubungannya dengan warga (masing-masing 3 sampai {longest} huruf).",
        "Write the companion's name and relationship to the resident (3 to {longest} characters each).",
    ),
    "recording.companion_first": Row(
        "Alasan ini perlu pendamping. Buka Keadaan khusus di langkah Foto, tulis nama pendamping dan hubungannya, lalu kecualikan lagi.",
        "This reason needs a companion. Open Special circumstances in the Photo step, write the companion's name and relationship, then except again.",
        409,
    ),
    "recording.accommodation_unknown": Row(
        "Pilih dulu keadaan khusus dari daftar.",
        "Choose the special circumstance from the list first.",
    ),
    "recording.event_unreadable": Row(
        "Rekaman yang belum selesai ini tidak dapat dibaca lagi dari laptop. Mulai rekaman baru untuk warga ini.",
        "This unfinished recording can no longer be read from the laptop. Begin a new one for this resident.",
        500,
    ),
    "recording.photo_is_the_minimum": Row(
        "Foto tidak dapat dikecualikan: foto adalah syarat paling sedikit. Bila kamera rusak, laporkan alat dan atur hari lain.",
        "The photo cannot be left out: it is the least that makes a recording. If the camera is broken, report it and agree another day.",
    ),
    "recording.reason_not_allowed": Row(
        "Alasan ini tidak berlaku untuk bagian tersebut. Pilih alasan lain dari daftar.",
        "This reason does not apply to this item. Choose another one from the list.",
    ),
    "recording.supervisor_needed": Row(
        "Alasan ini perlu persetujuan penyelia. Minta penyelia mengisi nama dan kata sandinya di formulir pengecualian.",
        "This reason needs a supervisor's approval. Ask the supervisor to fill in name and password on the exception form.",
    ),
    "recording.field_not_correctable": Row(
        "Isian ini tidak dapat dibetulkan di tempat perekaman. Arahkan warga ke kantor Dukcapil kabupaten/kota.",
        "This field cannot be corrected at the station. Send the resident to the regency's civil registration office.",
    ),
    "recording.value_empty": Row(
        "Isi data yang benar lebih dulu.",
        "Fill in the correct value first.",
    ),
    "recording.document_needed": Row(
        "Tulis dokumen yang ditunjukkan warga (jenis dan nomornya, paling banyak {longest} huruf).",
        "Write which document the resident showed (kind and number, at most {longest} characters).",
    ),
    "recording.too_young": Row(
        "Warga ini belum {age} tahun, jadi belum dapat direkam. Beri tahu kapan ia boleh datang lagi.",
        "This resident is not {age} yet and cannot be recorded. Say when to come again.",
    ),
    "recording.step_not_reached": Row(
        "Langkah {step} belum selesai. Selesaikan langkah itu dulu; yang sudah tersimpan tetap ada.",
        "Step {step} is not finished. Finish it first; what was saved is still there.",
        409,
    ),
    "recording.item_open": Row(
        "Masih ada {count} bagian yang belum cukup jelas. Ulangi, atau kecualikan dengan alasan.",
        "{count} items are not good enough yet. Repeat them, or except them with a reason.",
        409,
    ),
    "recording.consent_needed": Row(
        "Warga belum menyatakan setuju. Tunjukkan halaman periksa ulang, lalu tekan Setuju.",
        "The resident has not agreed yet. Show the review page, then press Agree.",
        409,
    ),
    "recording.nothing_chosen": Row(
        "Pilih dulu bagian yang dikecualikan.",
        "Choose what is to be excepted first.",
    ),
    "recording.reason_missing": Row(
        "Pilih alasan pengecualian dari daftar.",
        "Choose the reason of the exception from the list.",
    ),
    "recording.signature_empty": Row(
        "Papan tanda tangan masih kosong. Minta warga menandatangani, atau pilih Kecualikan bila tidak dapat.",
        "The signature pad is empty. Ask the resident to sign, or choose Except if they cannot.",
    ),
    "recording.signature_unreadable": Row(
        "Gambar tanda tangan tidak terbaca atau terlalu besar. Pakai papan tanda tangan atau berkas PNG paling besar {largest} kB.",
        "The signature picture cannot be read or is too large. Use the pad or a PNG file of at most {largest} kB.",
    ),
}
