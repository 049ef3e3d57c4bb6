"""Times the fleet's pages with all Indonesia's sets, beside a plain count over the same table.

Run ``python benchmarks/fleet_pages.py``. It loads 12,000 sets of eight components over 7,285 kecamatan into a
database of its own, a fifth of the components broken, and says milliseconds of server time a page (median of 5).
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

sys.path.append(str(Path(__file__).parents[1] / "tests" / "engine"))
from pages_bed import Bed, open_bed

from rekam.account import Account, Role
from rekam.centre.fleet.load import load_sets
from rekam.edge.packed import gazetteer
from rekam.edge.store.postgres import open_database, open_server
from rekam.operations.fleet.set_file import COLUMNS
from rekam.place import Level

SETS = 12_000
KINDS = (
    "laptop", "camera", "ten_print_scanner", "iris_scanner", "signature_pad", "card_reader", "printer", "ups",
)  # fmt: skip
LEAST_MS = 500
PAGES = ("/", "/alat", "/alat?wilayah=15", "/alat?wilayah=15.02", "/alat/set", "/alat/tiket", "/alat/aturan")
PUSAT = Account("pusat", "Pusat", Role.CENTRE, "", "")


def register_file() -> str:
    places = _districts()
    lines = [",".join(COLUMNS)]
    for number in range(SETS):
        place = places[number % len(places)]
        for kind in KINDS:
            chance = crc32(f"{number} {kind}".encode()) % 1000
            how = "rusak berat" if chance < 60 else "rusak ringan" if chance < 193 else "baik"
            lines.append(f"N-{number},{place},{kind},Merek,N-{number}-{kind},2011,negara,{how}")
    return "\n".join(lines)


def _districts() -> list[str]:
    register = gazetteer()
    provinces = [code for code in map(str, range(11, 100)) if register.knows(code)]
    return [region.code for code in provinces for region in register.within(code, Level.DISTRICT)]


def timed(act: Callable[[], object]) -> float:
    took = []
    for _ in range(5):
        begun = time.perf_counter()
        act()
        took.append((time.perf_counter() - begun) * 1000)
    return statistics.median(took)


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="rekam-fleet-") as folder:
        server = open_server(Path(folder) / "data", os.environ)
        try:
            open_database(server.database("rekam_template")).close()
            with open_bed(Path(folder), server, "rekam_template") as bed:
                return measure(bed)
        finally:
            server.close()


def measure(bed: Bed) -> int:
    begun = time.perf_counter()
    loaded = load_sets(bed.world.centre, PUSAT, register_file(), gazetteer().knows, source="ukuran")
    places = bed.value("SELECT count(DISTINCT place) FROM device_set")
    print(
        f"loaded {loaded.sets} sets, {loaded.components} components, {places} kecamatan: {time.perf_counter() - begun:.1f} s"
    )
    with bed.world.centre.store.database.connection() as connection:
        connection.commit()
        connection.autocommit = True
        connection.execute("ANALYZE")
        connection.autocommit = False
    bound = timed(lambda: bed.value("SELECT count(*) FROM component WHERE condition = 'good'"))
    print(f"bound: plain count over the table {bound:.1f} ms")
    worst = 0.0
    reader = bed.reader("pusat")
    component = bed.value("SELECT component_id FROM ticket ORDER BY ticket_id LIMIT 1")
    for path in (*PAGES, f"/alat/komponen/{component}"):
        took = timed(lambda path=path: reader.page(path))
        worst = max(worst, took)
        print(f"{path:28} {took:7.1f} ms  {took / bound:5.1f} x bound")
    return 0 if worst < LEAST_MS else 1


if __name__ == "__main__":
    sys.exit(main())
