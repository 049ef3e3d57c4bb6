from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "portal.code_unknown": Row(
        "Kode {code} belum dikenal pusat. Bila Anda baru direkam, kode muncul setelah stasiun terhubung; periksa juga ejaannya.",
        "The centre does not know the code {code} yet. If you were recorded just now, it appears once the station is connected; check the spelling too.",
        404,
    ),
}
