"""The command line: bad input ends with exit code 2 and one clear line, and leaves nothing behind."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rekam.demo.play import room_for
from rekam.edge.wire.serving import bind
from rekam.problem import Problem


def rekam(*words: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "rekam.command", *words],
        capture_output=True, text=True, timeout=120, check=False, env={**os.environ, **variables},
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["demo", "--nonsense"],
        ["demo", "--scale", "many"],
        ["demo", "--once", "--scale", "7"],
        ["demo", "--once", "--people", "2"],
        ["demo", "--once", "--fingers", "/no/such/folder"],
        ["abis", "evaluate", "/no/such/folder", "--json"],
        ["abis", "evaluate", ".", "--protocol", "palm"],
        ["station", "--folder", "/proc/nowhere"],
        ["audit", "copies", "--folder", "/no/such/folder"],
    ],
    ids=" ".join,
)
def test_bad_input_ends_with_exit_code_2_and_one_line(words: list[str], tmp_path: Path):
    answer = rekam(*words)

    assert answer.returncode == 2, answer.stderr
    assert answer.stdout == ""
    said = [line for line in answer.stderr.splitlines() if line.strip()]
    assert len(said) == 1, answer.stderr
    assert "Traceback" not in answer.stderr


def test_an_empty_folder_of_prints_is_told(tmp_path: Path):
    answer = rekam("abis", "evaluate", str(tmp_path), "--json")

    assert answer.returncode == 2
    assert "abis.folder_unreadable" in answer.stderr


def test_a_folder_that_is_no_station_says_so_and_stays_empty_of_keys(tmp_path: Path):
    answer = rekam("station", "--folder", str(tmp_path / "station"), "--port", "0")

    assert answer.returncode == 2
    assert "station.not_provisioned" in answer.stderr
    assert not list((tmp_path / "station").glob("keys/*"))


def test_a_port_in_use_is_told_before_anything_is_loaded(tmp_path: Path):
    with bind() as taken:
        port = taken.getsockname()[1]
        answer = rekam("demo", "--folder", str(tmp_path / "demo"), "--port", str(port - 1))

    assert answer.returncode == 2
    assert str(port) in answer.stderr
    assert not (tmp_path / "demo" / "centre").exists()


def test_a_full_disk_is_told_with_numbers(tmp_path: Path):
    with pytest.raises(Problem) as caught:
        room_for(tmp_path, 10**12)

    assert caught.value.code == "command.no_space"
    assert caught.value.details["need_mb"] == 10**12


def test_a_database_that_does_not_answer_is_told(tmp_path: Path):
    answer = rekam("worker", "--folder", str(tmp_path), REKAM_DATABASE="postgresql://nobody@127.0.0.1:9/none")

    assert answer.returncode == 2
    assert "centre.database_unreachable" in answer.stderr
    assert "nobody" not in answer.stderr


def test_help_names_every_promised_part():
    text = rekam("--help").stdout

    for part in ("demo", "centre", "worker", "station", "portal", "abis", "audit"):
        assert part in text


def test_a_new_centre_verifies_as_sound(tmp_path: Path):
    answer = rekam("audit", "verify", "--folder", str(tmp_path / "centre"), "--json")

    assert answer.returncode == 0, answer.stderr
    report = json.loads(answer.stdout)
    assert report["sound"] is True
    assert report["log_leaves"] == 0
