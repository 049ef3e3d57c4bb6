from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    # One cell of a sheet.
    "report.formula_error": Row(
        "Rumus di sel ini rusak ({value}). Perbaiki rumusnya di berkas asal, atau ketik angkanya.",
        "The formula in this cell is broken ({value}). Mend it in the file, or type the number.",
    ),
    "report.not_number": Row(
        "“{value}” bukan angka. Tulis angka saja, misalnya 2.454.206.",
        "“{value}” is not a number. Write digits only, for example 2.454.206.",
    ),
    "report.thousands_by_comma": Row(
        "“{value}” memakai koma untuk ribuan. Tulis titik untuk ribuan, misalnya 2.454.206.",
        "“{value}” has a comma for thousands. Write a point for thousands, for example 2.454.206.",
    ),
    "report.not_whole": Row(
        "“{value}” bukan bilangan bulat; orang dan keping dihitung utuh. Bila ini ribuan, tulis tanpa titik.",
        "“{value}” is not a whole number; people and cards are counted whole. If these are thousands, write no point.",
    ),
    "report.negative": Row(
        "“{value}” kurang dari nol. Periksa angka atau rumusnya.",
        "“{value}” is below zero. Check the number or its formula.",
    ),
    "report.too_large": Row(
        "“{value}” lebih besar daripada penduduk seluruh negeri. Periksa angkanya.",
        "“{value}” is more than the people of the whole country. Check the number.",
    ),
    "report.value_missing": Row(
        "Sel ini kosong, padahal wajib KTP dan yang sudah direkam harus ada. Isi angkanya; nol ditulis 0.",
        "This cell is empty, but the obliged and the recorded must be there. Fill in the number; write zero as 0.",
    ),
    "report.not_day": Row(
        "“{value}” bukan tanggal. Tulis misalnya 30 September 2017 atau 30-09-2017.",
        "“{value}” is not a day. Write for example 30 September 2017 or 30-09-2017.",
    ),
    "report.month_unreadable": Row(
        "“{value}” bukan bulan. Tulis misalnya September 2017 atau 2017-09.",
        "“{value}” is not a month. Write for example September 2017 or 2017-09.",
    ),
    "report.other_month": Row(
        "Bulannya lain: yang dipilih {month}. Pilih bulan yang benar, atau perbaiki berkasnya.",
        "This is another month: {month} was chosen. Choose the right month or mend the file.",
    ),
    "report.place_missing": Row(
        "Baris ini tidak menyebut wilayah. Isi kode atau namanya.",
        "This row names no place. Fill in its code or name.",
    ),
    "report.place_unknown": Row(
        "Wilayah “{value}” tidak dikenal. Periksa ejaan atau kodenya.",
        "The place “{value}” is not known. Check its spelling or code.",
    ),
    "report.place_unknown_near": Row(
        "Wilayah “{value}” tidak dikenal. Mungkin maksudnya: {near}?",
        "The place “{value}” is not known. Perhaps this is meant: {near}?",
    ),
    "report.place_ambiguous": Row(
        "Ada {count} wilayah bernama “{value}”. Tambahkan kodenya, atau kolom kecamatan.",
        "There are {count} places called “{value}”. Add the code, or a column with the sub-district.",
    ),
    "report.place_outside": Row(
        "Wilayah {value} berada di luar {territory}. Unggah hanya angka wilayah sendiri.",
        "Place {value} is outside {territory}. Upload figures of your own territory only.",
    ),
    "report.place_mismatch": Row(
        "Kode {code} adalah {known}, tetapi namanya tertulis “{value}”. Mungkin barisnya bergeser; samakan keduanya.",
        "Code {code} is {known}, but the name says “{value}”. Perhaps the rows have slipped; make both the same.",
    ),
    "report.place_twice": Row(
        "{value} sudah ada di sel {first}. Hapus salah satu barisnya.",
        "{value} stands in cell {first} already. Remove one of the two rows.",
    ),
    "report.level_mixed": Row(
        "{value} bukan jumlah dari baris lain dan bukan setingkat dengannya. Pakai satu jenjang wilayah dalam satu berkas.",
        "{value} is no sum of other rows and not of their level. Use one level of places in a file.",
    ),
    "report.more_than_obliged": Row(
        "Direkam {recorded}, wajib KTP {obliged}: lebih dari 100 %. Perbaiki, atau tulis sebabnya di kolom keterangan.",
        "Recorded {recorded}, obliged {obliged}: above 100 %. Mend it, or write the reason into the remarks column.",
    ),
    "report.remainder_differs": Row(
        "Tidak cocok: {obliged} − {recorded} = {result}.",
        "This does not fit: {obliged} − {recorded} = {result}.",
    ),
    "report.percent_differs": Row(
        "Tidak cocok: {recorded} dari {obliged} adalah {result} %.",
        "This does not fit: {recorded} of {obliged} is {result} %.",
    ),
    "report.sum_differs": Row(
        "Jumlah baris-barisnya {result}, selisih {difference}. Perbaiki jumlahnya atau barisnya.",
        "The rows add up to {result}, a difference of {difference}. Mend the sum or its rows.",
    ),
    "report.merged_cells": Row(
        "Sel {range} digabung, sehingga tidak jelas angka itu milik siapa. Pisahkan sel itu (Batalkan Gabung Sel).",
        "Cells {range} are merged, so that it is not clear whose number it is. Take them apart (Unmerge Cells).",
    ),
    "report.heading_twice": Row(
        "Kolom “{value}” artinya sama dengan kolom sebelumnya. Hapus atau ganti judul salah satunya.",
        "The column “{value}” means the same as one before it. Remove one or change its heading.",
    ),
    # The sheet as a whole.
    "report.no_headings": Row(
        "Baris judul kolom tidak ditemukan. Pakai templat di halaman ini, atau beri judul: Kecamatan, Wajib KTP, Sudah direkam.",
        "No line of headings was found. Use the template of this page, or head the columns: Kecamatan, Wajib KTP, Sudah direkam.",
    ),
    "report.column_missing": Row(
        "Baris judul ada di baris {row}, tetapi kolom ini tidak ada: {columns}. Tambahkan, lalu unggah lagi.",
        "The headings are in row {row}, but this column is missing: {columns}. Add it and upload again.",
    ),
    "report.no_lines": Row(
        "Di bawah judul kolom tidak ada satu pun baris wilayah. Isi barisnya, lalu unggah lagi.",
        "There is not one row of a place under the headings. Fill in the rows and upload again.",
    ),
    "report.too_many_findings": Row(
        "Lebih dari {most} sel salah: ini bukan laporan dengan beberapa kekeliruan. Periksa apakah berkasnya benar.",
        "More than {most} cells are wrong: this is no report with a few mistakes. Check whether it is the right file.",
    ),
    # The file.
    "report.file_missing": Row(
        "Belum ada berkas yang dipilih. Pilih berkas XLSX atau CSV, lalu unggah.",
        "No file has been chosen yet. Choose an XLSX or CSV file and upload it.",
    ),
    "report.file_too_large": Row(
        "Berkas lebih besar dari {most} MB. Bagi menurut kabupaten/kota, atau hapus gambar dan lembar yang tidak perlu.",
        "The file is larger than {most} MB. Split it by regency, or remove pictures and sheets that are not needed.",
        413,
    ),
    "report.file_unknown": Row(
        "Berkas ini bukan XLSX dan bukan CSV. Simpan dari Excel atau LibreOffice sebagai XLSX, lalu unggah lagi.",
        "This file is neither XLSX nor CSV. Save it from Excel or LibreOffice as XLSX and upload it again.",
    ),
    "report.file_old": Row(
        "Ini berkas Excel lama (.xls) atau berkas berkata sandi. Simpan sebagai XLSX tanpa kata sandi, lalu unggah lagi.",
        "This is an old Excel file (.xls) or one with a password. Save it as XLSX without a password and upload it again.",
    ),
    "report.file_damaged": Row(
        "Berkas ini rusak atau terpotong. Buka di Excel atau LibreOffice, simpan lagi, lalu unggah.",
        "This file is damaged or cut off. Open it in Excel or LibreOffice, save it again and upload it.",
    ),
    "report.file_bomb": Row(
        "Isi berkas ini mengembang tidak wajar saat dibuka, jadi ditolak. Unggah berkas asli dari Excel atau LibreOffice.",
        "This file swells beyond reason when it is opened, so it is refused. Upload an original of Excel or LibreOffice.",
    ),
    "report.file_entities": Row(
        "Berkas ini memuat perintah yang tidak ada dalam lembar kerja biasa, jadi ditolak. Simpan ulang dari Excel atau LibreOffice.",
        "This file holds instructions that no ordinary sheet has, so it is refused. Save it again from Excel or LibreOffice.",
    ),
    "report.too_many_rows": Row(
        "Lembar ini lebih dari {most} baris. Bagi menurut provinsi atau kabupaten/kota.",
        "This sheet has more than {most} rows. Split it by province or regency.",
    ),
    "report.too_many_columns": Row(
        "Sel {address} berada di luar {most} kolom pertama. Hapus isi kolom yang jauh di kanan.",
        "Cell {address} is outside the first {most} columns. Remove what stands in columns far to the right.",
    ),
    "report.cell_too_long": Row(
        "Sel {address} berisi lebih dari {most} huruf. Pendekkan isinya.",
        "Cell {address} holds more than {most} letters. Shorten it.",
    ),
    "report.checks_busy": Row(
        "Pusat sedang memeriksa berkas lain. Tunggu sebentar, lalu unggah lagi.",
        "The centre is checking other files. Wait a little and upload again.",
        503,
    ),
    "report.check_broken_off": Row(
        "Pemeriksaan berkas ini terhenti sebelum selesai. Tidak ada yang dimuat; unggah lagi.",
        "The check of this file ended before it was done. Nothing was loaded; upload it again.",
    ),
    "report.file_not_here": Row(
        "Berkas itu tidak ada di sini. Kembali ke halaman impor.",
        "That file is not here. Go back to the import page.",
        404,
    ),
    "report.not_checked": Row(
        "Berkas ini belum selesai diperiksa atau masih ada sel yang salah, jadi belum dapat dimuat.",
        "This file is not checked yet or still has bad cells, so it cannot be loaded.",
        409,
    ),
    "report.source_missing": Row(
        "Sebutkan asal angka ini, misalnya nama dinas dan nomor suratnya.",
        "Say where these figures come from, for example the office and the number of its letter.",
    ),
    # The monthly report.
    "report.not_regency": Row(
        "Laporan bulanan dibuat per kabupaten/kota. Pilih satu kabupaten/kota.",
        "The monthly report is made by regency. Choose one regency.",
    ),
    "report.month_future": Row(
        "Bulan {month} belum mulai, jadi belum ada yang dapat dilaporkan.",
        "{month} has not begun, so there is nothing to report yet.",
    ),
    "report.signed_already": Row(
        "Laporan {month} sudah ditandatangani. Bila ada yang salah, buat pembetulan dengan alasannya.",
        "The report of {month} is signed already. If something is wrong, make a correction with its reason.",
        409,
    ),
    "report.reason_short": Row(
        "Tulis alasan pembetulan, paling sedikit {least} huruf.",
        "Write the reason of the correction, at least {least} letters.",
    ),
    "report.nothing_to_report": Row(
        "Belum ada data warga atau perekaman untuk {place}, jadi laporan belum dapat dibuat. Impor angkanya dari berkas.",
        "There is no register and no recording for {place} yet, so no report can be made. Import its figures from a file.",
    ),
    "report.not_here": Row(
        "Laporan itu tidak ada di sini. Periksa bulan dan wilayahnya.",
        "That report is not here. Check its month and place.",
        404,
    ),
    "report.reminded_today": Row(
        "{place} sudah diingatkan hari ini. Hubungi lewat telepon bila mendesak.",
        "{place} was reminded today already. Telephone if it is urgent.",
        409,
    ),
    "report.not_overdue": Row(
        "Laporan {place} bulan {month} belum lewat tenggat atau sudah masuk, jadi tidak perlu diingatkan.",
        "The report of {place} for {month} is not overdue or has come, so no reminder is needed.",
        409,
    ),
    # Verification.
    "report.unreadable": Row(
        "Berkas ini bukan laporan bulanan bertanda tangan dari Rekam, atau sudah rusak.",
        "This file is no signed monthly report of Rekam, or it is damaged.",
    ),
    "report.signature_wrong": Row(
        "Tanda tangan tidak cocok dengan isi laporan. Jangan dipakai; minta berkas asli dari dinasnya.",
        "The signature does not fit the report. Do not use it; ask its office for the original.",
    ),
    "report.key_other": Row(
        "Laporan ini ditandatangani dengan kunci {key}, bukan kunci pusat yang diberikan ({known}).",
        "This report is signed with key {key}, not with the given key of the centre ({known}).",
    ),
    "report.paper_differs": Row(
        "Tanda tangan di dalamnya benar, tetapi yang tercetak bukan isi yang ditandatangani. Jangan dipakai.",
        "The signature inside is right, but what is printed is not what was signed. Do not use it.",
    ),
    "report.cell_differs": Row(
        "Sel {address} berisi {value}, padahal yang ditandatangani {signed}.",
        "Cell {address} holds {value}, but {signed} was signed.",
    ),
}
