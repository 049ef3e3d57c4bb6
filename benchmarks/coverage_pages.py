"""Times the coverage pages over drawn counts for every village of Indonesia; run it by hand.

    python benchmarks/coverage_pages.py

83,000 villages of 2025 share the obliged residents of their kabupaten/kota (70.7 % of the population: Jambi,
28 August 2017) and a drawn part of them is recorded; sixty daily counts lie behind the history. Each page is asked for
nine times through the whole app, without the network; the median counts, and beside it what PostgreSQL needs for a
plain sum over every kecamatan.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "engine"))

from pages_bed import Bed, open_bed

from rekam.edge.packed import gazetteer, populations
from rekam.edge.store.centre.counts import CountRow, put_counts
from rekam.edge.store.centre.coverage import sum_districts
from rekam.edge.store.centre.history import put_day
from rekam.edge.store.postgres import open_database, open_server

OBLIGED_SHARE = 0.707
RUNS = 9
DAYS = 60
LIMITS_MS = {"/": 500, "/peta": 500, "/cakupan": 500, "/cakupan/data": 500}
TABLE_MS = 200
PLACES = ("", "32", "32.01", "32.01.01", "15", "15.02", "15.02.01")
"""Nation, the largest province, kabupaten and one of its kecamatan; then Jambi and Merangin."""


def fill(bed: Bed) -> tuple[int, int]:
    """Draw counts for every village; villages and obliged residents."""
    draw, regions, people = random.Random(17), gazetteer(), populations()
    villages: dict[str, list[str]] = {}
    for code in regions.register.codes:
        if len(code) == 13:
            villages.setdefault(code[:5], []).append(code)
    total = 0
    database = bed.world.centre.store.database
    with database.transaction() as connection:
        cut = connection.execute(
            "INSERT INTO cut (name, as_of, loaded_at) VALUES ('DKB Semester I 2017', '2017-06-30', 1), "
            "('DKB Semester II 2016', '2016-12-31', 1) RETURNING cut_id"
        ).fetchall()
        with connection.cursor().copy(
            'COPY coverage (village, obliged, recorded_before, received, "unique", printed, handed_over) FROM STDIN'
        ) as copy:
            for regency, codes in villages.items():
                left = round(people[regency].total * OBLIGED_SHARE)
                for code in codes:
                    obliged = left // len(codes)
                    before = int(obliged * draw.uniform(0.6, 1.0))
                    received = int((obliged - before) * draw.uniform(0, 0.5))
                    copy.write_row((code, obliged, before, received, received, received // 2, received // 3))
                    total += obliged
        sum_districts(connection)
        for (number,) in cut:
            connection.execute(
                "INSERT INTO cut_count SELECT %s, 1, 1, village, obliged - %s, recorded_before FROM coverage",
                (number, 0 if number == cut[0][0] else 3),
            )
            connection.execute(
                "INSERT INTO cut_district SELECT cut_id, 1, substr(village, 1, 8), sum(obliged), sum(recorded) "
                "FROM cut_count WHERE cut_id = %s GROUP BY 1, 3",
                (number,),
            )
        for back in range(1, DAYS):
            put_day(connection, date(2017, 10, 10) - timedelta(days=back), cut="DKB Semester I 2017", at=back)
        reports = [
            CountRow(region.code, date(2017, 9, 30), "DKB Semester I 2017", 1000, 900)
            for region in map(regions.region, regions.register.codes)
            if len(region.code) == 8
        ]
        put_counts(connection, reports, source="ukuran", kind="imported", at=1)
    with database.connection() as connection:
        connection.execute("ANALYZE")
    return sum(map(len, villages.values())), total


def timed(what: Callable[[], object]) -> float:
    """Median milliseconds; the first run, which fills caches, is not counted."""
    what()
    taken = []
    for _ in range(RUNS):
        began = time.perf_counter()
        what()
        taken.append(1000 * (time.perf_counter() - began))
    return median(taken)


@contextmanager
def filled() -> Iterator[Bed]:
    with tempfile.TemporaryDirectory(prefix="rekam-bench-") as folder:
        server = open_server(Path(folder) / "data", os.environ)
        try:
            open_database(server.database("rekam_template")).close()
            with open_bed(Path(folder), server, "rekam_template") as bed:
                villages, people = fill(bed)
                print(f"{villages:,} villages, {people:,} obliged residents, {DAYS} days of history")
                yield bed
        finally:
            server.close()


def main() -> int:
    slow = 0
    with filled() as bed:
        store, reader = bed.world.centre.store, bed.reader("pusat")
        plain = b"SELECT sum(obliged), sum(recorded_before + received) FROM coverage_district"
        bound = timed(lambda: store.database.value(plain))
        villages = timed(lambda: store.database.value(plain.replace(b"_district", b"")))
        print(f"plain sum over every kecamatan {bound:.1f} ms, over every village {villages:.1f} ms\n")
        print("| Table | ms | of a plain sum |\n| --- | --: | --: |")
        for name, ask in {
            "nation by province": lambda: store.coverage.within("", 2),
            "nation by kabupaten/kota": lambda: store.coverage.within("", 5),
            "nation by kecamatan": lambda: store.coverage.within("", 8),
            "reported, nation by kabupaten/kota": lambda: store.counts.within("", 5),
            "kabupaten by kecamatan": lambda: store.coverage.within("32.01", 8),
            "kecamatan by village": lambda: store.coverage.within("32.01.01", 13),
        }.items():
            taken = timed(ask)
            slow += taken > TABLE_MS
            print(f"| {name} | {taken:.1f} | {taken / bound:.1f} |")
        print("\n| Page | Place | ms | of a plain sum | kB |\n| --- | --- | --: | --: | --: |")
        for path, limit in LIMITS_MS.items():
            for place in PLACES:
                taken = timed(lambda path=path, place=place: reader.page(path, wilayah=place))
                size = len(reader.page(path, wilayah=place).encode()) / 1000
                slow += taken > limit
                print(f"| {path} | {place or 'nation'} | {taken:.0f} | {taken / bound:.0f} | {size:.0f} |")
    print("every page in time" if not slow else f"{slow} too slow")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
