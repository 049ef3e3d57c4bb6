from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "coverage.mixed_cuts": Row(
        "Angka dari data {one} tidak boleh dijumlahkan dengan angka dari data {other}. Pilih satu data, lalu hitung ulang.",
        "Figures of {one} must not be added to figures of {other}. Choose one data cut and count again.",
    ),
    "coverage.negative_count": Row(
        "Jumlah tidak boleh kurang dari nol (pembilang {numerator}, penyebut {denominator}). Periksa sumber angkanya.",
        "A count cannot be below zero (numerator {numerator}, denominator {denominator}). Check where the figure comes from.",
    ),
    "coverage.step_unknown": Row(
        "Langkah yang ditargetkan tidak dikenal. Pilih satu dari daftar.",
        "The step of the target is not known. Choose one from the list.",
    ),
    "coverage.target_percent": Row(
        "Target harus berupa persen di atas 0 sampai 100. Ketik misalnya 100 atau 99,5.",
        "A target is a percentage above 0 and up to 100. Type 100 or 99.5, for example.",
    ),
    "coverage.target_day": Row(
        "Tanggal target harus hari ini atau sesudahnya. Pilih tanggalnya di kalender.",
        "The day of a target must be today or later. Choose it in the calendar.",
    ),
    "coverage.target_basis": Row(
        "Tulis dasar target (surat, keputusan, rapat atau berita), sedikitnya {least} huruf.",
        "Write down what the target stands on (letter, decision, meeting or article), at least {least} letters.",
    ),
    "coverage.cut_unknown": Row(
        "Data yang dibandingkan tidak ada. Pilih dua data dari daftar.",
        "A data cut of this comparison is not there. Choose two from the list.",
        http=404,
    ),
}
