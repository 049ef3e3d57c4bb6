"""The engine's galleries on disk are killed at random moments: the search afterwards is the one before."""

import os

import pytest

from rekam.fault import Trials
from rekam.fault.case import run_case

pytestmark = pytest.mark.crash

KILLS = int(os.environ.get("REKAM_GALLERY_KILLS", "20"))


def test_galleries_survive_kills_at_random_moments(tmp_path):
    outcome = run_case("gallery-kill", Trials(KILLS, seed=20171122, folder=tmp_path, quiet=True))

    assert (outcome.lost, outcome.duplicated, outcome.unknown) == (0, 0, 0), outcome
    assert outcome.sound
    assert outcome.acknowledged > KILLS


def test_a_gallery_that_acknowledges_too_early_is_caught(tmp_path):
    trials = Trials(6, seed=20171122, folder=tmp_path, control="acknowledge-early", quiet=True)

    assert run_case("gallery-kill", trials).lost > 0
