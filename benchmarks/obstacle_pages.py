"""Pages of obstacles and power over 7,285 kecamatan and 90 days, beside a plain SELECT of the same sums.

Each kecamatan has hours lost to power on two days of five, and to a device on as many.
"""

import os
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from rekam.centre.pages.desk import Desk
from rekam.centre.pages.obstacle.overview import overview_page
from rekam.centre.pages.power.overview import power_page

FILL = """
SET LOCAL session_replication_role = replica;
INSERT INTO station_day
SELECT 'contoh-' || place, day::date, place, 28800, 28800 - lost * 2, 12, 0, 0, NULL, NULL, 'contoh', 0
FROM unnest(%(places)s::text[]) AS place,
     generate_series(%(first)s::date, %(last)s::date, '1 day') AS day,
     LATERAL (SELECT (abs(hashtext(place || day)) %% 7) * 600 AS lost) AS drawn;
INSERT INTO lost_time
SELECT station_id, day, cause, 'observed', (open_s - worked_s) / 2, 0, 0, ARRAY['power_gap:' || station_id]
FROM station_day, unnest(ARRAY['power', 'device']) AS cause
WHERE abs(hashtext(station_id || day || cause)) %% 5 < 2;
INSERT INTO worked_sum
SELECT 8, place, day, 1, open_s, worked_s, recorded, 0, 0 FROM station_day;
INSERT INTO lost_sum
SELECT 8, place, day, cause, 'observed', (open_s - worked_s) / 2, 0, 0
FROM station_day, unnest(ARRAY['power', 'device']) AS cause
WHERE abs(hashtext(station_id || day || cause)) %% 5 < 2;
INSERT INTO worked_sum
SELECT 5, left(place, 5), day, sum(posts), sum(open_s), sum(worked_s), sum(recorded), 0, 0
FROM worked_sum WHERE width = 8 GROUP BY 2, 3;
INSERT INTO worked_sum
SELECT 2, left(place, 2), day, sum(posts), sum(open_s), sum(worked_s), sum(recorded), 0, 0
FROM worked_sum WHERE width = 5 GROUP BY 2, 3;
INSERT INTO lost_sum
SELECT 5, left(place, 5), day, cause, source, sum(lost_s), 0, 0 FROM lost_sum WHERE width = 8 GROUP BY 2, 3, 4, 5;
INSERT INTO lost_sum
SELECT 2, left(place, 2), day, cause, source, sum(lost_s), 0, 0 FROM lost_sum WHERE width = 5 GROUP BY 2, 3, 4, 5;
"""
PLAIN = b"SELECT cause, sum(lost_s) FROM lost_sum WHERE width = 2 AND day >= %(first)s GROUP BY cause"
PLACES = ("", "32", "15", "15.02", "15.02.01")


def main() -> None:
    import psycopg

    from rekam.account import Account, Role
    from rekam.centre import app
    from rekam.centre.centre import open_centre
    from rekam.edge.packed import gazetteer
    from rekam.edge.store.postgres import open_server
    from rekam.edge.web import Shell
    from rekam.place import Level

    gaz, now = gazetteer(), 1_508_205_600
    last = date(2017, 10, 17)
    first = last - timedelta(days=89)
    places = [region.code for one in gaz.provinces() for region in gaz.within(one.code, Level.DISTRICT)]
    with tempfile.TemporaryDirectory(prefix="rekam-bench-") as folder:
        server = open_server(Path(folder) / "data", os.environ)
        try:
            url = server.database("obstacle_bench")
            with open_centre(Path(folder) / "centre", url, now=lambda: now) as centre:
                began = time.perf_counter()
                with psycopg.connect(url, options="-c search_path=rekam,public") as connection:
                    cursor = psycopg.ClientCursor(connection)
                    cursor.execute(FILL, {"places": places, "first": first, "last": last})
                    connection.commit()
                    connection.autocommit = True
                    connection.execute("VACUUM ANALYZE")
                print(f"{len(places)} kecamatan x 90 days loaded in {time.perf_counter() - began:.0f} s")
                reader = Account("pusat", "Pusat", Role.CENTRE, "", "")
                plain = _median(lambda: centre.store.database.rows(_Sum, PLAIN, first=first))
                print(f"plain SELECT of the nation's sums: {plain * 1000:.1f} ms")
                shell = Shell(
                    "bench", Path(app.__file__).parent, around=lambda _: {**app.WORDS, "account": None}
                )
                desk = _SignedIn(centre, gaz, shell, (), reader)
                for name, page in (("/hambatan", overview_page), ("/listrik", power_page)):
                    for place in PLACES:
                        request = _request(f"wilayah={place}&kurun=3bulan")
                        took = _median(lambda page=page, request=request: page(desk, request))
                        print(
                            f"{name} {place or 'Indonesia':10} {took * 1000:7.0f} ms  {took / plain:5.1f} x the plain SELECT"
                        )
        finally:
            server.close()


class _Sum:
    def __init__(self, cause: str, sum: int) -> None:  # noqa: A002 - the column's name
        self.cause, self.sum = cause, sum


class _SignedIn(Desk):
    """A desk at which the centre sits."""

    def __init__(self, *parts: object) -> None:
        *desk, reader = parts
        super().__init__(*desk)
        object.__setattr__(self, "_reader", reader)

    def account(self, request: object) -> object:  # noqa: ARG002 - as Desk.account
        return self._reader


def _request(query: str) -> object:
    from starlette.requests import Request

    return Request(
        {
            "type": "http",
            "method": "GET",
            "path": "/",
            "query_string": query.encode(),
            "headers": [],
            "session": {},
        }
    )


def _median(work: Callable[[], object], times: int = 5) -> float:
    work()
    took = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return sorted(took)[times // 2]


if __name__ == "__main__":
    main()
