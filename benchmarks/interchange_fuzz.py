"""Millions of damaged records through every reader; anything but a value or a named problem ends the run.

    python benchmarks/interchange_fuzz.py RUNS SEED [FOLDER]

Damages the records of FOLDER, or without one the records that the house itself writes. Prints one JSON object:
runs, how many were read, how many refused, the slowest read in milliseconds of processor time.
"""

import json
import random
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from rekam.biometric import Eye, EyeImage, FaceImage, FingerImage, FingerPosition
from rekam.biometric.interchange.card_minutiae import CardMinutia
from rekam.biometric.interchange.chip_fingers import ChipFinger, read_chip_fingers, write_chip_fingers
from rekam.biometric.interchange.extensible import ExtensibleFinger, ExtensibleRecord
from rekam.biometric.interchange.extensible.code import Code
from rekam.biometric.interchange.finger_minutiae_2005 import FingerMinutiaeRecord2005, MinutiaeView
from rekam.biometric.interchange.minutia import Minutia
from rekam.biometric.interchange.minutiae_record import read_minutiae_record
from rekam.biometric.interchange.picture_record import read_pictures
from rekam.edge.device.record import write_record
from rekam.problem import Problem

LIES = (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\xff\xff", b"\x84\xff\xff\xff\xff")
MOST_CHANGES = 4
NEAR = 120
"""Two changes of three fall into the first octets, where the fields are."""


def own_records() -> list[bytes]:
    grey = (np.add.outer(np.arange(64) * 5, np.arange(64) * 3) % 256).astype(np.uint8)
    pictures = (
        FingerImage(FingerPosition.LEFT_THUMB, grey),
        EyeImage(Eye.LEFT, grey),
        FaceImage(np.stack([grey] * 3, axis=2)),
    )
    moment = datetime(2026, 3, 1, tzinfo=UTC)
    minutiae = tuple(Minutia(at * 9, at * 7, at * 5) for at in range(30))
    chip = (ChipFinger(FingerPosition.LEFT_INDEX, tuple(CardMinutia(at, at, at) for at in range(40))),)
    finger = ExtensibleFinger(position=Code(7), image_format=Code(4), image=bytes(200))
    return [
        *(write_record(picture, 80, moment) for picture in pictures),
        FingerMinutiaeRecord2005(
            views=(MinutiaeView(position=1, minutiae=minutiae),), width=500, height=500
        ).encode(),
        write_chip_fingers(chip),
        ExtensibleRecord(0x64, (finger,), 2019).encode(),
    ]


def damaged(octets: bytes, chance: random.Random) -> bytes:
    changed = bytearray(octets)
    for _ in range(chance.randint(1, MOST_CHANGES)):
        at = chance.randrange(min(len(changed), NEAR) if chance.random() < 2 / 3 else len(changed))
        match chance.randrange(5):
            case 0:
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                changed[at] = chance.randrange(256)
            case 2:
                lie = chance.choice(LIES)
                changed[at : at + len(lie)] = lie
            case 3:
                changed[at:at] = chance.randbytes(chance.randint(1, 6))
            case _:
                del changed[at : at + chance.randint(1, 6)]
        if len(changed) < 2:
            break
    kept = bytes(changed)
    if chance.random() < 0.5 and kept[:3] in (b"FIR", b"FAC", b"IIR", b"FMR"):  # a length that fits again
        kept = kept[:8] + len(kept).to_bytes(4, "big") + kept[12:]
    return kept


def reader_of(octets: bytes) -> Callable[[bytes], object]:
    if octets.startswith(b"FMR"):
        return lambda given: [(one, getattr(one, "blocks", ())) for one in (read_minutiae_record(given),)]
    if octets.startswith(b"\x7f\x61"):
        return read_chip_fingers
    return lambda given: [one.grey() for one in read_pictures(given)]


def main() -> None:
    runs, seed = int(sys.argv[1]), int(sys.argv[2])
    folder = sys.argv[3:]
    whole = [path.read_bytes() for path in sorted(Path(folder[0]).iterdir())] if folder else own_records()
    for octets in whole:  # the compiled loops are loaded before anything is timed
        with suppress(Problem):
            reader_of(octets)(octets)
    chance = random.Random(seed)
    read = refused = 0
    slowest = 0.0
    for _ in range(runs):
        original = chance.choice(whole)
        given = damaged(original, chance)
        began = time.process_time()
        try:
            reader_of(original)(given)
            read += 1
        except Problem:
            refused += 1
        slowest = max(slowest, time.process_time() - began)
    report = {"runs": runs, "read": read, "refused": refused, "slowest_ms": slowest * 1000, "seed": seed}
    print(json.dumps(report))


if __name__ == "__main__":
    main()
