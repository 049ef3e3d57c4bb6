"""How fast a large gallery is searched, and what it finds, on the declared-synthetic population."""

import math
import os
import resource
from functools import partial
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters as engine
from rekam.abis.search.columns import EYES, FINGERS, Columns
from rekam.abis.search.parameters import IRIS_ITEMS
from rekam.abis.search.probes import Probes
from rekam.abis.search.shortlist import shortlist_length
from rekam.abis.search.stage_one import Look, likeliest
from rekam.abis.synthetic.captures import Captures, captured_again
from rekam.abis.synthetic.evidence import face_line, safe_threshold, same_people
from rekam.abis.synthetic.people import synthetic_people
from rekam.measure.abis_bandwidth import read_rate, shortest
from rekam.measure.abis_precise import drawn_fingers, seconds_of_stage_two
from rekam.measure.abis_rank import ranks

FPIR = 1e-3
"""Target at which misses are counted."""
BATCH = 64
"""Probes searched together."""
SEED = 20261122
FINGER_PROBES, PERSON_PROBES, FORTUNES = 1_000, 200, 200_000
"""People who come again: by fingers alone, with everything, and at the level of scores."""
CURVE = (10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000)
COUNTRY, COUNTRY_PER_DAY = 200_000_000, 100_000
"""Size and recordings a day of the projection."""
NODE_BYTES = 64 * 2**30
"""Memory of one machine of the projection."""
FOUR = (0, 1, 5, 6)
"""Thumbs and index fingers."""

Report = dict[str, Any]


def run_search_measure(persons: int, *, threads: int) -> Report:
    """Make so many people and search among them; see the card for what each number means."""
    report: Report = {
        "persons": persons,
        "population": "synthetic codes; noise fitted to FVC2002 scores; no claim on real people",
        "threads": threads,
        "load_before": os.getloadavg()[0],
    }
    began = perf_counter()
    columns = synthetic_people(persons, SEED, threads=threads)
    report["seconds_to_make"] = perf_counter() - began
    dice = np.random.default_rng(SEED)
    _, probes, _ = _comers(columns, BATCH, dice)
    report |= _speed(columns, probes, threads)
    report |= _single(columns, probes, threads)
    report |= _found(columns, dice, threads)
    report["peak_memory_bytes"] = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    report["columns_bytes"] = columns.fingers.nbytes + columns.irises.nbytes + columns.faces.nbytes
    report |= _projection(report, threads)
    report["load_after"] = os.getloadavg()[0]
    return report


def _comers(
    columns: Columns, count: int, dice: np.random.Generator
) -> tuple[NDArray[np.int64], Probes, Captures]:
    rows = dice.integers(0, len(columns), count)
    again = captured_again(columns, rows, dice)
    return rows, Probes.of_rows(again.fingers, again.irises, again.faces), again


def _looks(persons: int) -> dict[str, Look]:
    operating = math.log(max(persons, engine.GALLERY_LEAST) / engine.ADJUDICATE_FPIR)
    irises = Look((), least=operating, hasty=False)
    return {
        "irises": irises,
        "irises_early_abandon": Look((), least=operating),
        "fingers": Look(irises=False),
        "fingers_any_order": Look(None, irises=False),
        "stage_one": Look(face=face_line()),
    }


def _speed(columns: Columns, probes: Probes, threads: int) -> Report:
    kept = kept_people(len(columns))
    report: Report = {"operating_threshold_nats": _looks(len(columns))["irises"].least, "batch": len(probes)}
    for name, look in _looks(len(columns)).items():
        likeliest(probes, _first(columns, 64), kept, look=look, threads=threads)  # compiles
        seconds = shortest(partial(likeliest, probes, columns, kept, look=look, threads=threads), 2)
        report[f"seconds_per_person_{name}"] = seconds / len(probes)
    looks = _looks(len(columns))
    full, quick = (
        likeliest(probes, columns, kept, look=looks[name], threads=threads)
        for name in ("irises", "irises_early_abandon")
    )
    same = np.array_equal(full[0], quick[0]) and np.array_equal(full[1], quick[1])
    report["early_abandon_changes_nothing"] = same
    report["candidates_compared_precisely"] = kept
    report["seconds_per_person_stage_two"] = seconds_of_stage_two(drawn_fingers(), kept, 4 * threads, threads)
    stages = ("seconds_per_person_stage_one", "seconds_per_person_stage_two")
    report["seconds_per_person_all"] = sum(report[stage] for stage in stages)
    report["curve"] = [_point(columns, probes, size, threads) for size in CURVE if size <= len(columns)]
    return report


