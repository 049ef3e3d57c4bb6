"""The queue at the counter: who is next, promised hours, numbers on paper."""

import pytest
from station_counter import START, make_counter, resident

from rekam.biometric.drawn import signature
from rekam.edge.print.number_pdf import NumberSlip, number_pdf
from rekam.problem import Problem
from rekam.station.parameters import SLOT_CAPACITY
from rekam.station.use.queue import (
    arrive,
    book,
    call_next,
    cancel_appointment,
    hour_now,
    in_turn,
    move_number,
    take_number,
)

TODAY = "2017-10-17"


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


def waiting(station):
    return [one.number for one in in_turn(station.store.queue.numbers(TODAY), hour_now(station))]


def test_special_needs_go_first_then_the_promised_hour_then_the_number(station, rina):
    book(station, rina, TODAY, "9", "Wati", "")
    book(station, rina, TODAY, "15", "Ujang", "")
    for name, need in (("Asep", ""), ("Nenek Ijah", "elderly"), ("Dewi", "pregnant")):
        take_number(station, rina, name, need)
    due, early = (one.number for one in station.store.queue.appointments(TODAY))
    assert arrive(station, rina, due) == 4
    assert arrive(station, rina, early) == 5
    # 09.00 WIB: the hour of Wati has come, that of Ujang has not.
    assert hour_now(station) == 9
    assert waiting(station) == [2, 3, 4, 1, 5]


def test_calling_takes_the_next_until_nobody_waits(station, rina):
    take_number(station, rina, "Asep", "")
    take_number(station, rina, "Dewi", "disabled")
    assert [call_next(station, rina).name for _ in range(2)] == ["Dewi", "Asep"]
    with pytest.raises(Problem, match="queue_empty"):
        call_next(station, rina)


def test_who_was_called_and_is_not_there_can_wait_again_but_only_once_moved(station, rina):
    take_number(station, rina, "Asep", "")
    call_next(station, rina)
    move_number(station, rina, 1, "kembali")
    assert waiting(station) == [1]
    with pytest.raises(Problem) as caught:
        move_number(station, rina, 1, "selesai")
    assert caught.value == Problem("station.queue_moved", number=1)


def test_a_recording_ends_the_number_of_the_resident(counter, station, rina):
    nik = resident(1).nik
    take_number(station, rina, nik, "")
    assert station.store.queue.number(TODAY, 1).name == resident(1).name
    counter.operator(station).record(nik, signature(1, "SULASTRI"))
    assert station.store.queue.number(TODAY, 1).state == "done"
    with pytest.raises(Problem, match="absence_recorded"):
        take_number(station, rina, nik, "")


def test_nobody_has_two_numbers_that_wait(station, rina):
    take_number(station, rina, resident(1).nik, "")
    with pytest.raises(Problem) as caught:
        take_number(station, rina, resident(1).nik, "")
    assert caught.value == Problem("station.queue_already", number=1)


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("", "queue_name_needed"),
        ("x" * 61, "queue_name_needed"),
        ("12345", "queue_name_needed"),
        ("1502014503879999", "not_on_roster"),
    ],
)
def test_a_number_needs_a_name_or_a_nik_of_the_roster(station, rina, who, code):
    with pytest.raises(Problem, match=code):
        take_number(station, rina, who, "")
    assert station.store.queue.numbers(TODAY) == []


def test_an_hour_takes_only_so_many(station, rina):
    for number in range(SLOT_CAPACITY):
        book(station, rina, TODAY, "10", f"Warga {chr(65 + number)}", "")
    with pytest.raises(Problem) as caught:
        book(station, rina, TODAY, "10", "Lebih", "")
    assert caught.value == Problem("station.slot_full", hour=10, capacity=SLOT_CAPACITY)
    cancel_appointment(station, rina, station.store.queue.appointments(TODAY)[0].number)
    book(station, rina, TODAY, "10", "Lebih", "")


@pytest.mark.parametrize(
    ("day", "hour", "code"),
    [
        ("2017-10-16", "9", "day_wrong"),
        ("2018-10-17", "9", "day_wrong"),
        ("besok", "9", "day_wrong"),
        (TODAY, "7", "hour_wrong"),
        (TODAY, "16", "hour_wrong"),
        (TODAY, "pagi", "hour_wrong"),
    ],
)
def test_an_appointment_is_in_the_opening_hours_of_a_day_to_come(station, rina, day, hour, code):
    with pytest.raises(Problem, match=code):
        book(station, rina, day, hour, "Asep", "")


def test_coming_twice_with_one_appointment_gives_the_same_number(station, rina):
    book(station, rina, TODAY, "9", resident(2).nik, "elderly")
    appointment = station.store.queue.appointments(TODAY)[0].number
    assert arrive(station, rina, appointment) == arrive(station, rina, appointment) == 1
    assert [one.name for one in station.store.queue.numbers(TODAY)] == [resident(2).name]


def test_a_cancelled_appointment_gives_no_number(station, rina):
    book(station, rina, TODAY, "9", "Asep", "")
    appointment = station.store.queue.appointments(TODAY)[0].number
    cancel_appointment(station, rina, appointment)
    with pytest.raises(Problem, match="appointment_gone"):
        arrive(station, rina, appointment)
    assert station.store.queue.numbers(TODAY) == []


def test_numbers_begin_anew_each_day(counter, station, rina):
    take_number(station, rina, "Asep", "")
    counter.clock.now = START + 86_400
    assert take_number(station, rina, "Dewi", "") == 1


def test_the_number_on_paper_carries_no_name():
    slip = NumberSlip(
        number=12, place="Kecamatan Jangkat", day="17 Oktober 2017", taken_at="09.14 WIB",
        need="Hamil", hour=10, ahead=3,
    )  # fmt: skip
    paper = number_pdf(slip)
    assert paper.startswith(b"%PDF-")
    assert paper == number_pdf(slip)
