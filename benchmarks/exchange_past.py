"""What a station's past costs: one exchange of a station that sealed many packets, against one of a new station.

python benchmarks/exchange_past.py --packets 50000
"""

import argparse
import json
import os
import tempfile
import time
from pathlib import Path
from statistics import median

import psycopg

from rekam.centre import parameters
from rekam.edge.key import Ed25519Signer, export_public
from rekam.fault.bed.office import Office, open_office
from rekam.fault.bed.post import Post
from rekam.fault.bed.sealing_day import seal_day

REPEATS = 30
#: Packets of the past, received and printed long ago; numbers follow those of the real one.
PAST = b"""
WITH model AS (SELECT * FROM packet WHERE station_id = %(station)s AND sequence = 1),
numbers AS (SELECT number, sha256(convert_to(%(station)s::text || number, 'utf8')) AS id
            FROM generate_series(2, %(packets)s) AS number),
put AS (
    INSERT INTO packet (packet_id, station_id, sequence, manifest, manifest_hash, previous, body_size, region, kind,
                        operator, captured_at, sealed_at, announced_at, received_at, link)
    SELECT id, station_id, number, manifest, id, id, body_size, region, kind, operator, captured_at, sealed_at,
           announced_at, announced_at, 'sound' FROM model, numbers RETURNING packet_id
), receipts AS (
    INSERT INTO receipt (packet_id, signed, issued_at) SELECT packet_id, 'x', 1 FROM put
)
INSERT INTO recording (packet_id, receipt_code, station_id, place, status, since, last_event)
SELECT packet_id, 'x', %(station)s, '15.02.01', 'card_issued', 1, 9 FROM put
"""


def main() -> None:
    """Prints seconds of both and their ratio."""
    words = argparse.ArgumentParser()
    words.add_argument("--packets", type=int, default=50_000)
    packets = words.parse_args().packets
    with tempfile.TemporaryDirectory(prefix="rekam-past-") as folder, open_office(Path(folder)) as office:
        new = a_station(office, Path(folder), "NEW")
        old = a_station(office, Path(folder), "OLD")
        live(office, old, packets)
        seconds = {"new": timed(office, new), "old": timed(office, old)}
    ratio = seconds["old"] / seconds["new"]
    print(json.dumps({"packets": packets, **seconds, "ratio": round(ratio, 2)}))


def a_station(office: Office, folder: Path, name: str) -> Post:
    """A station that has delivered its first packet."""
    post = Post(name, folder / name, Ed25519Signer(os.urandom(32)))
    post.take_recipients(office.centre.keys.recipients)
    office.enrol(name, export_public(post.signer.verifier))
    post.take(seal_day(post.order(1, int(time.time()))))
    list(post.bring(office, post.tell_all(office, int(time.time())).wanted))
    post.exchange(office, int(time.time()))
    return post


def live(office: Office, post: Post, packets: int) -> None:
    """Years of a station."""
    with office.centre.store.database.transaction() as connection:
        values = {"station": post.name, "packets": packets}
        connection.execute(PAST, values)
        connection.execute(
            b"UPDATE station SET whole_until = %(packets)s WHERE station_id = %(station)s", values
        )
    # As the server does by itself, a little later.
    with psycopg.connect(office.url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE rekam.packet, rekam.receipt, rekam.recording")
    post.receipts = packets


def timed(office: Office, post: Post) -> float:
    """Median seconds of an exchange that has nothing new to tell."""
    while len(post.exchange(office, int(time.time())).statuses) >= parameters.STATUSES_MOST:
        pass  # the centre's bookmark passes the past
    found = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        post.exchange(office, int(time.time()))
        found.append(time.perf_counter() - began)
    return round(median(found), 5)


if __name__ == "__main__":
    main()
