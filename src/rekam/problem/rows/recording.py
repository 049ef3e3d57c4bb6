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
