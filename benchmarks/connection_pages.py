"""Times the pages of connections with 12,000 stations in all Indonesia; run it by hand.

    python benchmarks/connection_pages.py

Every station has thirty days of drawn measurements, a third of them an outage, fifty offices a case. Each page is
asked for nine times through the whole app, without the network; the median counts, and beside it what PostgreSQL
needs for a plain count over the days of all lines.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "engine"))

from pages_bed import Bed, open_bed

from rekam.account import Account, Role
from rekam.centre.connection import cut_in_emergency, open_case
from rekam.edge.packed import gazetteer
from rekam.edge.store.postgres import open_database, open_server

STAGE = 1_508_205_600
"""17 October 2017, 09.00 WIB."""

STATIONS, DAYS, CASES, RUNS, LIMIT_MS = 12_000, 30, 50, 9, 500
PATHS = (
    "/",
    "/sambungan",
    "/sambungan?wilayah=15",
    "/sambungan?wilayah=15.02",
    "/sambungan/jalur",
    "/sambungan/jalur?hal=200",
    "/sambungan/jalur?wilayah=15.02",
    "/sambungan/kasus/1",
    "/sambungan/kasus/1/surat",
    "/sambungan/contoh",
)


def fill(bed: Bed) -> None:
    """Stations, their days, outages and cases."""
    draw, today = random.Random(17), date(2017, 10, 17)
    codes = gazetteer().register.codes
    districts = [code for code in codes if len(code) == 8]
    regencies = [code for code in codes if len(code) == 5]
    with bed.world.centre.store.database.transaction() as connection, connection.cursor() as cursor:
        with cursor.copy(
            "COPY station (station_id, region, name, public_keys, state, enrolled_at, last_contact) FROM STDIN"
        ) as copy:
            for number in range(STATIONS):
                region = districts[number % len(districts)]
                contact = STAGE - draw.choice((600, 7_200, 900_000))
                copy.write_row((f"ST-{number:05}", region, f"Stasiun {number}", "{}", "active", 0, contact))
        with cursor.copy(
            "COPY line_day (station_id, day, kbit_s_median, lost_s, available_share) FROM STDIN"
        ) as copy:
            for number in range(STATIONS):
                usual = draw.choice((60, 120, 250, 1_000))
                for back in range(DAYS):
                    lost = draw.choice((0, 0, 0, 3_600))
                    speed = usual * draw.uniform(0.5, 1.3)
                    copy.write_row(
                        (f"ST-{number:05}", today - timedelta(days=back), speed, lost, 1 - lost / 28_800)
                    )
        with cursor.copy(
            "COPY line_outage (station_id, place, since, until, cause, source) FROM STDIN"
        ) as copy:
            for number in range(0, STATIONS, 3):
                since = STAGE - draw.randrange(30 * 86_400)
                until = None if number % 30 == 0 else since + draw.randrange(86_400)
                place = districts[number % len(districts)]
                copy.write_row((f"ST-{number:05}", place, since, until, "unknown", "observed"))
        cursor.execute(
            "INSERT INTO line_state SELECT station_id, (SELECT kbit_s_median FROM line_day WHERE line_day.station_id ="
            " station.station_id ORDER BY day DESC LIMIT 1), (SELECT since FROM line_outage WHERE until IS NULL AND"
            " line_outage.station_id = station.station_id LIMIT 1) FROM station"
        )
        cursor.execute("ANALYZE station, line_day, line_outage, line_state")
    keeper = Account("pusat", "Pusat", Role.CENTRE, "", "-")
    # The first is the office whose pages are asked for.
    for number, regency in enumerate(
        ["15.02", *draw.sample([r for r in regencies if r != "15.02"], CASES - 1)]
    ):
        case = open_case(
            bed.world.centre, keeper, place=regency, ground="conduct", rule="uji", note="uji kecepatan"
        )
        if number % 5 == 0:
            cut_in_emergency(bed.world.centre, keeper, case, "uji kecepatan halaman sambungan")


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
                fill(bed)
                database = bed.world.centre.store.database
                bound = milliseconds(lambda: database.value(b"SELECT count(*) FROM line_day"))
                print(
                    f"{STATIONS:,} stations, {STATIONS * DAYS:,} days of lines; plain count: {bound:.0f} ms"
                )
                pusat, slow = bed.reader("pusat"), 0
                for path in PATHS:
                    took = milliseconds(lambda path=path: pusat.page(path))
                    slow += took > LIMIT_MS
                    print(f"{path:36} {took:6.0f} ms  {took / bound:5.1f} × the plain count")
        finally:
            server.close()
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
