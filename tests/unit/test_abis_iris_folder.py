from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rekam.edge.store.subject_folder import both_eyes_parted, grey_picture, subject_sets
from rekam.problem import Problem


def picture(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.full((8, 9), 77, np.uint8)).save(path)


def names(subjects: dict[str, dict[str, Path]]) -> dict[str, list[str]]:
    return {subject: list(files) for subject, files in subjects.items()}


def test_a_folder_of_subjects_is_one_set(tmp_path: Path):
    for name in ("s1/1.png", "s1/2.png", "s2/1.bmp"):
        picture(tmp_path / "faces" / name)
    (tmp_path / "faces" / "s2" / "notes.txt").write_text("not a picture")

    sets = subject_sets(tmp_path / "faces")

    assert {name: names(found) for name, found in sets.items()} == {
        "faces": {"s1": ["s1/1.png", "s1/2.png"], "s2": ["s2/1.bmp"]}
    }


def test_a_folder_of_sets_keeps_them_apart(tmp_path: Path):
    for name in ("a/s1/1.png", "b/s1/1.png", "b/s2/1.png"):
        picture(tmp_path / name)

    assert {name: list(found) for name, found in subject_sets(tmp_path).items()} == {
        "a": ["s1"],
        "b": ["s1", "s2"],
    }


def test_left_and_right_are_two_subjects_of_one_set(tmp_path: Path):
    for name in ("7/left/1.png", "7/right/1.png"):
        picture(tmp_path / name)

    assert [list(found) for found in subject_sets(tmp_path).values()] == [["7/left", "7/right"]]


def test_two_eyes_in_one_folder_are_told_by_their_numbers(tmp_path: Path):
    for name in ("5/050101.png", "5/050102.png", "5/050201.png", "100/1000205.png", "9/1234.png"):
        picture(tmp_path / name)
    (subjects,) = subject_sets(tmp_path).values()

    assert names(both_eyes_parted(subjects)) == {
        "100/2": ["100/1000205.png"],
        "5/1": ["5/050101.png", "5/050102.png"],
        "5/2": ["5/050201.png"],
        "9": ["9/1234.png"],
    }


def test_a_folder_without_subjects_is_refused_by_name(tmp_path: Path):
    picture(tmp_path / "loose.png")

    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(Problem, match="subjects_unreadable"):
            subject_sets(folder)


def test_a_broken_picture_is_refused_by_name(tmp_path: Path):
    (tmp_path / "1.png").write_bytes(b"\x89PNG broken")

    with pytest.raises(Problem, match="picture_unreadable"):
        grey_picture(tmp_path / "1.png")
