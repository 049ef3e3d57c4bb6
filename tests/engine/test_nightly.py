"""The chores of a new day: done when the worker starts, harmless when done again, never the end of the worker."""

import threading

import pytest
from centre_world import NOON, resident

from rekam.centre import nightly


def test_the_figures_of_the_day_are_kept_once(world):
    world.load(resident(1), resident(2), recorded=[resident(2).nik])

    for _ in range(2):
        nightly.do_chores(world.centre)

    with world.centre.store.database.connection() as connection:
        kept = connection.execute(
            "SELECT place, recorded, obliged FROM rekam.coverage_day ORDER BY place"
        ).fetchall()
    assert len(kept) == len({place for place, _, _ in kept})
    assert ("", 1, 2) in kept


@pytest.mark.filterwarnings("error")
def test_a_chore_that_fails_is_told_and_tried_again(world, monkeypatch, caplog):
    tries = threading.Semaphore(0)

    def breaks(_centre):
        tries.release()
        raise RuntimeError("no more disk")

    monkeypatch.setattr(nightly, "CHORES", (breaks,))
    monkeypatch.setattr(nightly, "LOOK_S", 0.01)
    with nightly.nights(world.folder, world.centre.store.database.url, lambda: NOON):
        assert tries.acquire(timeout=60)
        assert tries.acquire(timeout=60)

    assert "broke off" in caplog.text
    assert "no more disk" in caplog.text
