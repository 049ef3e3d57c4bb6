"""Case ``lines`` in small: short windows, the same parts. Goodput is measured by the long run, not here."""

import dataclasses
import json
import tempfile
from pathlib import Path

import pytest

from rekam.fault import lines
from rekam.fault.line.carry import Way, Wire
from rekam.fault.line.emulated import EmulatedRoads
from rekam.fault.line.measured import Measured, pooled
from rekam.fault.line.profile import PROFILES, Profile
from rekam.fault.line.proxied import ProxiedRoads
from rekam.fault.trial import Trials
from rekam.problem import Problem

SHORT = {
    "lossy": Profile(1_500, 0.05, loss=0.03, window_s=2.0),
    "dying": Profile(1_000, 0.01, up_s=1.0, down_s=1.0, window_s=3.0),
}


@pytest.fixture
def folder():
    """Not below pytest's own: it closes that to the database's user whenever another run of pytest begins."""
    with tempfile.TemporaryDirectory(prefix="rekam-lines-") as folder:
        yield Path(folder)


def emulated():
    try:
        return EmulatedRoads()
    except Problem as problem:
        pytest.skip(f"no TUN devices here: {problem.details['reason']}")


@pytest.mark.crash
def test_everything_arrives_once_over_emulated_lines(folder):
    emulated().close()
    outcome = lines.run_profiles(Trials(1, 5, folder, quiet=True, load=2), SHORT)

    assert outcome.sound, outcome.as_json()
    assert outcome.trials == 2 * len(SHORT)
    assert outcome.details["method"] == EmulatedRoads.method
    for name in SHORT:
        figures = outcome.details[name]
        assert figures["stations"] == 2
        assert figures["packets"] >= 2
        # Everything went over this line and no other; it is counted where the bytes come out.
        assert figures["carried"] > 1.0
        assert figures["resent"] >= 0.0
    assert outcome.acknowledged == sum(outcome.details[name]["packets"] for name in SHORT)
    json.dumps(outcome.as_json())


@pytest.mark.crash
def test_where_no_device_may_be_made_proxies_take_their_place_and_the_report_says_so(folder, monkeypatch):
    monkeypatch.setattr(lines, "open_roads", ProxiedRoads)
    dying = {"dying": dataclasses.replace(SHORT["dying"], window_s=2.0)}
    outcome = lines.run_profiles(Trials(1, 5, folder, quiet=True), dying)

    assert outcome.sound, outcome.as_json()
    assert "proxy" in outcome.details["method"]


def test_the_matrix_has_five_lines_and_no_outage_is_cut_by_the_end_of_a_window():
    assert len(PROFILES) == 5
    for profile in PROFILES.values():
        if profile.up_s:
            assert profile.window_s % (profile.up_s + profile.down_s) == pytest.approx(profile.up_s)
    assert PROFILES["flapping-30-s"].up_share == pytest.approx(90 / 150)
    assert PROFILES["56-kbit-600-ms-5-loss"].capacity == 56 * 125 * 150


def test_a_packet_takes_its_time_and_waits_for_the_ones_before_it():
    wire, way = Wire(Profile(kbit_s=80, delay_s=0.5, queue_s=0.25), seed=1), Way(target=-1)

    # 1,000 bytes at 80 kbit/s are 0.1 s.
    assert [wire.due(way, 1_000, now=10.0) for _ in range(4)] == pytest.approx([10.6, 10.7, 10.8, None])
    assert wire.due(way, 1_000, now=20.0) == pytest.approx(20.6)


def test_outages_begin_with_the_clock_and_take_packets():
    wire, way = Wire(Profile(kbit_s=1_000, delay_s=0.0, up_s=2.0, down_s=3.0), seed=1), Way(target=-1)
    assert wire.due(way, 1, now=53.0) is not None  # before it began, it holds
    wire.began = 100.0

    assert [wire.due(way, 1, now=100.0 + at) is not None for at in (0, 1.9, 2.1, 4.9, 5.1, 7.5)] == [
        True, True, False, False, True, False,
    ]  # fmt: skip


def test_the_share_of_lost_packets_is_the_profiles():
    wire, way = Wire(Profile(kbit_s=1e9, delay_s=0.0, loss=0.05), seed=3), Way(target=-1)
    lost = sum(wire.due(way, 100, now=float(at)) is None for at in range(20_000))

    assert 800 < lost < 1_200  # six standard deviations of a fair 5 % are 185


def test_a_profile_is_only_reached_within_both_bounds_and_nothing_is_rounded_over_them():
    good = Measured(tcp_kbit_s=100.0, kbit_s=85.0, body_bytes=1, resent=0.02)

    assert lines.reached(pooled([good]))
    assert not lines.reached(pooled([dataclasses.replace(good, kbit_s=84.99)]))
    assert not lines.reached(pooled([dataclasses.replace(good, resent=0.02001)]))


def test_the_figures_of_a_profile_are_those_of_all_its_stations_and_of_the_worst():
    one = Measured(tcp_kbit_s=100.0, kbit_s=90.0, packets=3, body_bytes=3_000, resent=0.0, carried=1.1)
    other = Measured(tcp_kbit_s=300.0, kbit_s=240.0, packets=1, body_bytes=1_000, resent=0.04, carried=1.5)

    figures = pooled([one, other])

    assert (figures["stations"], figures["packets"]) == (2, 4)
    assert (figures["goodput"], figures["goodput_least"]) == pytest.approx(
        (0.825, 0.8)
    )  # 330 of 400; 240 of 300
    assert (figures["resent"], figures["resent_most"]) == pytest.approx((0.01, 0.04))  # 40 bytes of 4,000
    assert figures["carried"] == pytest.approx(1.2)
