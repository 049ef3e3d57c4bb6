from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "place.bad_code": Row(
        id="“{region}” bukan kode wilayah. Tulis 2, 4, 6 atau 10 angka, misalnya 15.02.01.2001.",
        en="“{region}” is not a region code. Write 2, 4, 6 or 10 digits, for example 15.02.01.2001.",
    ),
    "place.unknown_region": Row(
        id="Kode wilayah {region} tidak ada dalam daftar tahun 2017 maupun 2025. Periksa kodenya, atau cari dengan nama.",
        en="Region code {region} is in neither the list of 2017 nor that of 2025. Check the code, or search by name.",
        http=404,
    ),
    "place.packed_unreadable": Row(
        id="Berkas data bawaan {file} rusak atau tidak ada. Pasang ulang Rekam.",
        en="The packed data file {file} is damaged or missing. Install Rekam again.",
        http=500,
    ),
}
