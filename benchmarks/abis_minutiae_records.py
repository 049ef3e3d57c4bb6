"""What a finger loses on its way through a minutiae record or a card's chip.

    python benchmarks/abis_minutiae_records.py DIR [RECORDS]

EER and FNMR at FMR 0.1 % of every pair in each set of DIR (FVC names). "own" = templates as the engine keeps
them; "record" = written as ISO/IEC 19794-2:2005 with the engine's own flow and read again; "bare" = the same
without that flow, as anybody else's record comes; "chip" = compact card format, at most 60 minutiae.
With RECORDS, a folder of one sub-folder a set with another maker's minutiae records (``101_1.iso``), also
"foreign" = those records among themselves (never against ours: such a maker may have resized the pictures
first and still state 500 ppi).
"""

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np

from rekam.abis import FingerTemplate, compare_fingers, extract_finger
from rekam.abis.evaluation.error_rate import error_rates
from rekam.abis.interchange.chip_record import chip_finger, chip_template
from rekam.abis.interchange.minutiae_record import minutiae_2005, templates_of
from rekam.biometric import FingerPosition
from rekam.biometric.interchange.minutiae_record import read_minutiae_record
from rekam.edge.store.picture_folder import read_sets

INDEX = FingerPosition.RIGHT_INDEX
Way = Callable[[FingerTemplate], FingerTemplate]


def own(template: FingerTemplate) -> FingerTemplate:
    return template


def record(template: FingerTemplate) -> FingerTemplate:
    return templates_of(minutiae_2005(template, INDEX))[0][1]


def bare(template: FingerTemplate) -> FingerTemplate:
    whole = minutiae_2005(template, INDEX)
    return templates_of(replace(whole, views=(replace(whole.views[0], extended=b""),)))[0][1]


def chip(template: FingerTemplate) -> FingerTemplate:
    return chip_template(chip_finger(template, INDEX))


WAYS: dict[str, tuple[Way, Way]] = {
    "own against own": (own, own),
    "record against record": (record, record),
    "bare against own": (bare, own),
    "bare against bare": (bare, bare),
    "chip against own": (chip, own),
}


Templates = dict[tuple[str, str], FingerTemplate]


def main() -> None:
    sets = {}
    records = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    for name, impressions in read_sets(Path(sys.argv[1])).items():
        templates = {
            (str(finger), str(number)): extract_finger(image)
            for finger, images in impressions.items()
            for number, image in images.items()
        }
        sets[name] = {
            way: rates(*({key: go(one) for key, one in templates.items()} for go in pair))
            for way, pair in WAYS.items()
        }
        if records is not None and (records / name).is_dir():
            foreign = foreign_templates(records / name)
            sets[name]["foreign against foreign"] = rates(foreign, foreign)
    print(json.dumps(sets, indent=1))


def foreign_templates(folder: Path) -> Templates:
    read = {}
    for path in sorted(folder.glob("*.iso")):
        finger, number = path.stem.split("_")
        read[finger, number] = templates_of(read_minutiae_record(path.read_bytes()))[0][1]
    return read


def rates(ones: Templates, others: Templates) -> dict[str, float]:
    genuine, impostor = [], []
    for one, other in combinations(sorted(ones.keys() & others.keys()), 2):
        score = compare_fingers(ones[one], others[other]).score
        (genuine if one[0] == other[0] else impostor).append(score)
    found = error_rates(np.array(genuine), np.array(impostor))
    return {
        "eer": found.eer,
        "fnmr_at_fmr_0_1pct": found.fnmr_at_fmr_0_1pct,
        "genuine": len(genuine),
        "impostor": len(impostor),
    }


if __name__ == "__main__":
    main()
