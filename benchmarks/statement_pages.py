"""Server time of the page of statements with as many as are compared at once, beside the plain SELECT of them.

Run: ``python benchmarks/statement_pages.py``.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "engine"))

from pages_bed import open_bed

from rekam.account import Account, Role
from rekam.centre.statement.taking import take_table
from rekam.edge.store.centre.statements_published import MOST
from rekam.edge.store.postgres import open_database, open_server
from rekam.operations.statement import read_grid

TITLES = [
    "tanggal",
    "kode",
    "wilayah",
    "wajib_ktp",
    "sudah_rekam",
    "belum_rekam",
    "persen_dilaporkan",
    "sumber",
    "catatan",
]
OCTOBER_17 = 1_508_205_600


def rows() -> list[list[str]]:
    """One statement of each of 25 regencies for each of 20 months, every tenth with a wrong rest."""
    made = []
    for number in range(MOST):
        regency, month = number % 9 + 1, number // 9
        obliged = 200_000 + 131 * regency + month
        missing = 40_000 - 17 * month
        year, day = 2012 + month // 12, f"{month % 12 + 1:02}-15"
        made.append(
            [f"{year}-{day}", f"15.0{regency}", "x", str(obliged), str(obliged - missing), str(missing + 90 * (number % 10 == 0)), "",
             f"laporan {number}", "jaringan lambat di tiga kecamatan, 12 alat rusak ringan"]
        )  # fmt: skip
    return made


def timed(act: Callable[[], object], times: int = 5) -> float:
    spans = []
    for _ in range(times):
        begin = perf_counter()
        act()
        spans.append(perf_counter() - begin)
    return median(spans)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        server = open_server(Path(name) / "data", os.environ)
        try:
            open_database(server.database("template")).close()
            with open_bed(Path(name) / "bed", server, "template") as bed:
                bed.clock.seconds = OCTOBER_17
                keeper = Account("contoh", "contoh", Role.CENTRE, "", "")
                take_table(bed.world.centre, keeper, read_grid([TITLES, *rows()]))
                reader = bed.reader("prita")
                page = timed(lambda: reader.page("/pernyataan"))
                first = timed(lambda: reader.page("/"))
                bound = timed(lambda: bed.world.centre.store.published_statements.within("15"))
                print(
                    f"{MOST} statements: page {1000 * page:.0f} ms, first page {1000 * first:.0f} ms, SELECT {1000 * bound:.1f} ms, ratio {page / bound:.0f}"
                )
        finally:
            server.close()


if __name__ == "__main__":
    main()
