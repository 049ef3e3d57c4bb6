"""Times the children's pages with every village of Indonesia counted; run it by hand.

    python benchmarks/birth_pages.py

Merangin's drawn residents stand in the register one by one at their real number, its children on their list; all
other villages of 2025 have drawn counts. Each page is asked for nine times through the whole app, without the
network; the median counts, and beside it what PostgreSQL needs for a plain sum over every village.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "engine"))

from pages_bed import Bed, open_bed

from rekam.edge.packed import gazetteer, population_figures
from rekam.edge.store.centre.birth_cut import ListedChild, list_children
from rekam.edge.store.centre.register import ListedResident, load_cut
from rekam.edge.store.postgres import open_database, open_server
from rekam.person import name_key
from rekam.population import Population, with_mothers
from rekam.population.parameters import REFERENCE_DAY

STAGE = 1_508_205_600
"""17 October 2017, 09.00 WIB."""

REGENCY, RUNS, LIMIT_MS = "15.02", 9, 500
PATHS = (
    "/",
    "/akta",
    "/akta?wilayah=15",
    "/akta?wilayah=15.02",
    "/akta?wilayah=15.02.03",
    "/akta/kia",
    "/akta/17",
    "/akta/17?wilayah=15.02",
    "/akta/anak?wilayah=15.02",
    "/akta/anak?wilayah=15.02&halaman=100",
    "/akta/desa?wilayah=15.02",
    "/akta/opendk.csv?wilayah=15.02",
)


def fill(bed: Bed) -> tuple[int, int]:
    """Merangin's residents and drawn counts of every other village; villages and children."""
    people = Population(2017, 1.0, gazetteer(), population_figures())
    listed: list[ListedChild] = []

    def lines() -> Iterator[ListedResident]:
        for one, mother in with_mothers(people.residents(REGENCY, ages="all")):
            listed.append(ListedChild(one.biodata.nik, mother, one.certificate))
            yield ListedResident(one.biodata, one.obliged, one.recorded)

    database, draw = bed.world.centre.store.database, random.Random(17)
    load_cut(database, "DKB Semester I 2017", REFERENCE_DAY, lines(), name_key=name_key, now=STAGE)
    children = list_children(database, listed)
    villages = [code for code in gazetteer().register.codes if len(code) == 13]
    with database.transaction() as connection, connection.cursor() as cursor:
        with cursor.copy("COPY birth_count (village, children, certified, card_base) FROM STDIN") as copy:
            for village in villages:
                if not village.startswith(REGENCY):
                    count = draw.randint(200, 1_900)
                    children += count
                    copy.write_row((village, count, round(0.8 * count), round(0.94 * count)))
        cursor.execute("ANALYZE birth_count")
    return len(villages), children


def milliseconds(act: Callable[[], object]) -> float:
    """Median of several runs after a first one."""
    act()
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        act()
        times.append(time.perf_counter() - started)
    return 1000 * median(times)


def main() -> int:
    """Fill, ask, print; 1 if a page is over its limit."""
    with tempfile.TemporaryDirectory(prefix="rekam-bench-") as name:
        folder = Path(name)
        server = open_server(folder / "data", os.environ)
        try:
            open_database(server.database("template")).close()
            with open_bed(folder, server, "template") as bed:
                bed.clock.seconds = STAGE
                villages, children = fill(bed)
                database = bed.world.centre.store.database
                bound = milliseconds(lambda: database.value(b"SELECT sum(children) FROM birth_count"))
                print(f"{villages:,} villages, {children:,} children; plain sum: {bound:.0f} ms")
                pusat, slow = bed.reader("pusat"), 0
                for path in PATHS:
                    took = milliseconds(lambda path=path: pusat.page(path))
                    slow += took > LIMIT_MS
                    print(f"{path:40} {took:6.0f} ms  {took / bound:5.1f} × the plain sum")
        finally:
            server.close()
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
