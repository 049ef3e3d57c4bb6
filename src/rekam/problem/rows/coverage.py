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
}
