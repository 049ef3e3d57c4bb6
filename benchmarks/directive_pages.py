"""Pages of a national directive: 552 addressees, each with its live figure, over counters of every village.

Run ``python benchmarks/directive_pages.py``; it opens a scratch PostgreSQL. Prints the middle of nine answers, and the
ratio to a plain SELECT of the same lines.
"""

import json
import os
import statistics
import sys
import tempfile
import time
import warnings
from pathlib import Path

from rekam.demo.october import directive as october
from rekam.edge.packed import gazetteer
from rekam.edge.store.postgres import open_database, open_server
from rekam.place import Level

NOW = 1_508_205_600
FILL = b"""
INSERT INTO coverage (village, obliged, recorded_before, received, "unique", duplicate, printed, handed_over, early)
SELECT village, 2300, 2000, 60, 50, 1, 40, 30, 2 FROM unnest(%(villages)s::text[]) AS village
"""
PLAIN = (
    b"SELECT count(*) FROM (SELECT * FROM addressee LEFT JOIN directive_reading USING (addressee_id)) AS line"
)


def middle(times: list[float]) -> float:
    return round(statistics.median(times) * 1000, 1)


def timed(act: object, rounds: int = 9) -> float:
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        act()  # type: ignore[operator]
        times.append(time.perf_counter() - begun)
    return middle(times)


def main() -> None:
    sys.path.append(str(Path(__file__).parents[1] / "tests" / "engine"))
    warnings.simplefilter("ignore")
    from pages_bed import open_bed

    with tempfile.TemporaryDirectory() as folder:
        server = open_server(Path(folder) / "data", os.environ)
        try:
            open_database(server.database("template_pages")).close()
            (Path(folder) / "bed").mkdir()
            with open_bed(Path(folder) / "bed", server, "template_pages") as bed:
                villages = [
                    village.code
                    for province in gazetteer().provinces()
                    for village in gazetteer().within(province.code, Level.VILLAGE)
                ]
                database = bed.world.centre.store.database
                with database.transaction() as connection:
                    connection.execute(FILL, {"villages": villages})
                bed.clock.seconds = NOW
                begun = time.perf_counter()
                october.seed(bed.world.centre, NOW)
                found = {"villages": len(villages), "seed_s": round(time.perf_counter() - begun, 1)}
                plain = timed(lambda: database.value(PLAIN))
                for who, paths in (
                    (
                        "pusat",
                        ("/", "/instruksi", "/instruksi/1", "/instruksi/pejabat", "/instruksi/rapat/1"),
                    ),
                    ("prita", ("/instruksi", "/instruksi/1", "/instruksi/3", "/instruksi/pejabat")),
                    ("rudi", ("/instruksi", "/instruksi/2")),
                ):
                    reader = bed.reader(who)
                    for path in paths:
                        found[f"{who} {path} ms"] = timed(lambda path=path, reader=reader: reader.page(path))
                preview = {
                    "tindakan": "lihat", "pemberi": "minister", "judul": "x", "isi": "y", "dasar": "z",
                    "tenggat": "2017-12-31", "bukti": "coverage", "sasaran": "100", "kelompok": "nasional",
                    "jabatan_governor": "1", "jabatan_regent": "1", "jabatan_mayor": "1",
                }  # fmt: skip
                reader = bed.reader("pusat")
                found["preview of 552 ms"] = timed(lambda: reader.post("/instruksi/baru", **preview))
                found["plain select ms"] = plain
                found["ratio"] = round(found["pusat /instruksi/1 ms"] / plain, 1)
                print(json.dumps(found, indent=1))
        finally:
            server.close()


if __name__ == "__main__":
    main()
