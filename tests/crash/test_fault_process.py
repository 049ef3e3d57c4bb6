"""The process faults of the matrix, a small fixed count of each: kills, crash points, full and failing disks."""

import os
import tempfile
from pathlib import Path

import pytest

from rekam.edge.store.postgres import VARIABLE, open_server
from rekam.fault import Trials
from rekam.fault.case import run_case
from rekam.fault.crash_point import run_points
from rekam.fault.kill import PHASES
from rekam.fault.process.strace import check_strace
from rekam.problem import Problem

pytestmark = pytest.mark.crash


@pytest.fixture(scope="module", autouse=True)
def server():
    """One server for the module: each case makes a database of its own in it."""
    with tempfile.TemporaryDirectory(prefix="rekam-pg-") as folder, pytest.MonkeyPatch.context() as patch:
        server = open_server(Path(folder) / "data", os.environ)
        patch.setenv(VARIABLE, server.url)
        try:
            yield
        finally:
            server.close()


@pytest.fixture(scope="module")
def strace():
    try:
        check_strace()
    except Problem as problem:
        pytest.skip(f"faults at system calls need strace and leave to trace: {problem}")


def trials(folder, count, control=""):
    return Trials(count, seed=20171009, folder=folder, control=control, quiet=True)


def test_processes_killed_in_every_phase_lose_nothing_and_do_nothing_twice(tmp_path):
    outcome = run_case("kill", trials(tmp_path, 2 * len(PHASES)))
    assert (outcome.lost, outcome.duplicated, outcome.unknown) == (0, 0, 0), outcome.details
    assert outcome.sound
    assert outcome.details["kills"] == dict.fromkeys(PHASES, 2)


def test_a_station_that_seals_in_two_steps_is_caught_sealing_a_person_twice(tmp_path):
    outcome = run_case("kill", trials(tmp_path, len(PHASES), "no-idempotency-key"))
    assert outcome.duplicated > 0


def test_a_station_that_deletes_before_the_receipt_is_caught_losing_a_person(tmp_path):
    outcome = run_case("kill", trials(tmp_path, len(PHASES), "delete-before-receipt"))
    assert outcome.lost > 0


def test_a_kill_at_any_call_towards_disk_or_database_leaves_one_packet(tmp_path, strace):
    outcome = run_points(trials(tmp_path, 1), every=120)
    assert outcome.sound, outcome
    assert all(outcome.details["points"][part] > 0 for part in ("recording", "delivery", "intake")), outcome


def test_a_full_disk_is_named_and_nothing_is_half_made(tmp_path, strace):
    outcome = run_case("disk-full", trials(tmp_path, 3))
    assert outcome.sound, outcome
    assert outcome.details["faults_met"] > 0
    assert outcome.details["seen"]["delivery.no_space"] > 0


def test_a_failing_or_slow_disk_is_named_or_survived(tmp_path, strace):
    outcome = run_case("io-error", trials(tmp_path, 3))
    assert outcome.sound, outcome
    assert outcome.details["faults_met"] > 0
