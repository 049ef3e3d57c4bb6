"""From journals and reports to settled station-days and their sums, in a real database."""

import json
from datetime import date

import pytest
from centre_world import DISTRICT, NOON, resident

from rekam.account import Account, Role
from rekam.centre.loss_reports import LossNews, report_loss, review_loss
from rekam.centre.power_register import keep_backup, report_cut
from rekam.centre.settling import settle, settle_recent
from rekam.operations.obstacle import Cause
from rekam.operations.power import Backup
from rekam.problem import Problem

DAY = date(2017, 10, 9)
"""The Monday before the world's noon (Tuesday 10 October 2017, 09.00 WIB)."""
EIGHT = 1_507_510_800
"""08.00 WIB of that day."""
HOUR = 3600
OFFICE = Account("rudi", "Rudi", Role.REGENCY, "15.02", "")
OTHER = Account("sari", "Sari", Role.SUPERVISOR, DISTRICT, "")


def entry(number, act, at, **detail):
    return json.dumps({"number": number, "at": at, "act": act, "detail": detail}).encode()


def tell(world, station, *entries):
    world.exchange(station, journal=entries)


def parts(world, station, day=DAY):
    rows = world.centre.store.obstacles.parts(station.name, day)
    return {(row.cause, row.source): row.lost_s for row in rows if row.lost_s}


@pytest.fixture
def station(world):
    world.load(resident(1), resident(2))
    return world.station()


@pytest.fixture
def ran(world, station):
    """A station that ran from 08.00 to 15.00 with two hours of power cut, and closed its day."""
    tell(
        world, station,
        entry(1, "station_started", EIGHT - 600),
        entry(2, "station_started", EIGHT + 5 * HOUR),
        entry(3, "power_gap", EIGHT + 5 * HOUR, since=EIGHT + 3 * HOUR, until=EIGHT + 5 * HOUR),
        entry(4, "day_closed", EIGHT + 7 * HOUR, day="2017-10-09", version=1, recorded=12, sealed=12, refused=1),
        entry(5, "station_closed", EIGHT + 7 * HOUR),
    )  # fmt: skip
    return station


def test_the_noon_of_this_world_is_where_the_hours_are_counted_from():
    assert NOON - EIGHT == 25 * HOUR


def test_a_gap_in_the_pulse_is_lost_to_power_and_an_early_end_to_nobody_known(world, ran):
    day = world.centre.store.obstacles.day(ran.name, DAY)

    assert (day.open_s, day.worked_s, day.recorded, day.refused) == (8 * HOUR, 5 * HOUR, 12, 1)
    assert parts(world, ran) == {("power", "observed"): 2 * HOUR, ("unknown", "observed"): HOUR}


def test_the_same_journal_again_changes_nothing(world, ran):
    before = world.centre.store.obstacles.worked("15", 2, DAY, DAY)
    tell(world, ran, entry(3, "power_gap", EIGHT + 5 * HOUR, since=EIGHT + 3 * HOUR, until=EIGHT + 5 * HOUR))

    assert world.centre.store.obstacles.worked("15", 2, DAY, DAY) == before


def test_every_level_has_the_sums_of_its_posts(world, ran):
    found = [world.centre.store.obstacles.worked("15", width, DAY, DAY)[0] for width in (2, 5, 8)]

    assert [one.place for one in found] == ["15", "15.02", DISTRICT]
    assert {(one.open_s, one.worked_s, one.recorded) for one in found} == {(8 * HOUR, 5 * HOUR, 12)}
    assert found[0].per_hour == pytest.approx(12 / 5)
    assert world.centre.store.obstacles.unbalanced() == 0


def test_mains_away_while_the_battery_carries_it_hinders_and_takes_nothing(world, station):
    tell(
        world, station,
        entry(1, "station_started", EIGHT), entry(2, "mains_lost", EIGHT + HOUR, battery=80),
        entry(3, "mains_back", EIGHT + 2 * HOUR, battery=60), entry(4, "station_closed", EIGHT + 8 * HOUR),
    )  # fmt: skip
    rows = world.centre.store.obstacles.parts(station.name, DAY)

    assert [(row.cause, row.lost_s, row.hindered_s) for row in rows] == [("power", 0, HOUR)]
    cuts = world.centre.store.power.cuts(DISTRICT, EIGHT, EIGHT + 8 * HOUR)
    assert [(cut.since, cut.until, cut.source) for cut in cuts] == [
        (EIGHT + HOUR, EIGHT + 2 * HOUR, "observed")
    ]


def test_a_station_is_known_up_to_its_last_word(world, station):
    tell(world, station, entry(1, "station_started", EIGHT + 24 * HOUR))
    today = world.centre.store.obstacles.day(station.name, date(2017, 10, 10))

    assert 3600 <= today.open_s < 3700
    assert world.centre.store.obstacles.day(station.name, date(2017, 10, 11)) is None


def test_days_on_which_nobody_opened_are_lost_and_wait_for_a_reason(world, station):
    friday = EIGHT - 3 * 24 * HOUR
    tell(
        world, station, entry(1, "station_started", friday), entry(2, "station_closed", friday + 8 * HOUR),
        entry(3, "station_started", EIGHT + 24 * HOUR),
    )  # fmt: skip
    assert parts(world, station) == {("unknown", "observed"): 8 * HOUR}
    assert world.centre.store.obstacles.day(station.name, date(2017, 10, 8)) is None

    news = LossNews(
        place=DISTRICT, cause=Cause.STAFF, first_day=DAY, last_day=DAY, hours_a_day=6, note="operator sakit",
        evidence="surat dokter",
    )  # fmt: skip
    number = report_loss(world.centre, OFFICE, news)
    assert parts(world, station) == {("staff", "reported"): 6 * HOUR, ("unknown", "observed"): 2 * HOUR}

    review_loss(world.centre, OTHER, number, accepted=False, note="operator hadir di kantor lain")
    assert parts(world, station) == {("unknown", "observed"): 8 * HOUR}


