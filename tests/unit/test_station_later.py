"""What begins behind the first page: not before, once, in order, and not at all when the station ends first."""

from threading import Event

from rekam.station import later as later_room
from rekam.station.later import Later

FOR_EVER_S = 60


def test_steps_are_taken_in_order_once_a_page_was_answered(monkeypatch):
    monkeypatch.setattr(later_room, "PATIENCE_S", FOR_EVER_S)
    taken, done = [], Event()
    later = Later([lambda: taken.append(1), lambda: taken.append(2), done.set])
    later.start()
    assert taken == []

    later.first_page_answered()
    later.first_page_answered()
    assert done.wait(FOR_EVER_S)
    later.stop()
    assert taken == [1, 2]


def test_a_station_that_nobody_asks_for_a_page_begins_all_the_same(monkeypatch):
    monkeypatch.setattr(later_room, "PATIENCE_S", 0)
    done = Event()
    later = Later([done.set])
    later.start()

    assert done.wait(FOR_EVER_S)
    later.stop()


def test_an_end_before_the_first_page_takes_no_step(monkeypatch):
    monkeypatch.setattr(later_room, "PATIENCE_S", FOR_EVER_S)
    taken = []
    later = Later([lambda: taken.append(1)])
    later.start()
    later.stop()

    assert taken == []


def test_an_end_between_two_steps_waits_for_the_first_and_takes_no_second(monkeypatch):
    monkeypatch.setattr(later_room, "PATIENCE_S", FOR_EVER_S)
    taken, within, go_on = [], Event(), Event()

    def first():
        within.set()
        assert go_on.wait(FOR_EVER_S)
        taken.append(1)

    class Ending(Event):
        """Lets the first step go on in the moment in which the end is noted."""

        def set(self):
            super().set()
            go_on.set()

    later = Later([first, lambda: taken.append(2)])
    later._ended = Ending()  # the moment between two steps, without a clock
    later.start()
    later.first_page_answered()
    assert within.wait(FOR_EVER_S)
    later.stop()

    assert taken == [1]


def test_a_station_that_was_never_started_can_be_ended():
    Later([]).stop()
