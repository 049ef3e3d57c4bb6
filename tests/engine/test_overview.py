"""What the first pages ask of the ledger is what a look at every recording gives."""

import random
from dataclasses import dataclass

import pytest
from centre_world import NOON, resident

from rekam.edge.store.centre.overview import Overview
from rekam.registry import Owner, Status

PLACES = ("15.02.01", "15.02.01.2001", "15.02.02.1009", "15.03.01", "16.01.07")
CALM = {Status.CARD_SHIPPED, Status.UNREGISTERED}


@dataclass(frozen=True)
class Line:
    packet_id: bytes
    place: str
    status: Status
    since: int
    owner: Owner | None
    due_at: int | None
    announced_at: int


@pytest.fixture(scope="module")
def lines():
    chance = random.Random(20171010)
    return [
        Line(
            number.to_bytes(32, "big"),
            chance.choice(PLACES),
            chance.choice(list(Status)),
            NOON + chance.randrange(50),
            chance.choice((None, *Owner)),
            chance.choice((None, NOON + chance.randrange(100))),
            NOON + chance.randrange(10_000),
        )
        for number in range(1, 301)
    ]


@pytest.fixture
def overview(world, lines):
    """The centre with exactly these recordings."""
    station = world.station()
    station.record(resident(1), "person:1")
    world.exchange(station)
    with world.centre.store.database.transaction() as connection:
        connection.execute("SET LOCAL session_replication_role = replica")
        for number, line in enumerate(lines, start=2):
            connection.execute(
                "INSERT INTO packet SELECT %s, station_id, %s, manifest, %s, previous, body_size, region, kind, operator,"
                " captured_at, sealed_at, %s, NULL, 'sound' FROM packet WHERE sequence = 1",
                (line.packet_id, number, line.packet_id, line.announced_at),
            )
            connection.execute(
                "INSERT INTO recording (packet_id, receipt_code, station_id, place, status, since, owner, due_at, last_event)"
                " VALUES (%s, 'x', 'ST-1', %s, %s, %s, %s, %s, 1)",
                (
                    line.packet_id,
                    line.place,
                    line.status.value,
                    line.since,
                    line.owner and line.owner.value,
                    line.due_at,
                ),
            )
        connection.execute("DELETE FROM recording WHERE receipt_code <> 'x'")
    return world.centre.store


@pytest.mark.parametrize("territory", ["", "15", "15.02", "15.02.01.2001", "17"])
@pytest.mark.parametrize("limit", [1, 25, 1000])
def test_the_overdue_come_first_and_then_the_longest_waiting(overview, lines, territory, limit):
    for now in (NOON, NOON + 50, NOON + 200):
        waiting = [
            one for one in lines if one.owner and one.status not in CALM and one.place.startswith(territory)
        ]
        waiting.sort(
            key=lambda one: (not (one.due_at is not None and one.due_at < now), one.since, one.packet_id)
        )

        found = Overview(overview.database).longest_waiting(territory, now=now, limit=limit)

        assert [row.packet_id for row in found] == [one.packet_id for one in waiting[:limit]]


@pytest.mark.parametrize("territory", ["", "15.02", "16"])
def test_the_latest_are_those_announced_last(overview, lines, territory):
    here = [
        (one.announced_at, number, one) for number, one in enumerate(lines) if one.place.startswith(territory)
    ]
    here.sort(key=lambda one: (-one[0], -one[1]))

    found = Overview(overview.database).latest(territory, limit=25)

    assert [row.packet_id for row in found] == [one.packet_id for _, _, one in here[:25]]