def test_nobody_reviews_their_own_report(world, ran):
    news = LossNews(
        place=DISTRICT, cause=Cause.POWER, first_day=DAY, last_day=DAY, hours_a_day=3, note="padam dari pagi",
        evidence="PLN",
    )  # fmt: skip
    number = report_loss(world.centre, OFFICE, news)
    with pytest.raises(Problem) as told:
        review_loss(world.centre, OFFICE, number, accepted=True, note="memang begitu adanya")

    assert told.value.code == "obstacle.own_report"
    assert world.centre.store.loss_reports.report(number).accepted is None
    assert parts(world, ran)["power", "observed"] == 2 * HOUR
    assert parts(world, ran)["power", "reported"] == HOUR


def test_a_cut_that_an_office_tells_of_is_carried_by_its_generator(world, ran):
    cut = {"since": EIGHT, "until": EIGHT + 2 * HOUR}
    report_cut(world.centre, OFFICE, DISTRICT, **cut)
    assert parts(world, ran)["power", "reported"] == 2 * HOUR

    backup = Backup(ups=1, ups_minutes=30, generators=1, fuel_litres=1.5, litres_per_hour=1.5)
    keep_backup(world.centre, OFFICE, DISTRICT, backup)
    with world.centre.store.database.transaction() as connection:
        settle(connection, DISTRICT, DAY, DAY, at=world.centre.now())
    assert parts(world, ran)["power", "reported"] == HOUR / 2


def test_a_suspension_takes_the_hours_only_of_a_day_without_a_recording(world, ran):
    with world.centre.store.database.transaction() as connection:
        connection.execute(
            "INSERT INTO suspension (territory, cause, letter, condition, decided_by, since, restored_at)"
            " VALUES ('15.02', 'x', 'y', 'z', 'pusat', %s, %s)",
            (EIGHT - 100 * HOUR, EIGHT + 100 * HOUR),
        )
    assert settle_recent(world.centre) >= 1
    rows = {row.cause: row for row in world.centre.store.obstacles.parts(ran.name, DAY)}
    assert (rows["suspension"].lost_s, rows["suspension"].hindered_s) == (0, 5 * HOUR)

    with world.centre.store.database.transaction() as connection:
        connection.execute("UPDATE day_fact SET recorded = 0")
        settle(connection, "15.02", DAY, DAY, at=world.centre.now())
    assert parts(world, ran) == {("power", "observed"): 2 * HOUR, ("suspension", "observed"): 6 * HOUR}


def test_entries_that_cannot_be_read_are_named_and_stop_nothing(world, station):
    tell(
        world, station,
        entry(1, "power_gap", EIGHT, since=9, until=8), entry(2, "power_gap", EIGHT, since="x", until=1),
        entry(3, "day_closed", EIGHT, day="kemarin"), entry(4, "day_closed", EIGHT, day="2017-10-09", sealed=-1),
        entry(5, "station_started", 1 << 60), entry(6, "station_started", EIGHT), entry(7, "station_started", 1),
    )  # fmt: skip
    audited = [line for line in world.centre.store.audit.lines() if line.act == "observation_unreadable"]

    assert sorted(line.details["number"] for line in audited) == [1, 2, 3, 4, 5]
    assert world.centre.store.obstacles.day(station.name, DAY).worked_s == 8 * HOUR


def test_a_report_that_says_too_little_is_sent_back_and_leaves_nothing(world, ran):
    good = {
        "place": DISTRICT, "cause": Cause.POWER, "first_day": DAY, "last_day": DAY, "note": "padam dari pagi",
        "evidence": "PLN",
    }  # fmt: skip
    wrong = (
        ({"cause": Cause.UNKNOWN}, "obstacle.cause_unknown"),
        ({"cause": None}, "obstacle.cause_unknown"),
        ({"last_day": date(2017, 10, 8)}, "obstacle.days_wrong"),
        ({"last_day": date(2017, 10, 12)}, "obstacle.days_wrong"),
        ({"first_day": date(2015, 1, 1)}, "obstacle.days_wrong"),
        ({"hours_a_day": 0}, "obstacle.hours_wrong"),
        ({"hours_a_day": 8.5}, "obstacle.hours_wrong"),
        ({"turned_away": -1}, "obstacle.people_wrong"),
        ({"note": "padam"}, "obstacle.note_needed"),
        ({"evidence": " "}, "obstacle.evidence_needed"),
        ({"station_id": "ST-9"}, "obstacle.post_unknown"),
        ({"place": "15.02.02", "station_id": "ST-1"}, "obstacle.post_unknown"),
        ({"place": "15.03.01"}, "account.not_permitted"),
    )
    told = []
    for changes, _ in wrong:
        with pytest.raises(Problem) as problem:
            report_loss(world.centre, OFFICE, LossNews(**{**good, **changes}))
        told.append(problem.value.code)

    assert told == [code for _, code in wrong]
    assert world.centre.store.loss_reports.touching("", date(2000, 1, 1), date(2030, 1, 1)) == []
