"""Faces of ORL / AT&T, which stand beside the checkout and never in it; 23 x 28 px here, a quarter of the original.

The views of the describer were chosen on these pictures, so this guards against decay; it proves no accuracy.
"""

import time
from pathlib import Path

import pytest

pytest.importorskip("dlib", reason="the extra 'face' is not installed")
pytest.importorskip("face_recognition_models", reason="the extra 'face' is not installed")

from rekam.edge.face.folder import face_outcome

FOLDER = Path(__file__).parents[2].parent / "shared" / "data" / "face_att_orl"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.accuracy,
    pytest.mark.skipif(
        not FOLDER.is_dir(), reason="ORL is not beside this checkout (../shared/data/face_att_orl)"
    ),
]


def test_no_face_of_three_people_is_missed_and_few_are_confused(tmp_path):
    """A few of the set, for time; the whole of it is ``rekam abis evaluate FOLDER --protocol face`` (2.8 %)."""
    people = sorted((one for one in FOLDER.rglob("s*") if one.is_dir()), key=lambda one: one.name)[:3]
    for one in people:
        (tmp_path / one.name).symlink_to(one)

    (row,) = face_outcome(tmp_path, time.perf_counter).report["sets"].values()

    assert (row["failures"], row["genuine"], row["impostor"]) == (0, 3 * 45, 3 * 100)
    assert row["eer"] <= 0.03
