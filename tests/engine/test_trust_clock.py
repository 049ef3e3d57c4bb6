"""A clock that is wrong stops nobody: what the station knows of the time, and what rests on it."""

from datetime import UTC, date, datetime

import pytest
from trust_bed import DAY, PASSWORD, START, Pair, account

from rekam.account import Sealed, sealed_when
from rekam.account.parameters import OFFLINE_DAYS
from rekam.centre.accounts import keep_account
from rekam.fault.bed.counter import resident
from rekam.problem import Problem
from rekam.station import StationOperator
from rekam.station.trusted_time import TOLERANCE_S, ClockWord
from rekam.station.use.draft import obstacles
from rekam.station.use.notice import notices
from rekam.station.use.sign_in import account_of, sign_in


@pytest.fixture
def pair(world, tmp_path):
    return Pair(world, tmp_path)


def after_power_cut(pair, station):
    station.store.close()
    pair.clock.up = 3.0
    return pair.open()


def test_the_bound_goes_on_with_the_seconds_that_ran_and_survives_a_power_cut(pair):
    station = pair.open()
    assert (station.time.boot, station.time.earliest()) == (1, START)
    pair.clock.go_on(600)
    station.time.keep()
    pair.clock.go_on(7)
    assert station.time.earliest() == START + 607
    again = after_power_cut(pair, station)
    assert (again.time.boot, again.time.earliest()) == (2, START + 600)
    again.close()


@pytest.mark.parametrize("wall", [0, START - 400 * DAY, START + 4_000 * DAY])
def test_nobody_is_refused_because_the_clock_is_wrong(pair, wall):
    pair.open().close()
    pair.clock.wall = wall
    station = pair.open()
    keep_account(pair.world.centre, account(valid_until=START + 300 * DAY), actor="dinas")
    packet = pair.record(StationOperator.sign_in(station, "rina", PASSWORD), 1)
    pair.deliver(station)
    assert pair.status(packet) == ("print_ready_record", None)
    station.close()


@pytest.mark.parametrize("off", [-3 * DAY, 3 * DAY])
def test_a_clock_that_the_centre_contradicts_is_told_on_the_page(pair, off):
    station = pair.open()
    assert station.time.state().word is ClockWord.UNCONFIRMED
    station.time.trust(START - off)
    state = notices(station, 0).clock
    assert state is not None
    assert state.off_s == off
    pair.clock.wall -= off
    assert station.time.state().word is ClockWord.CONFIRMED
    assert notices(station, 0).clock is None
    station.close()


def test_a_clock_that_jumps_while_the_station_runs_is_noticed_without_the_centre(pair):
    station = pair.open()
    pair.clock.go_on(100)
    pair.clock.wall += TOLERANCE_S + 1
    assert station.time.state().off_s == TOLERANCE_S + 1
    station.close()


def test_an_account_ends_by_the_time_that_is_certain(pair):
    station = pair.open()
    station.store.accounts.put([account(valid_until=START + 100)])
    pair.clock.wall += 10 * DAY
    assert account_of(station, "rina") is not None
    pair.clock.go_on(101)
    assert account_of(station, "rina") is None
    with pytest.raises(Problem, match="expired"):
        sign_in(station, "rina", PASSWORD)
    station.close()


def test_a_station_without_a_word_of_the_centre_warns_and_then_signs_nobody_in(pair):
    station = pair.open()
    pair.clock.go_on((OFFLINE_DAYS - 10) * DAY)
    assert notices(station, 0).offline_left == 10
    assert sign_in(station, "rina", PASSWORD)
    pair.clock.go_on(10 * DAY + 1)
    with pytest.raises(Problem, match="offline_too_long"):
        sign_in(station, "rina", PASSWORD)
    pair.deliver(station)  # sealed recordings leave all the same, and the answer opens the station again
    station.time.trust(int(pair.clock.wall))
    assert sign_in(station, "rina", PASSWORD)
    assert notices(station, 0).offline_left is None
    station.close()


def test_age_counts_by_the_day_that_is_certain(pair):
    station = pair.open()
    operator = StationOperator.sign_in(station, "rina", PASSWORD)
    draft = operator.begin(resident(1).nik)
    born = draft.biodata.birth_date
    pair.clock.wall = datetime(born.year - 2, 1, 1, tzinfo=UTC).timestamp()  # before she was born
    assert obstacles(station, draft) == []
    pair.clock.wall = datetime(2140, 1, 1, tzinfo=UTC).timestamp()
    assert obstacles(station, draft) == []
    assert station.certain_day() == date(2017, 10, 9)
    station.close()


@pytest.mark.parametrize(
    ("sequence", "earliest", "expected"),
    [
        (5, 0, Sealed.BEFORE),
        (5, 2_000, Sealed.BEFORE),  # the centre had seen the number when it revoked
        (6, 1_001, Sealed.AFTER),
        (6, 1_000, Sealed.UNKNOWN),
        (6, 0, Sealed.UNKNOWN),
    ],
)
def test_a_revocation_is_held_against_numbers_and_trusted_time(sequence, earliest, expected):
    assert sealed_when(revoked_at=1_000, sequence=sequence, seen_sequence=5, earliest=earliest) is expected