def _point(columns: Columns, probes: Probes, size: int, threads: int) -> Report:
    part, looks = _first(columns, size), _looks(size)
    point: Report = {"persons": size}
    for name in ("irises", "irises_early_abandon", "stage_one"):
        search = partial(likeliest, probes, part, kept_people(size), look=looks[name], threads=threads)
        seconds = shortest(search, 1)
        point[f"seconds_per_person_{name}"] = seconds / len(probes)
    return point


def _single(columns: Columns, probes: Probes, threads: int) -> Report:
    """One probe alone: bound by memory. At one turn, as a scan is compared with reading; and at all 17."""
    rate = read_rate(columns.irises, threads)
    one = _few(probes, 1)
    middle = engine.ROTATIONS
    still = Probes(one.fingers, one.fingers_here, np.ascontiguousarray(one.turns[:, :, middle : middle + 1]),
                   np.ascontiguousarray(one.rest[:, :, middle : middle + 1]), one.iris_kinds, one.faces)  # fmt: skip
    runs = {
        "bandwidth_ratio": (still, Look((), hasty=False), columns.irises.nbytes),
        "bandwidth_ratio_17_turns": (one, Look((), hasty=False), columns.irises.nbytes),
        "bandwidth_ratio_fingers": (one, Look(irises=False), columns.fingers.nbytes),
    }
    report: Report = {"read_bytes_per_second": rate}
    for name, (probe, look, size) in runs.items():
        seconds = shortest(partial(likeliest, probe, columns, 10, look=look, threads=threads))
        report[name] = size / seconds / rate
    look = Look(face=face_line())
    search = partial(likeliest, one, columns, kept_people(len(columns)), look=look, threads=threads)
    report["seconds_single_probe_stage_one"] = shortest(search)
    return report


def _found(columns: Columns, dice: np.random.Generator, threads: int) -> Report:
    """Misses of the filter and of the decision, kept apart."""
    people = len(columns)
    rows, probes, _ = _comers(columns, min(PERSON_PROBES, people), dice)
    everything = ranks(probes, columns, rows, Look(face=face_line()), threads)
    rows, probes, _ = _comers(columns, FINGER_PROBES, dice)
    ten = ranks(probes, columns, rows, Look(irises=False), threads)
    here = np.zeros_like(probes.fingers_here)
    here[:, FOUR] = True
    few = Probes(probes.fingers, here, probes.turns, probes.rest, probes.iris_kinds, probes.faces)
    four = ranks(few, columns, rows, Look(irises=False), threads)
    fused, fingers = same_people(FORTUNES, dice)
    threshold = safe_threshold(FPIR, people, dice)
    by_fingers = safe_threshold(FPIR, people, dice, irises=False)
    miss = float(np.mean(everything >= kept_people(people)))
    miss_ten = float(np.mean(ten >= kept_people(people)))
    return {
        "filter_miss": miss,
        "filter_miss_probes": len(everything),
        "filter_miss_ten_fingers": miss_ten,
        "filter_miss_four_fingers": float(np.mean(four >= shortlist_length(len(FOUR), people))),
        "filter_miss_finger_probes": FINGER_PROBES,
        "fpir": FPIR,
        "threshold_nats": threshold,
        "fnir": miss + float(np.mean(fused < threshold)),
        "fnir_ten_fingers": miss_ten + float(np.mean(fingers < by_fingers)),
    }


def _projection(report: Report, threads: int) -> Report:
    share = COUNTRY / report["persons"]
    memory = report["columns_bytes"] * share
    # Stage two stays as it is: the lists of all machines are merged before it.
    core_seconds = threads * (
        report["seconds_per_person_stage_one"] * share + report["seconds_per_person_stage_two"]
    )
    return {
        "projection_persons": COUNTRY,
        "projection_memory_bytes": memory,
        "projection_core_seconds_per_search": core_seconds,
        "projection_cores_for_100000_a_day": core_seconds * COUNTRY_PER_DAY / 86_400,
        "projection_machines_of_64_gib": math.ceil(memory / NODE_BYTES / 0.8),
    }


def kept_people(persons: int) -> int:
    """People that are compared precisely in a search with all items."""
    return shortlist_length(FINGERS + IRIS_ITEMS * EYES, persons)


def _first(columns: Columns, size: int) -> Columns:
    return Columns(columns.fingers[:size], columns.irises[:size], columns.faces[:size], columns.live[:size])


def _few(probes: Probes, count: int) -> Probes:
    return Probes(probes.fingers[:count], probes.fingers_here[:count], probes.turns[:, :count],
                  probes.rest[:, :count], probes.iris_kinds[:, :count], probes.faces[:count])  # fmt: skip
