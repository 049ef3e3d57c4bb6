"""Closing a day: the counts, the hours that were lost, who signs; devices that come and go."""

import json

import pytest
from station_counter import START, make_counter, resident

from rekam.biometric.drawn import signature
from rekam.edge.store.station.power import Power
from rekam.problem import Problem
from rekam.recording import Item
from rekam.station.use.day import close_day, day_figures
from rekam.station.use.draft import begin
from rekam.station.use.health import faults, note_power, report_fault
from rekam.station.use.overview import overview
from rekam.station.use.reason import note_absence

BUDI = ("budi", "rahasia")


@pytest.fixture
def counter(tmp_path):
    return make_counter(tmp_path)


@pytest.fixture
def station(counter):
    opened = counter.open()
    yield opened
    opened.close()


@pytest.fixture
def rina(station):
    return station.store.accounts.find("rina").account


def close(station, account, remark="", stock=None, supervisor=BUDI):
    return close_day(station, account, stock=stock or {}, remark=remark, supervisor=supervisor)


def record(counter, station, number, *, slip=True):
    sealed = counter.operator(station).record(resident(number).nik, signature(number, "SULASTRI"))
    if slip:
        for _ in range(2):
            station.store.journal.write(station.now(), "rina", "slip_printed", sealed.code)


def delivered(station, act):
    entries = [json.loads(entry) for entry in station.port.journal_waiting(1000)]
    return [entry["detail"] for entry in entries if entry["act"] == act]


def test_a_day_whose_counts_agree_is_signed_and_delivered(counter, station, rina):
    for number in (1, 2):
        record(counter, station, number)
    note_absence(station, rina, resident(3).nik, "dead", "")
    figures = day_figures(station, station.today())
    assert (figures.recorded, figures.sealed, figures.slips, figures.drafts, figures.absences) == (
        2,
        2,
        2,
        0,
        1,
    )
    assert figures.differences() == []
    signed = close(station, rina, stock={"slip_paper": "2"})
    assert (signed.version, signed.operator, signed.supervisor) == (1, "rina", "budi")
    told = delivered(station, "day_closed")
    assert [(one["recorded"], one["stock"], one["supervisor"]) for one in told] == [
        (2, {"slip_paper": 2}, "budi")
    ]


def test_what_does_not_agree_is_named_and_needs_a_remark(counter, station, rina):
    record(counter, station, 1, slip=False)
    begin(station, rina, resident(2).nik)
    assert day_figures(station, station.today()).differences() == [
        Problem("station.day_slips_missing", count=1),
        Problem("station.day_drafts_open", count=1),
    ]
    with pytest.raises(Problem, match="day_remark_needed"):
        close(station, rina)
    assert station.store.days.signed("2017-10-17") == []
    close(station, rina, remark="kertas habis; Ibu SULASTRI kembali besok")
    assert "SULASTRI" in station.store.days.signed("2017-10-17")[0].report["remark"]
    # What an operator wrote may name a resident: it stays here.
    assert "SULASTRI" not in json.dumps(delivered(station, "day_closed"))


@pytest.mark.parametrize(
    ("supervisor", "code"),
    [
        (("budi", "salah"), "supervisor_wrong"),
        (("rina", "rahasia"), "supervisor_is_operator"),
        (("jauh", "rahasia"), "supervisor_wrong"),
    ],
)
def test_only_a_supervisor_of_the_place_signs(station, rina, supervisor, code):
    with pytest.raises(Problem, match=code):
        close(station, rina, supervisor=supervisor)
    assert station.store.days.signed("2017-10-17") == []


@pytest.mark.parametrize("typed", ["-1", "2,5", "10000", "dua"])
def test_stock_is_a_whole_number(station, rina, typed):
    with pytest.raises(Problem, match="stock_wrong"):
        close(station, rina, stock={"slip_paper": typed})


def test_a_day_that_went_on_is_closed_again(counter, station, rina):
    close(station, rina)
    record(counter, station, 1)
    close(station, rina)
    assert [(one.version, one.report["sealed"]) for one in station.store.days.signed("2017-10-17")] == [
        (1, 0),
        (2, 1),
    ]


def test_hours_without_power_count_within_the_opening_hours(counter):
    first = counter.open()
    counter.clock.now = START + 3600
    first.heartbeat.beat(first.now())
    first.store.close()
    # The laptop was dead from 10.00 to 09.00 of the next day: six hours of this day, one of the next.
    counter.clock.now = START + 86_400
    again = counter.open()
    assert again.power_gap is not None
    counter.clock.now = START + 86_400 + 2 * 3600
    again.heartbeat.beat(again.now())
    figures = day_figures(again, again.today())
    assert 3590 <= figures.lost_power_s <= 3610
    assert 2 * 3600 - 10 <= figures.open_s <= 2 * 3600 + 10
    again.close()


def test_a_device_that_goes_and_comes_is_noted_once_each(counter, station):
    overview(station)
    counter.bench.problem = Problem("device.not_found")
    for _ in range(3):
        overview(station)
    counter.clock.now = START + 3600
    counter.bench.problem = None
    overview(station)
    lost = day_figures(station, station.today()).lost_device_s
    assert 3500 <= lost <= 3600
    assert {one["component"] for one in delivered(station, "device_down")} == {"face", "finger", "iris"}
    assert len(delivered(station, "device_up")) == 3


def test_a_fault_is_reported_with_one_tap(station, rina):
    report_fault(station, rina, "finger", "kaca\nretak")
    told = delivered(station, "device_fault")
    assert [(one["component"], one["remark"]) for one in told] == [("finger", "kaca retak")]
    assert told[0]["label"]
    assert [line.subject for line in faults(station)] == ["finger"]
    with pytest.raises(Problem, match="component_unknown"):
        report_fault(station, rina, "kipas", "")


def test_each_capture_leaves_its_score_and_the_day_their_means(counter, station, rina):
    counter.bench.quality[Item.LEFT_THUMB] = 50
    record(counter, station, 1)
    sums = {one.modality: one for one in station.store.captures.sums(START, START + 86_400)}
    assert (sums["finger"].captures, sums["iris"].captures, sums["face"].captures) == (10, 2, 1)
    close(station, rina)
    told = {one["modality"]: one for one in delivered(station, "day_closed")[0]["devices"]}
    assert told["finger"]["quality"] == pytest.approx((9 * 80 + 50) / 10)


def test_the_mains_are_noted_when_they_change(station):
    for power in (Power(on_mains=True, battery_percent=90), Power(on_mains=True, battery_percent=90)):
        note_power(station, power)
    note_power(station, Power(on_mains=False, battery_percent=61))
    note_power(station, Power(on_mains=None, battery_percent=None))
    note_power(station, Power(on_mains=True, battery_percent=60))
    assert [one["battery"] for one in delivered(station, "mains_lost")] == [61]
    assert [one["battery"] for one in delivered(station, "mains_back")] == [60]


def test_one_measurement_of_the_line_an_hour_is_told(station):
    for minute in (0, 5, 59, 60, 61):
        station.port.note_speed(100.04 + minute, START + 60 * minute)
    assert [one["kbit_s"] for one in delivered(station, "line_measured")] == [100.0, 160.0]
    assert station.port.line().kbit_s == pytest.approx(161.04)
