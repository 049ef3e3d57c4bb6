"""Cases of the fault matrix against the real centre, few trials each; controls show that each sees its loss."""

import os
import tempfile
from pathlib import Path

import pytest

from rekam.edge.store.postgres import VARIABLE, open_server
from rekam.fault.clock import run as clock
from rekam.fault.long_cut import Cut, cut_and_catch_up
from rekam.fault.replay import run as replay
from rekam.fault.restore import run as restore
from rekam.fault.tamper import run as tamper
from rekam.fault.trial import Trials


@pytest.fixture(scope="module", autouse=True)
def one_server():
    """One PostgreSQL for all cases, a database for each; not under pytest's folder, which other runs close to others."""
    with tempfile.TemporaryDirectory(prefix="rekam-pg-") as folder:
        server = open_server(Path(folder) / "data", os.environ)
        try:
            with pytest.MonkeyPatch.context() as patched:
                patched.setenv(VARIABLE, server.url)
                yield
        finally:
            server.close()


@pytest.fixture
def trials(tmp_path):
    return lambda wanted, control="": Trials(wanted, 2017, tmp_path, control=control, quiet=True)


def test_replay_has_its_effect_once(trials):
    outcome = replay(trials(5))
    assert outcome.as_json() | {"first": ""} == {
        "case": "replay", "trials": 5, "acknowledged": 5, "lost": 0, "duplicated": 0, "unknown": 0, "seed": 2017,
        "control": "", "sound": True, "first": "",
    }  # fmt: skip


def test_without_the_packet_id_as_key_replay_is_seen(trials):
    outcome = replay(trials(4, "no-idempotency-key"))
    assert outcome.unknown + outcome.duplicated > 0


def test_after_a_restore_nothing_is_lost_or_it_is_named(trials):
    outcome = restore(trials(2))
    assert (outcome.lost, outcome.duplicated, outcome.unknown) == (0, 0, 0), outcome.details
    assert outcome.acknowledged > 8
    # The second trial ages database and both folders: what was only there is gone, and every one is named.
    assert outcome.details["named_missing"] >= 2


def test_bodies_deleted_before_their_receipt_are_lost_and_seen(trials):
    assert restore(trials(1, "delete-before-receipt")).lost > 0


def test_wrong_clocks_refuse_nobody(trials):
    outcome = clock(trials(4))
    assert outcome.sound, outcome.details
    assert outcome.acknowledged == 4
    assert outcome.details["jumps"] >= 4


def test_after_a_long_cut_everything_arrives_fairly(trials):
    outcome = cut_and_catch_up(trials(4), Cut(days=3, per_day=10, windows=3))
    assert outcome.sound, outcome.details
    assert outcome.acknowledged == outcome.details["packets"] == 4 * 3 * 10
    assert outcome.details["caught_up"] == 2 * 3 * 10
    assert outcome.details["fairness"] >= 0.9


def test_every_class_of_tampering_is_refused_by_name(trials):
    outcome = tamper(trials(1))
    assert outcome.sound, outcome.details
    assert outcome.details["classes"] >= 200
