"""Names of columns: those of the tables of published figures, and other words for the same."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id", "no_id", "nomor_pernyataan"),
    "day": ("tanggal", "tgl", "date", "day"),
    "code": ("kode", "kode_wilayah", "code"),
    "name": ("wilayah", "daerah", "nama_wilayah", "place", "region"),
    "population": ("penduduk", "jumlah_penduduk", "population"),
    "obliged": ("wajib_ktp", "wajib", "obliged"),
    "recorded": ("sudah_rekam", "rekam", "perekaman", "recorded"),
    "missing": ("belum_rekam", "belum", "sisa", "missing"),
    "percent": ("persen_dilaporkan", "persen", "persentase", "percent"),
    "men": ("laki_laki", "laki-laki", "pria", "men"),
    "women": ("perempuan", "wanita", "women"),
    "source": ("sumber", "source"),
    "speaker": ("penutur", "pembicara", "speaker"),
    "note": ("catatan", "keterangan", "note", "remark"),
    "wording": ("pernyataan", "kutipan", "bunyi", "wording", "quote"),
}
"""Our name of a column and the titles it may have; ``persen_hitung`` and ``selisih_…`` are somebody's arithmetic
and deliberately not read."""

COUNTS = ("population", "obliged", "recorded", "missing", "men", "women")
"""Columns of people."""

FIGURES = (*COUNTS, "percent")


def columns_of(titles: list[str]) -> dict[str, int]:
    """Where each of our columns stands in a title line; the first of two equal titles counts."""
    places: dict[str, int] = {}
    for place, title in enumerate(titles):
        plain = "_".join(title.strip().strip("\ufeff").lower().split())
        for name, known in COLUMNS.items():
            if plain in known and name not in places:
                places[name] = place
    return places


def title_of(name: str) -> str:
    """The usual title of a column."""
    return COLUMNS[name][0]
