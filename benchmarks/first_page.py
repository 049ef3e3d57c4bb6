"""What the first page asks of the ledger, with many recordings and with a tenth of them: most of it must not grow with the past.

python benchmarks/first_page.py --recordings 300000
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import psycopg

from exchange_past import a_station
from rekam.edge.store.centre.overview import Overview
from rekam.fault.bed.office import Office, open_office

REPEATS = 7
STATIONS = 20
DAY_S = 86_400
#: Recordings back through three years; one of a thousand still waits, one of ten was never fetched.
PAST = b"""
WITH model AS (SELECT * FROM packet WHERE station_id = %(station)s AND sequence = 1),
numbers AS (SELECT number, sha256(convert_to(%(station)s::text || ' ' || number, 'utf8')) AS id,
                   %(now)s - number * %(step)s AS at
            FROM generate_series(%(first)s::bigint, %(last)s::bigint) AS number),
put AS (
    INSERT INTO packet (packet_id, station_id, sequence, manifest, manifest_hash, previous, body_size, region, kind,
                        operator, captured_at, sealed_at, announced_at, received_at, link)
    SELECT id, station_id, number, manifest, id, id, body_size, region, kind, operator, at, at, at, at, 'sound'
    FROM model, numbers
), event AS (
    INSERT INTO event (packet_id, sequence, kind, at, actor) SELECT id, 2, 'received', at, 'centre' FROM numbers
)
INSERT INTO recording (packet_id, receipt_code, station_id, place, status, since, owner, due_at, last_event)
SELECT id, 'x', %(station)s, region,
       CASE WHEN number %% 1000 = 0 THEN 'print_ready_record' WHEN number %% 10 = 0 THEN 'card_shipped' ELSE 'card_issued' END,
       at, CASE WHEN number %% 1000 = 0 THEN 'printer' WHEN number %% 10 = 0 THEN 'resident' END, at + 86400, 9
FROM model, numbers
"""


def main() -> None:
    """Prints milliseconds of each question with few and with many recordings, and the ratio."""
    words = argparse.ArgumentParser()
    words.add_argument("--recordings", type=int, default=300_000)
    recordings = words.parse_args().recordings
    with tempfile.TemporaryDirectory(prefix="rekam-page-") as folder, open_office(Path(folder)) as office:
        now = int(time.time())
        stations = [a_station(office, Path(folder), f"ST-{number}").name for number in range(STATIONS)]
        each = recordings // STATIONS
        step = 3 * 365 * DAY_S // each
        few = grow(office, stations, (2, each // 10), now, step)
        many = grow(office, stations, (each // 10 + 1, each), now, step)
    for name, ms in many.items():
        print(
            json.dumps({"question": name, "ms_few": few[name], "ms": ms, "ratio": round(ms / few[name], 2)})
        )


def grow(
    office: Office, stations: list[str], numbers: tuple[int, int], now: int, step: int
) -> dict[str, float]:
    """More and older recordings of every station, then the milliseconds of every question."""
    first, last = numbers
    with office.centre.store.database.transaction() as connection:
        for station in stations:
            values = {"station": station, "first": first, "last": last, "now": now, "step": step}
            connection.execute(PAST, values)
            connection.execute(
                b"UPDATE station SET whole_until = %(last)s, announced = %(last)s WHERE station_id = %(station)s",
                values,
            )
    # As the server does by itself, a little later.
    with psycopg.connect(office.url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE rekam.packet, rekam.event, rekam.recording, rekam.station")
    store = office.centre.store
    overview = Overview(store.database)
    return {
        "longest waiting": timed(lambda: overview.longest_waiting("", now=now, limit=3)),
        "nothing overdue": timed(lambda: overview.longest_waiting("", now=0, limit=3)),
        "latest": timed(lambda: overview.latest("", limit=25)),
        "received in 14 days (reads all)": timed(lambda: overview.received_by_day("", days=14, now=now)),
        "missing numbers": timed(lambda: store.packets.gaps("", trusting=True)),
        "stations": timed(lambda: store.stations.all("")),
        "journey (reads all)": timed(lambda: store.journey.waiting("", now=now)),
    }


def timed(ask: Callable[[], object]) -> float:
    """Median milliseconds."""
    found = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        ask()
        found.append((time.perf_counter() - began) * 1000)
    return round(median(found), 2)


if __name__ == "__main__":
    main()
