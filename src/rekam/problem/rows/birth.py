from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    # the certificate
    "birth.number_unreadable": Row(
        "Nomor akta tidak terbaca: pakai {least} sampai {most} huruf, angka, titik, garis miring, atau tanda hubung, seperti 1502-LU-17102017-0001. Salin dari kutipan aktanya.",
        "The certificate number cannot be read: use {least} to {most} letters, digits, dots, slashes or hyphens, such as 1502-LU-17102017-0001. Copy it from the certificate.",
    ),
    "birth.number_day_impossible": Row(
        "Tanggal di dalam nomor akta ({part}) tidak ada. Periksa angka nomor aktanya.",
        "The date inside the certificate number ({part}) does not exist. Check the digits of the number.",
    ),
    "birth.number_after_issue": Row(
        "Tanggal di dalam nomor akta ({part}) sesudah tanggal terbitnya. Periksa keduanya.",
        "The date inside the certificate number ({part}) is after the day of issue. Check both.",
    ),
    "birth.number_taken": Row(
        "Nomor akta ini sudah tercatat untuk anak lain. Periksa nomornya; bila memang sama, tanyakan ke dinas yang menerbitkan.",
        "This certificate number is noted for another child already. Check it; if it is really the same, ask the office that issued it.",
        409,
    ),
    "birth.certificate_there": Row(
        "Anak ini sudah punya akta yang tercatat. Batalkan catatan lama lebih dulu bila salah.",
        "This child has a certificate on record already. Withdraw the old entry first if it is wrong.",
        409,
    ),
    "birth.certificate_not_there": Row(
        "Tidak ada catatan akta yang dapat dibatalkan untuk anak ini. Muat ulang daftarnya.",
        "There is no certificate entry to withdraw for this child. Reload the list.",
        409,
    ),
    "birth.issue_date_needed": Row(
        "Tulis tanggal terbit akta, misalnya 17-10-2017.",
        "Write the day of issue of the certificate, for example 17-10-2017.",
    ),
    "birth.issue_date_future": Row(
        "Tanggal terbit akta sesudah hari ini. Periksa tanggalnya.",
        "The day of issue is after today. Check the date.",
    ),
    "birth.issue_before_birth": Row(
        "Tanggal terbit akta sebelum anak ini lahir. Periksa tanggalnya.",
        "The day of issue is before this child was born. Check the date.",
    ),
    "birth.office_needed": Row(
        "Tulis dinas yang menerbitkan akta, seperti tercetak di aktanya.",
        "Write which office issued the certificate, as printed on it.",
    ),
    "birth.office_too_long": Row(
        "Nama dinas penerbit paling banyak {most} huruf. Singkat namanya.",
        "The issuing office may have at most {most} letters. Shorten the name.",
    ),
    "birth.birth_date_needed": Row(
        "Tulis tanggal lahir yang tercetak di akta; dengan itu anaknya dipastikan.",
        "Write the date of birth printed on the certificate; it makes sure of the child.",
    ),
    "birth.birth_date_differs": Row(
        "Tanggal lahir di akta berbeda dari data penduduk. Pastikan anaknya benar; bila akta yang benar, perbaiki dulu biodatanya.",
        "The date of birth on the certificate differs from the register. Make sure of the child; if the certificate is right, correct the biodata first.",
    ),
    # the list
    "birth.no_cut": Row(
        "Belum ada data DKB, jadi daftar anak belum dapat dibuat. Muat data DKB dulu.",
        "There is no data cut yet, so the list of children cannot be made. Load a data cut first.",
        409,
    ),
    "birth.child_unknown": Row(
        "Anak ini tidak ada di daftar anak 0–18 pada data yang berlaku. Cari lagi dari daftar desanya.",
        "This child is not on the list of children 0–18 of the data in force. Search again from the village's list.",
        404,
    ),
    "birth.reason_needed": Row(
        "Pilih alasan mengapa anak ini belum punya akta.",
        "Choose the reason why this child has no certificate yet.",
    ),
    "birth.remark_too_long": Row(
        "Keterangan paling banyak {most} huruf. Singkat keterangannya.",
        "A remark may have at most {most} letters. Shorten it.",
    ),
    "birth.withdrawal_reason_needed": Row(
        "Tulis mengapa catatan ini dibatalkan, paling sedikit {least} huruf.",
        "Write why this entry is withdrawn, at least {least} letters.",
    ),
    "birth.nobody_found": Row(
        "Tidak ada anak dengan NIK atau nama itu di wilayah ini. Periksa ejaannya, atau cari di desa lain.",
        "No child with that NIK or name was found in this territory. Check the spelling, or search in another village.",
        404,
    ),
    "birth.search_too_short": Row(
        "Tulis NIK lengkap, atau paling sedikit {least} huruf dari nama.",
        "Write the whole NIK, or at least {least} letters of the name.",
    ),
    # the child identity card
    "birth.card_date_needed": Row(
        "Tulis tanggal terbit KIA, misalnya 17-10-2017.",
        "Write the day of issue of the child card, for example 17-10-2017.",
    ),
    "birth.card_date_future": Row(
        "Tanggal terbit KIA sesudah hari ini. Periksa tanggalnya.",
        "The day of issue of the child card is after today. Check the date.",
    ),
    "birth.card_before_birth": Row(
        "Tanggal terbit KIA sebelum anak ini lahir. Periksa tanggalnya.",
        "The day of issue of the child card is before this child was born. Check the date.",
    ),
    "birth.card_age": Row(
        "KIA hanya untuk yang belum {years} tahun dan belum kawin. Yang sudah wajib KTP direkam untuk KTP-el.",
        "A child card is only for those under {years} who never married. Whoever is obliged is recorded for the KTP-el.",
    ),
    "birth.card_there": Row(
        "Anak ini sudah punya KIA yang masih berlaku pada tanggal itu.",
        "This child already has a child card that is valid on that day.",
        409,
    ),
    "birth.regency_needed": Row(
        "Pilih satu kabupaten/kota atau kecamatan dulu; berkas ini dibuat paling luas untuk satu kabupaten/kota.",
        "Choose one regency or sub-district first; this file is made for one regency at most.",
    ),
    "birth.village_needed": Row(
        "Pilih satu desa atau kelurahan dulu; daftar ini dibuat per desa.",
        "Choose one village first; this list is made village by village.",
    ),
}
