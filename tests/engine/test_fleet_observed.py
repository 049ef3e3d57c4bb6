"""Stations see their devices fail: reports become tickets, absences become lost time, once each."""

import json

import pytest
from centre_world import DISTRICT, NOON

from rekam.account import Account, Role
from rekam.centre.fleet.load import load_sets
from rekam.centre.fleet.repair import Order, take_step
from rekam.operations.fleet import Step
from rekam.operations.fleet.set_file import COLUMNS

PUSAT = Account("pusat", "Pusat", Role.CENTRE, "", "")


@pytest.fixture
def station(world):
    return world.station()


def entry(number, act, at=NOON - 100, **detail):
    return json.dumps({"number": number, "at": at, "act": act, "detail": detail}).encode()


def fault(number, component="finger", label="", at=NOON - 100, remark="mati"):
    return entry(
        number,
        "device_fault",
        at,
        component=component,
        label=label,
        problem="device.not_found",
        remark=remark,
    )


def rows(world, statement):
    with world.centre.store.database.connection() as connection:
        return connection.execute(statement.encode()).fetchall()


def tickets(world):
    return world.centre.store.device_register.open_tickets("")


def test_a_report_opens_a_ticket_once_however_often_it_comes(world, station):
    for _ in range(3):
        world.exchange(station, journal=(fault(1),))

    (ticket,) = tickets(world)
    assert (ticket.component, ticket.place, ticket.source, ticket.opened_at) == (
        "ten_print_scanner", DISTRICT, "observed", NOON - 100,
    )  # fmt: skip
    assert ticket.set_id == f"stasiun:{station.name}"
    assert rows(world, "SELECT count(*) FROM ticket_fault") == [(1,)]
    assert rows(world, "SELECT station_id, place, component, since, until FROM device_downtime") == [
        (station.name, DISTRICT, "ten_print_scanner", NOON - 100, None)
    ]


def test_a_second_report_of_the_same_device_joins_the_open_ticket(world, station):
    world.exchange(station, journal=(fault(1), fault(2, remark="masih mati", at=NOON - 50)))
    world.exchange(station, journal=(fault(3, component="iris"),))

    assert sorted(one.component for one in tickets(world)) == ["iris_scanner", "ten_print_scanner"]
    assert rows(world, "SELECT count(*) FROM ticket_fault GROUP BY ticket_id ORDER BY 1") == [(1,), (2,)]


def test_a_report_means_the_component_of_the_register_with_its_label(world, station):
    text = "\n".join(
        [
            ",".join(COLUMNS),
            f"A,{DISTRICT},camera,Canon 1,S1,,,baik",
            f"B,{DISTRICT},camera,Canon 2,S2,,,baik",
        ]
    )
    load_sets(world.centre, PUSAT, text, lambda _: True, source="uji", at=NOON - 900)
    world.exchange(station, journal=(fault(1, "face", "Canon 2"),))

    (ticket,) = tickets(world)
    assert (ticket.set_id, ticket.label) == ("B", "Canon 2")


def test_a_device_that_is_back_opens_a_new_ticket_when_it_fails_again(world, station):
    world.exchange(station, journal=(fault(1),))
    (first,) = tickets(world)
    take_step(world.centre, PUSAT, first.component_id, Order(step=Step.NO_FAULT))
    world.exchange(station, journal=(fault(2, at=NOON),))

    (second,) = tickets(world)
    assert second.component_id == first.component_id
    assert second.ticket_id != first.ticket_id


def test_an_unknown_device_stays_a_report(world, station):
    world.exchange(station, journal=(fault(1, component="timbangan"),))

    assert tickets(world) == []
    assert world.centre.store.device_register.unanswered(DISTRICT) == 1


def test_what_a_station_saw_away_and_back_is_lost_time_without_a_ticket(world, station):
    seen = (
        entry(1, "device_down", NOON - 90, component="iris", problem="device.not_found"),
        entry(2, "device_up", NOON - 30, component="iris", problem=""),
        entry(3, "device_down", NOON - 20, component="face", problem="device.not_found"),
        entry(4, "device_down", NOON - 10, component="nothing known"),
    )
    for _ in range(2):
        world.exchange(station, journal=seen)

    assert rows(world, "SELECT ticket_id, component, since, until FROM device_downtime ORDER BY since") == [
        (0, "iris_scanner", NOON - 90, NOON - 30),
        (0, "camera", NOON - 20, None),
    ]


def test_an_absence_inside_a_ticket_is_not_counted_twice(world, station):
    world.exchange(
        station, journal=(entry(1, "device_down", NOON - 90, component="finger"), fault(2, at=NOON - 80))
    )

    assert [row[0] > 0 for row in rows(world, "SELECT ticket_id FROM device_downtime")] == [True]
