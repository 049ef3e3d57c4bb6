"""Killing centre, worker or station at any moment of the demo ends in the same report.

Each run plays the whole journey while a killer sends SIGKILL to a random part at random moments. REKAM_KILLS
sets how many kills are wanted in all; 30 are part of ``make test``, the long run is ``make fault``.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

KILLS = int(os.environ.get("REKAM_KILLS", "30"))
VICTIMS = ("centre", "worker", "station")
PAUSE = (0.5, 5.0)
"""Seconds between kills, all through a run: shorter than any part's work, long enough that work goes on at all."""

RUN, RECORDING_SHARE = 30, 0.6
"""Kills of one run, and how many of them at most before the last resident is recorded; then the run may end."""

MOVING = {"seconds", "steps_seconds", "restarts"}

pytestmark = [pytest.mark.crash, pytest.mark.journey, pytest.mark.timeout(3600)]


def start(folder: Path) -> "subprocess.Popen[bytes]":
    command = [
        sys.executable,
        "-m",
        "rekam.command",
        "demo",
        "--once",
        "--json",
        "--people",
        "8",
        "--folder",
        str(folder),
    ]
    folder.mkdir()
    with (folder / "errors").open("wb") as errors:
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors)


def report_of(process: "subprocess.Popen[bytes]", folder: Path) -> dict:
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 0, (output, (folder / "errors").read_text()[-3000:])
    return json.loads(output)


def still(report: dict) -> dict:
    return {key: value for key, value in report.items() if key not in MOVING}


def kill_at_random(process: "subprocess.Popen[bytes]", folder: Path, chance: random.Random) -> Counter[str]:
    killed: Counter[str] = Counter()
    while process.poll() is None:
        time.sleep(chance.uniform(*PAUSE))
        try:
            living = json.loads((folder / "parts.json").read_text())
        except FileNotFoundError:
            continue
        victims = [name for name in VICTIMS if name in living]
        if not victims:
            continue
        recorded = (folder / "recorded.json").exists()
        if sum(killed[name] for name in VICTIMS) >= RUN * (1 if recorded else RECORDING_SHARE):
            continue
        name = chance.choice(victims)
        try:
            os.kill(living[name], signal.SIGKILL)
        except ProcessLookupError:
            continue
        killed[name] += 1
        killed["after the last recording"] += recorded
    return killed


def test_the_demo_ends_in_the_same_report_however_often_its_parts_are_killed(tmp_path, capsys):
    calm = start(tmp_path / "calm")
    calm.wait(600)
    expected = report_of(calm, tmp_path / "calm")
    assert expected["recorded"] == expected["delivered"] == expected["receipted"] == 8
    assert expected["restarts"] == 0

    seed = int(os.environ.get("REKAM_SEED", str(random.SystemRandom().randrange(2**32))))
    chance = random.Random(seed)
    done: Counter[str] = Counter()
    runs = 0
    while sum(done[name] for name in VICTIMS) < KILLS:
        runs += 1
        folder = tmp_path / f"killed{runs}"
        process = start(folder)
        killed = kill_at_random(process, folder, chance)
        report = report_of(process, folder)

        assert still(report) == still(expected), f"seed {seed}, run {runs}, kills {killed}"
        assert report["restarts"] >= 1
        done += killed

    with capsys.disabled():
        print(f"\nkills {dict(done)} in {runs} runs, seed {seed}: every report equal")
    assert all(done[name] for name in VICTIMS), "every kind of part was killed at least once"
