from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "person.nik_length": Row(
        id="NIK harus 16 angka; yang tertulis {length}. Salin lagi dari kartu keluarga.",
        en="A NIK has 16 digits; this has {length}. Copy it again from the family card.",
    ),
    "person.nik_digits": Row(
        id="NIK hanya boleh berisi angka 0–9. Hapus huruf atau tanda lain.",
        en="A NIK holds only the digits 0–9. Remove letters and other signs.",
    ),
    "person.nik_region_unknown": Row(
        id="Enam angka pertama NIK ({region}) bukan kode kecamatan yang dikenal. Periksa NIK pada kartu keluarga.",
        en="The first six digits of the NIK ({region}) are no known district. Check the NIK on the family card.",
    ),
    "person.nik_birth_date_impossible": Row(
        id="Angka ke-7 sampai ke-12 NIK ({part}) bukan tanggal lahir yang mungkin. Periksa NIK pada kartu keluarga.",
        en="Digits 7 to 12 of the NIK ({part}) are no possible date of birth. Check the NIK on the family card.",
    ),
    "person.nik_birth_mismatch": Row(
        id="Tanggal lahir pada NIK (angka ke-7 sampai ke-12) berbeda dari tanggal lahir yang tertulis. Perbaiki yang salah berdasarkan akta kelahiran atau kartu keluarga.",
        en="The date of birth in the NIK (digits 7 to 12) differs from the one written. Correct the wrong one from the birth certificate or family card.",
    ),
    "person.nik_sex_mismatch": Row(
        id="Jenis kelamin pada NIK (tanggal lahir perempuan ditambah 40) berbeda dari yang tertulis. Perbaiki yang salah berdasarkan akta kelahiran atau kartu keluarga.",
        en="The sex in the NIK (women's day of birth is raised by 40) differs from the one written. Correct the wrong one from the birth certificate or family card.",
    ),
    "person.nik_serial_zero": Row(
        id="Empat angka terakhir NIK tidak mungkin 0000. Periksa NIK pada kartu keluarga.",
        en="The last four digits of a NIK are never 0000. Check the NIK on the family card.",
    ),
    "person.nik_serial_range": Row(
        id="Nomor urut NIK harus 1–9999; yang diminta {serial}.",
        en="The serial of a NIK is 1–9999; {serial} was asked for.",
    ),
    "person.kk_length": Row(
        id="Nomor kartu keluarga harus 16 angka; yang tertulis {length}. Salin lagi dari kartu keluarga.",
        en="A family card number has 16 digits; this has {length}. Copy it again from the family card.",
    ),
    "person.kk_digits": Row(
        id="Nomor kartu keluarga hanya boleh berisi angka 0–9.",
        en="A family card number holds only the digits 0–9.",
    ),
    "person.kk_region_unknown": Row(
        id="Enam angka pertama nomor kartu keluarga ({region}) bukan kode kecamatan yang dikenal. Periksa nomornya.",
        en="The first six digits of the family card number ({region}) are no known district. Check the number.",
    ),
    "person.name_missing": Row(
        id="Nama belum diisi. Isi nama seperti pada kartu keluarga; satu kata pun boleh.",
        en="The name is missing. Write it as on the family card; one word is enough.",
    ),
    "person.name_too_long": Row(
        id="Nama paling banyak 60 huruf termasuk spasi; yang tertulis {length}. Singkat sesuai kartu keluarga.",
        en="A name has at most 60 letters with blanks; this has {length}. Shorten it as on the family card.",
    ),
    "person.name_character": Row(
        id="Nama memuat tanda yang tidak boleh: “{character}”. Pakai huruf Latin, spasi, titik, koma, petik atas dan tanda hubung.",
        en="The name holds a sign that is not allowed: “{character}”. Use Latin letters, blanks, full stops, commas, apostrophes and hyphens.",
    ),
    "person.new_name_one_word": Row(
        id="Nama yang baru diberikan paling sedikit dua kata (Permendagri 73/2022). Nama lama yang satu kata tetap sah.",
        en="A newly given name has at least two words (Permendagri 73/2022). Older names of one word stay valid.",
    ),
    "person.new_name_character": Row(
        id="Nama yang baru diberikan hanya boleh huruf Latin dan spasi, tanpa “{character}” (Permendagri 73/2022).",
        en="A newly given name holds only Latin letters and blanks, no “{character}” (Permendagri 73/2022).",
    ),
    "person.name_has_title": Row(
        id="Nama memuat gelar ({title}). Pastikan gelar itu memang tertulis pada kartu keluarga.",
        en="The name holds a title ({title}). Make sure that it stands on the family card.",
    ),
    "person.sex_unknown": Row(
        id="Jenis kelamin harus L (laki-laki) atau P (perempuan).",
        en="Sex is L (man) or P (woman).",
    ),
    "person.birth_place_missing": Row(
        id="Tempat lahir belum diisi. Isi seperti pada akta kelahiran.",
        en="The place of birth is missing. Write it as on the birth certificate.",
    ),
    "person.birth_place_too_long": Row(
        id="Tempat lahir paling banyak {limit} huruf.",
        en="A place of birth has at most {limit} letters.",
    ),
    "person.birth_date_future": Row(
        id="Tanggal lahir {date} belum terjadi. Periksa tahunnya.",
        en="The date of birth {date} lies in the future. Check the year.",
    ),
    "person.birth_date_too_old": Row(
        id="Menurut tanggal lahir {date} orang ini berumur {age} tahun. Periksa tahunnya.",
        en="By the date of birth {date} this person is {age} years old. Check the year.",
    ),
    "person.birth_date_default": Row(
        id="Tanggal lahir {date} sering dipakai bila tanggal yang benar tidak diketahui. Tanyakan, dan perbaiki bila ada bukti.",
        en="The date of birth {date} is often written when the true one is unknown. Ask, and correct it if there is proof.",
    ),
    "person.date_unreadable": Row(
        id="“{text}” bukan tanggal. Tulis hari, bulan, dan tahun empat angka, misalnya 17 Oktober 2017.",
        en="“{text}” is not a date. Write day, month and a year of four digits, for example 17 Oktober 2017.",
    ),
    "person.blood_type_unknown": Row(
        id="Golongan darah “{written}” tidak dikenal. Pilih A, B, AB, O, atau - bila tidak tahu.",
        en="Blood type “{written}” is not known. Choose A, B, AB, O, or - if unknown.",
    ),
    "person.address_missing": Row(
        id="Alamat belum diisi. Isi nama jalan atau dusun.",
        en="The address is missing. Write the street or hamlet.",
    ),
    "person.address_too_long": Row(
        id="Alamat paling banyak {limit} huruf.",
        en="An address has at most {limit} letters.",
    ),
    "person.neighbourhood": Row(
        id="{field} harus tiga angka, 000–999; yang tertulis “{written}”.",
        en="{field} has three digits, 000–999; this is “{written}”.",
    ),
    "person.village_unknown": Row(
        id="Kode desa/kelurahan {village} tidak dikenal. Pilih desa dari daftar.",
        en="Village code {village} is not known. Choose the village from the list.",
    ),
    "person.religion_unknown": Row(
        id="Kode agama “{written}” tidak ada dalam daftar. Pilih dari daftar.",
        en="Religion code “{written}” is not in the list. Choose from the list.",
    ),
    "person.marital_status_unknown": Row(
        id="Kode status perkawinan “{written}” tidak ada dalam daftar. Pilih dari daftar.",
        en="Marital status code “{written}” is not in the list. Choose from the list.",
    ),
    "person.occupation_unknown": Row(
        id="Kode pekerjaan “{written}” tidak ada dalam daftar. Pilih dari daftar.",
        en="Occupation code “{written}” is not in the list. Choose from the list.",
    ),
    "person.nationality_unknown": Row(
        id="Kewarganegaraan harus WNI atau WNA.",
        en="Nationality is WNI or WNA.",
    ),
    "person.married_too_young": Row(
        id="Orang ini berumur {age} tahun dan tercatat pernah kawin. Pastikan pada akta nikah.",
        en="This person is {age} years old and entered as ever married. Check the marriage certificate.",
    ),
    "person.relation_unknown": Row(
        id="Kode hubungan keluarga “{written}” tidak ada dalam daftar. Pilih dari daftar.",
        en="Family relation code “{written}” is not in the list. Choose from the list.",
    ),
    "person.household_empty": Row(
        id="Kartu keluarga belum memuat seorang pun.",
        en="The family card holds nobody.",
    ),
    "person.household_heads": Row(
        id="Kartu keluarga harus memuat tepat satu kepala keluarga; yang tertulis {heads}.",
        en="A family card has exactly one head; this has {heads}.",
    ),
    "person.household_twice": Row(
        id="NIK yang sama tertulis lebih dari sekali pada kartu keluarga ini. Hapus yang berlebih.",
        en="The same NIK stands on this family card more than once. Remove the surplus one.",
    ),
}
