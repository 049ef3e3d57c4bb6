"""How fast the engine's galleries on disk take people in, open and search; on people out of a hat.

python benchmarks/gallery_files.py --persons 100000 --folder FOLDER

The people share the fingers of a hundred hands, whose codes are made once: what a person's codes cost is given
apart (``finger_codes_cpu_ms``). Speed and size only, never accuracy.
"""

import argparse
import json
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
from numpy.typing import NDArray

from rekam.abis import Enrolment, FingerTemplate, IrisTemplate, PersonTemplate
from rekam.abis.iris.code import WORDS
from rekam.abis.search.columns import finger_row
from rekam.biometric import Eye, FingerPosition
from rekam.edge.store.gallery_files import FileStock, GalleryFiles
from rekam.edge.store.gallery_files.feature import FEATURES as EVERY

MINUTIAE, SIDE, CELLS = 45, 400, 25
HANDS = 100
"""Different fingers of each place; people share them, irises are their own."""


def main() -> None:
    """Prints one JSON object: seconds, people a second, bytes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--persons", type=int, default=10_000)
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as scratch:
        sys.stdout.write(
            json.dumps(measured(Path(scratch) / "gallery", options.persons, options.batch)) + "\n"
        )


def measured(folder: Path, persons: int, batch: int) -> dict[str, float]:
    """Fill, close, open, search, kill, open."""
    report: dict[str, float] = {"persons": persons, "batch": batch}
    finger_row(dict(FINGERS[0]))  # compiles
    begun = process_time()
    for hand in FINGERS[:50]:
        finger_row(dict(hand))
    report["finger_codes_cpu_ms"] = round((process_time() - begun) / 50 * 1000, 2)
    files = GalleryFiles(folder, FEATURES)
    people = drawn(persons)
    spent, worked = 0.0, 0.0
    while some := [(f"person-{number}", one) for number, one in islice(people, batch)]:
        begun, before = perf_counter(), process_time()
        files.put_all(some)
        spent, worked = spent + perf_counter() - begun, worked + process_time() - before
    report["inserts_per_second"] = round(persons / spent)
    report["inserts_per_cpu_second"] = round(persons / worked)
    begun = perf_counter()
    for number in range(20):
        files.put(f"one-{number}", next(drawn(1, first=persons + number))[1])
    report["one_insert_ms"] = round((perf_counter() - begun) / 20 * 1000, 2)
    report["close_s"] = timed(files.close)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = perf_counter()
    files = GalleryFiles(folder, FEATURES)
    report["open_s"] = round(perf_counter() - begun, 3)
    report["open_more_memory_mb"] = round(
        (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    )
    stock = FileStock(files)
    probes = [one.template for _, one in drawn(10, first=persons // 2)]
    stock.search(probes[0], None, 10)
    begun, worked = perf_counter(), process_time()
    hits = [stock.search(probe, None, 10)[0].ref for probe in probes]
    report["search_s"] = round((perf_counter() - begun) / len(probes), 4)
    report["search_cpu_s"] = round((process_time() - worked) / len(probes), 4)
    report["found"] = sum(ref == f"person-{persons // 2 + place}" for place, ref in enumerate(hits))
    report["disk_mb"] = round(files.disk_bytes() / 1e6)
    report["scan_s"] = timed(files.scan)
    files.put_all([(f"late-{number}", one) for number, one in drawn(1_000, first=2 * persons)])
    files.abandon()
    begun = perf_counter()
    files = GalleryFiles(folder, FEATURES)
    report["open_after_kill_with_1000_new_s"] = round(perf_counter() - begun, 3)
    report["compact_s"] = timed(files.compact)
    files.close()
    return report


def timed(act: Callable[[], object]) -> float:
    """Seconds that an act takes."""
    begun = perf_counter()
    act()
    return round(perf_counter() - begun, 3)


def drawn(count: int, first: int = 0) -> Iterator[tuple[int, Enrolment]]:
    """People with ten fingers and two eyes."""
    for number in range(first, first + count):
        chance = np.random.default_rng((number, 1))
        irises = {
            eye: IrisTemplate(
                chance.integers(0, 2**64, WORDS, np.uint64), np.full(WORDS, 2**64 - 1, np.uint64)
            )
            for eye in Eye
        }
        fingers = {place: FINGERS[number % HANDS][place] for place in FingerPosition}
        yield number, Enrolment(PersonTemplate(fingers, irises))


def finger(seed: int) -> FingerTemplate:
    """Minutiae out of a hat."""
    chance = np.random.default_rng((seed, 2))
    x, y = chance.integers(20, SIDE - 20, (2, MINUTIAE)).astype(np.uint16)
    direction, quality = chance.integers(0, 256, (2, MINUTIAE)).astype(np.uint8)
    flow = chance.integers(0, 255, (CELLS, CELLS)).astype(np.uint8)
    return FingerTemplate(x, y, direction, quality, flow, SIDE, SIDE)


def shared_codes(one: PersonTemplate) -> NDArray[np.uint64]:
    """The codes of a hand, made once."""
    key = one.fingers[FingerPosition.RIGHT_THUMB].to_bytes()
    if key not in CODES:
        CODES[key] = finger_row(dict(one.fingers))
    return CODES[key]


CODES: dict[bytes, NDArray[np.uint64]] = {}
FEATURES = tuple(replace(one, of=shared_codes) if one.name == "fingers" else one for one in EVERY)
FINGERS = [{place: finger(100 * hand + place) for place in FingerPosition} for hand in range(HANDS)]

if __name__ == "__main__":
    main()
