"""Accuracy on FVC2002 DB1_B-DB4_B, which stands beside the checkout and never in it.

The evidence line was fitted on these same pictures (see ``parameters.py``), so these tests guard against
decay; they are no proof of accuracy on other sensors.
"""

import time
from pathlib import Path

import pytest

from rekam.abis import Gallery, PersonTemplate, Zone, decide, extract_finger
from rekam.biometric import FingerPosition
from rekam.edge.store.picture_folder import evaluate_folder, read_sets

FOLDER = Path(__file__).parents[2].parent / "shared" / "data" / "fvc2002"
POSITIONS = (
    FingerPosition.RIGHT_INDEX,
    FingerPosition.RIGHT_MIDDLE,
    FingerPosition.LEFT_INDEX,
    FingerPosition.LEFT_MIDDLE,
)
BOZORTH3_EER = {"DB1_B": 0.0428, "DB2_B": 0.0261, "DB3_B": 0.0869, "DB4_B": 0.0533}
"""Measured with nbis-py on the same pictures and pairs; ``benchmarks/abis_bozorth3.py`` measures it again."""

pytestmark = [
    pytest.mark.shared,
    pytest.mark.accuracy,
    pytest.mark.skipif(
        not FOLDER.is_dir(), reason="FVC2002 is not beside this checkout (../shared/data/fvc2002)"
    ),
]


def test_the_engine_beats_bozorth3_on_every_set_and_stays_under_its_goal():
    report = evaluate_folder(FOLDER, time.perf_counter)

    sets = report["sets"]
    assert set(sets) == set(BOZORTH3_EER)
    for name, row in sets.items():
        assert row["eer"] < BOZORTH3_EER[name] / 2
        assert row["eer"] <= 0.015
        assert row["fnmr_at_fmr_0_1pct"] <= 0.03
        assert (row["failures"], row["genuine"], row["impostor"]) == (0, 280, 2880)
    assert report["mean_eer"] <= 0.01
    assert report["pairs_per_second"] > 500


def test_people_who_come_back_under_another_name_are_all_caught_and_none_is_confused():
    sets = read_sets(FOLDER)
    people = {
        (person, capture): PersonTemplate(
            {
                position: extract_finger(sets[name][100 + person][capture])
                for position, name in zip(POSITIONS, sorted(sets), strict=True)
            }
        )
        for person in range(1, 11)
        for capture in range(1, 9)
    }
    gallery = Gallery()
    for person in range(1, 11):
        gallery.insert(f"P{person}", people[person, 1])

    caught = confused = 0
    for person in range(1, 11):
        for capture in range(2, 9):
            found = gallery.search(people[person, capture])
            caught += decide(found) is not Zone.UNIQUE and found[0].ref == f"P{person}"
            confused += sum(one.zone is not Zone.UNIQUE and one.ref != f"P{person}" for one in found)
    assert (caught, confused) == (70, 0)

    without = Gallery()
    for person in range(1, 11):
        without.insert(f"P{person}", people[person, 1])
    for person in range(1, 11):
        without.delete(f"P{person}")
        assert all(decide(without.search(people[person, capture])) is Zone.UNIQUE for capture in range(1, 9))
        without.insert(f"P{person}", people[person, 1])
