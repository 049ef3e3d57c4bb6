"""Lines: what stations saw becomes days and outages; what offices report; the case's count of people turned away."""

import json
from datetime import date

import pytest
from centre_world import NOON, resident

from rekam.account import Account, Role
from rekam.centre.connection import cost_of, open_case, read_case, report_outage, settle_outage, suspend
from rekam.operations.connection import DAY_S
from rekam.problem import Problem

OFFICE = Account("rudi", "Rudi", Role.REGENCY, "15.02", "-")
MIDNIGHT = NOON - 9 * 3600
"""10 October 2017, 00.00 WIB."""
DAY = date(2017, 10, 10)


def hour(number, minute=0):
    return MIDNIGHT + number * 3600 + minute * 60


def entry(number, at, act, **detail):
    return json.dumps({"number": number, "at": at, "act": act, "detail": detail}).encode()


def measured(number, at, kbit_s):
    return entry(number, at, "line_measured", kbit_s=kbit_s)


def days(world, station="ST-1"):
    return world.centre.store.lines.days([station], first=date(2017, 9, 1))[station]


def test_a_day_has_the_median_of_its_measurements_however_often_they_come(world):
    station = world.station()
    journal = [measured(1, hour(1), 90.0), measured(2, hour(2), 300.5), measured(3, hour(3), 60)]
    for _ in range(2):
        world.exchange(station, journal=tuple(journal))
    world.exchange(station, journal=(measured(4, hour(4), 100), *journal[:1]))

    (day,) = days(world)
    assert (day.day, day.kbit_s, day.lost_s, day.available_share) == (DAY, 95.0, 0, 1.0)


def test_a_lost_line_costs_the_office_hours_between_going_and_coming_back(world):
    station = world.station()
    lost = entry(1, hour(-10), "line_lost", code="delivery.no_line")  # 14.00 of the day before
    world.exchange(station, journal=(lost,))
    (outage,) = world.centre.store.lines.outages("15.02", after=0)
    assert (outage.since, outage.until, outage.cause, outage.source) == (
        hour(-10),
        None,
        "unknown",
        "observed",
    )

    back = entry(2, hour(9), "line_back", code="")
    for _ in range(2):
        world.exchange(station, journal=(lost, back))

    assert [(day.day, day.lost_s) for day in days(world)] == [(date(2017, 10, 9), 7200), (DAY, 3600)]
    assert [day.available_share for day in days(world)] == [0.75, 0.875]
    (outage,) = world.centre.store.lines.outages("15.02", after=0)
    assert (outage.since, outage.until) == (hour(-10), hour(9))


@pytest.mark.parametrize(
    "bad",
    [
        measured(1, hour(1), "cepat"),
        measured(1, hour(1), -1),
        measured(1, hour(1), True),
        measured(1, hour(1), 1e9),
        entry(1, hour(1), "line_measured"),
        measured(1, NOON + 3 * DAY_S, 5),
        entry(1, -5, "line_lost"),
        entry(1, 1 << 70, "line_back"),
    ],
)
def test_an_entry_that_says_nothing_is_named_and_stops_nothing(world, bad):
    station = world.station()
    world.exchange(station, journal=(bad, measured(2, hour(2), 80)))

    assert [day.kbit_s for day in days(world)] == [80]
    assert len(world.centre.store.audit.lines(act="observation_unreadable")) == 1


def test_an_office_says_when_and_why_its_line_was_gone(world):
    world.station()
    fields = {"place": "15.02", "since": "2017-10-09T08:00", "until": "", "cause": "unpaid", "note": "sewa"}
    number = report_outage(world.centre, OFFICE, **fields)
    settle_outage(world.centre, OFFICE, number, cause="cable", until="2017-10-09T10:30", note="")

    (row,) = world.centre.store.lines.outages("15.02", after=0)
    assert (row.place, row.since, row.until) == ("15.02", hour(-16), hour(-14, 30))
    assert (row.cause, row.source, row.note) == ("cable", "reported", "sewa")
    assert [line.act for line in world.centre.store.audit.lines(actor="rudi")] == [
        "settle_outage",
        "report_outage",
    ]
    with pytest.raises(Problem, match=r"connection\.outage_over"):
        settle_outage(world.centre, OFFICE, number, cause="cable", until="2017-10-09T11:30", note="")


BAD_REPORTS = [
    ({"since": "kemarin"}, "connection.outage_time"),
    ({"since": "2017-10-11T08:00"}, "connection.outage_time"),
    ({"until": "2017-10-09T07:00"}, "connection.outage_time"),
    ({"cause": "hantu"}, "connection.cause_unknown"),
    ({"station": "ST-9"}, "connection.station_elsewhere"),
    ({"station": "ST-3"}, "connection.station_elsewhere"),
    ({"place": "15.03"}, "account.not_permitted"),
    ({"place": ""}, "account.not_permitted"),
    ({"note": "x" * 2001}, "connection.text_too_long"),
]


def test_a_report_that_cannot_be_is_refused_by_name(world):
    world.station()
    world.station("ST-3", "15.03.01")
    fields = {"place": "15.02", "since": "2017-10-09T08:00", "until": "", "cause": "cable", "note": ""}
    for changes, code in BAD_REPORTS:
        with pytest.raises(Problem) as caught:
            report_outage(world.centre, OFFICE, **{**fields, **changes})
        assert caught.value.code == code, changes
    assert world.centre.store.lines.outages("", after=0) == []


def test_people_turned_away_are_expected_minus_made(world):
    """14 recordings in the four weeks before, half a one a day; cut for ten days with two recordings: three lost."""
    from rekam.edge.store.centre.connection_cases import lock_case, put_event
    from rekam.operations.connection import CaseEvent, Kind, after, fold

    world.load(*(resident(number) for number in range(1, 17)))
    station = world.station()
    for number in range(1, 17):
        station.record(resident(number), f"person:{number}")
    world.exchange(station)
    times = [NOON - (12 + number) * DAY_S for number in range(14)] + [NOON - 5 * DAY_S, NOON - 2 * DAY_S]
    with world.centre.store.database.transaction() as connection:
        for sequence, at in enumerate(times, start=1):
            connection.execute("UPDATE packet SET captured_at = %s WHERE sequence = %s", (at, sequence))
    ministry = Account("pusat", "Pusat", Role.CENTRE, "", "-")
    case = open_case(world.centre, ministry, place="15.02", ground="conduct", rule="r", note="n")
    number = suspend(world.centre, "15.02", cause="c", letter="l", condition="c", actor="pusat")
    with world.centre.store.database.transaction() as connection:
        _, events = lock_case(connection, case)
        told = CaseEvent(2, Kind.CUT_TOLD, NOON - 10 * DAY_S, "pusat")
        put_event(connection, case, told, after(fold(events), told), suspension_id=number)

    row, state = read_case(world.centre, OFFICE, case)
    cost = cost_of(world.centre, row, state)
    assert (cost.days, cost.damage.before.recordings, cost.damage.during.recordings) == (10, 14, 2)
    assert (cost.damage.expected, cost.damage.turned_away, cost.damage.shift_days) == (5, 3, 6)
    assert (cost.backlog.packets, cost.backlog.oldest) == (16, min(times))
