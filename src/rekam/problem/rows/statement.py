from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "statement.no_columns": Row(
        "Judul kolom tidak dikenal. Baris pertama harus memuat wilayah atau kode, dan paling sedikit satu angka "
        "(wajib_ktp, sudah_rekam, belum_rekam, persen_dilaporkan) atau catatan.",
        "The column titles are not known. The first line must have wilayah or kode, and at least one figure "
        "(wajib_ktp, sudah_rekam, belum_rekam, persen_dilaporkan) or catatan.",
    ),
    "statement.unreadable": Row(
        "Berkas ini tidak dapat dibaca sebagai tabel CSV atau XLSX. Simpan lagi sebagai CSV (UTF-8), lalu ulangi.",
        "This file cannot be read as a CSV or XLSX table. Save it again as CSV (UTF-8), then repeat.",
    ),
    "statement.too_long": Row(
        "Tabel ini memuat {rows} baris; paling banyak {most}. Bagi menjadi beberapa berkas.",
        "This table has {rows} rows; at most {most} are allowed. Split it into several files.",
    ),
    "statement.bad_cell": Row(
        "Baris {row}, kolom {column}: \u201c{text}\u201d bukan angka yang dapat dipakai. Tulis seperti 2.454.206, 2,1 juta atau 88,50.",
        "Row {row}, column {column}: \u201c{text}\u201d is no usable number. Write it like 2454206, 2.1 million or 88.50.",
    ),
    "statement.bad_day": Row(
        "Baris {row}, kolom {column}: \u201c{text}\u201d bukan tanggal yang ada. Tulis seperti 2017-10-17 atau 17 Oktober 2017.",
        "Row {row}, column {column}: \u201c{text}\u201d is no existing date. Write it like 2017-10-17.",
    ),
    "statement.bad_figure": Row(
        "Isian {column}: \u201c{text}\u201d bukan angka atau tanggal yang dapat dipakai. Tulis angka seperti 2.454.206, 2,1 juta atau 88,50 "
        "dan tanggal seperti 17-10-2017.",
        "Field {column}: \u201c{text}\u201d is no usable number or date. Write numbers like 2454206, 2.1 million or 88.50 and dates like "
        "17-10-2017.",
    ),
    "statement.too_many_cells": Row(
        "Baris {row} berisi {cells} kolom, padahal judulnya {titles}. Beri tanda kutip pada isi yang memuat pemisah kolom.",
        "Row {row} has {cells} cells while there are {titles} titles. Put quotes around text that holds the separator.",
    ),
    "statement.nothing_said": Row(
        "Isi paling sedikit satu angka atau bunyi pernyataannya.",
        "Enter at least one figure or the wording of the statement.",
    ),
    "statement.source_missing": Row(
        "Isi sumbernya: nama media atau surat, dan tanggalnya.",
        "Enter the source: the name of the paper or letter, and its date.",
    ),
    "statement.known_already": Row(
        "Pernyataan yang sama persis sudah tercatat. Tidak ada yang ditambahkan.",
        "Exactly this statement is already entered. Nothing was added.",
        409,
    ),
    "statement.day_ahead": Row(
        "Tanggal {day} belum tiba. Periksa tanggal pernyataannya.",
        "The date {day} has not come yet. Check the date of the statement.",
    ),
    "statement.unknown": Row(
        "Pernyataan ini tidak ada atau bukan milik wilayah Anda. Kembali ke daftar pernyataan.",
        "There is no such statement, or it is outside your territory. Go back to the list of statements.",
        404,
    ),
    "statement.no_file": Row(
        "Pilih dulu berkas CSV atau XLSX yang akan diperiksa.",
        "First choose the CSV or XLSX file to be checked.",
    ),
}
