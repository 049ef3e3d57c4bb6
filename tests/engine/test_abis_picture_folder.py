import itertools
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rekam.biometric import FingerPosition
from rekam.biometric.drawn.finger import finger_impression
from rekam.edge.store.picture_folder import evaluate_folder, read_sets
from rekam.problem import Problem


def save(folder: Path, name: str, pixels: np.ndarray, **options: object) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(folder / name, **options)


SMALL = np.full((80, 90), 200, np.uint8)


def test_a_folder_of_pictures_is_one_set_named_after_it(tmp_path: Path):
    save(tmp_path / "DB", "101_1.tif", SMALL)
    save(tmp_path / "DB", "101_12.png", SMALL)
    (tmp_path / "DB" / "SOURCES.md").write_text("not a picture")

    sets = read_sets(tmp_path / "DB")

    assert {name: {f: sorted(i) for f, i in fingers.items()} for name, fingers in sets.items()} == {
        "DB": {101: [1, 12]}
    }


def test_a_folder_of_folders_is_a_set_each(tmp_path: Path):
    save(tmp_path / "A", "1_1.bmp", SMALL)
    save(tmp_path / "B", "2_1.jpg", SMALL)

    assert sorted(read_sets(tmp_path)) == ["A", "B"]


@pytest.mark.parametrize(
    ("folder", "options", "dpi"),
    [
        ("x", {}, 500),
        ("x", {"dpi": (1, 1)}, 500),
        ("x", {"dpi": (508, 508)}, 508),
        ("fvc2002/DB2_B", {}, 569),
        ("FVC2002_Db2_a", {}, 569),
        ("fvc2002/DB1_B", {}, 500),
        ("FVC2004/DB3_B", {}, 512),
        ("fvc2002/DB2_B", {"dpi": (400, 400)}, 400),
    ],
)
def test_resolution_comes_from_the_picture_then_from_the_rule_then_is_usual(
    tmp_path: Path, folder: str, options: dict, dpi: float
):
    save(tmp_path / folder, "101_1.tif", SMALL, **options)

    (impressions,) = read_sets(tmp_path / folder).values()

    assert impressions[101][1].dpi == pytest.approx(dpi, abs=0.1)


def test_a_broken_picture_is_named(tmp_path: Path):
    (tmp_path / "101_1.tif").write_bytes(b"II*\0 this is no picture")

    with pytest.raises(Problem, match=r"101_1\.tif"):
        read_sets(tmp_path)


@pytest.mark.parametrize("inner", ["missing", "."])
def test_a_folder_without_pictures_is_refused_by_name(tmp_path: Path, inner: str):
    with pytest.raises(Problem, match="folder_unreadable"):
        read_sets(tmp_path / inner)


def test_the_report_counts_pairs_failures_and_the_time_of_the_clock_given(tmp_path: Path):
    for finger, impression in itertools.product((1, 2, 3), (1, 2)):
        drawn = finger_impression(finger, FingerPosition.RIGHT_INDEX, impression)
        save(tmp_path, f"{finger}_{impression}.png", drawn.pixels)
    save(tmp_path, "4_1.png", np.full((300, 300), 255, np.uint8))
    ticks = itertools.count()

    report = evaluate_folder(tmp_path, lambda: float(next(ticks)))

    row = report["sets"][tmp_path.name]
    assert (row["genuine"], row["impostor"], row["failures"]) == (3, 18, 1)
    assert (row["eer"], row["fnmr_at_fmr_0_1pct"]) == (0, 0)
    assert report["ms_per_extraction"] == pytest.approx(1000 / 7)
    assert report["pairs_per_second"] == 21
    assert set(report) == {"sets", "mean_eer", "ms_per_extraction", "pairs_per_second"}
    json.dumps(report)


def test_a_finger_that_fails_to_enrol_counts_as_missed(tmp_path: Path):
    for finger in (1, 2):
        drawn = finger_impression(finger, FingerPosition.RIGHT_INDEX, 1)
        save(tmp_path, f"{finger}_1.png", drawn.pixels)
        save(tmp_path, f"{finger}_2.png", np.full((300, 300), 255, np.uint8))

    row = evaluate_folder(tmp_path, lambda: 0.0)["sets"][tmp_path.name]

    assert (row["failures"], row["fnmr_at_fmr_1pct"]) == (2, 1)


def test_one_finger_alone_cannot_be_evaluated(tmp_path: Path):
    save(tmp_path, "1_1.png", SMALL)

    with pytest.raises(Problem, match="evaluation_empty"):
        evaluate_folder(tmp_path, lambda: 0.0)
