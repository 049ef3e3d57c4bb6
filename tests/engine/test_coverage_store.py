"""What the centre keeps of coverage: sums by kecamatan, cuts as versions, reported figures, targets, history."""

from dataclasses import replace
from datetime import date

import psycopg
import pytest
from centre_world import DISTRICT, NOON, OTHER_VILLAGE, VILLAGE, one_way, resident

from rekam.edge.store.centre.counts import CountRow, put_counts
from rekam.edge.store.centre.history import put_day, put_point
from rekam.edge.store.centre.register import ListedResident, load_cut
from rekam.edge.store.centre.targets import line_of, put_target
from rekam.person import name_key

AUGUST = date(2017, 8, 28)
CUT = "DKB Semester I 2017"
JAMBI = CountRow("15", AUGUST, CUT, 2_454_206, 2_166_190, population=3_469_230)


def put(store, *rows, source="aksipost.com/arsip/25509", kind="published", at=NOON):
    with store.database.transaction() as connection:
        return put_counts(connection, rows, source=source, kind=kind, at=at)


def load(world, name, as_of, *numbers, village=VILLAGE, recorded=()):
    people = [resident(number, village=village) for number in numbers]
    lines = [ListedResident(one, True, one.nik in recorded) for one in people]
    load_cut(world.centre.store.database, name, as_of, lines, name_key=name_key, now=NOON)


def test_a_reported_figure_is_read_back_with_who_said_it(centre_store):
    assert put(centre_store, JAMBI) == 1

    kept = centre_store.counts.now("15")
    assert (kept.obliged, kept.recorded, kept.population, kept.printed) == (
        2_454_206,
        2_166_190,
        3_469_230,
        None,
    )
    assert (kept.source, kept.kind, kept.version) == ("aksipost.com/arsip/25509", "published", 1)


def test_a_correction_is_a_new_version_and_the_old_one_stays(centre_store):
    put(centre_store, JAMBI)
    assert put(centre_store, replace(JAMBI, recorded=2_166_200)) == 1

    assert [(one.version, one.recorded) for one in centre_store.counts.versions("15")] == [
        (2, 2_166_200),
        (1, 2_166_190),
    ]
    assert centre_store.counts.now("15").recorded == 2_166_200


def test_the_same_figure_again_adds_nothing(centre_store):
    assert [put(centre_store, JAMBI), put(centre_store, JAMBI)] == [1, 0]
    # Back to what an older version said is a correction too.
    put(centre_store, replace(JAMBI, recorded=5))
    assert put(centre_store, JAMBI) == 1
    assert centre_store.counts.now("15").version == 3


def test_a_later_entered_figure_of_an_older_day_does_not_become_the_newest(centre_store):
    put(centre_store, JAMBI)
    put(centre_store, replace(JAMBI, as_of=date(2013, 11, 15), recorded=1_854_114))

    assert centre_store.counts.now("15").as_of == AUGUST


def test_reported_figures_cannot_be_changed_or_removed(centre_store):
    put(centre_store, JAMBI)
    for statement in ("UPDATE reported_count SET recorded = 1", "DELETE FROM reported_count"):
        with pytest.raises(psycopg.errors.IntegrityConstraintViolation):
            centre_store.database.rows(CountRow, statement.encode())


def test_one_wrong_row_keeps_all_out(centre_store):
    with pytest.raises(psycopg.errors.CheckViolation):
        put(centre_store, JAMBI, replace(JAMBI, place="15.02", recorded=-1))

    assert centre_store.counts.now("15") is None


def test_a_place_stands_for_itself_and_else_for_the_sum_of_those_below(centre_store):
    def row(place, obliged, recorded, cut=CUT):
        return CountRow(place, AUGUST, cut, obliged, recorded)

    put(
        centre_store,
        row("15", 100, 88),
        row("15.02", 40, 30),
        row("16.01", 50, 45),
        row("16.02", 30, 20, "lain"),
    )
    put(centre_store, row("16.01.01", 9, 9), row("16.03.01", 7, 7), row("16.03.02", 8, 6))

    provinces = centre_store.counts.within("", 2)
    assert (provinces["15"].obliged, provinces["15"].own, provinces["15"].places) == (100, True, 1)
    # 16.01 reports itself, so its kecamatan is not added again; 16.03 has only its two kecamatan.
    assert (provinces["16"].obliged, provinces["16"].recorded) == (50 + 30 + 7 + 8, 45 + 20 + 7 + 6)
    assert (provinces["16"].own, provinces["16"].places, provinces["16"].cuts) == (False, 4, 2)
    assert {code: one.obliged for code, one in centre_store.counts.within("16", 5).items()} == {
        "16.01": 50, "16.02": 30, "16.03": 15,
    }  # fmt: skip
    assert centre_store.counts.within("", 0)[""].obliged == 100 + 50 + 30 + 7 + 8
    assert list(centre_store.counts.within("15.02", 8)) == []


def test_the_sums_of_kecamatan_follow_every_event_and_every_load(world):
    load(world, CUT, date(2017, 6, 30), 1, 2, 3)
    one_way(world, 1, "person:1")
    one_way(world, 2, "person:2")
    store = world.centre.store

    assert store.coverage.uneven_districts() == []
    assert store.coverage.of(DISTRICT).received == 2
    assert store.coverage.within("", 2) == [replace(store.coverage.of(DISTRICT), territory="15")]
    load(world, "DKB Semester II 2017", date(2017, 12, 31), 1, 3, 4, village=OTHER_VILLAGE)
    assert store.coverage.uneven_districts() == []
    assert store.coverage.of("").obliged == 3


def test_a_sum_that_was_tampered_with_is_found(world):
    load(world, CUT, date(2017, 6, 30), 1)
    with world.centre.store.database.transaction() as connection:
        connection.execute("UPDATE coverage_district SET obliged = obliged + 1")

    assert world.centre.store.coverage.uneven_districts() == [DISTRICT]


def test_each_cut_keeps_its_own_denominators(world):
    load(world, CUT, date(2017, 6, 30), 1, 2, 3, recorded=[resident(1).nik])
    load(world, "DKB Semester II 2017", date(2017, 12, 31), 1, 2, 3, 4, 5, recorded=[resident(1).nik])
    cuts = world.centre.store.cuts

    newer, older = cuts.all()
    assert [newer.name, older.name] == ["DKB Semester II 2017", CUT]
    assert (cuts.within(older, "", 2)["15"].obliged, cuts.within(older, "", 2)["15"].recorded) == (3, 1)
    assert cuts.within(newer, "15.02", 13)[VILLAGE].obliged == 5


def test_a_cut_loaded_again_is_another_version(world):
    load(world, CUT, date(2017, 6, 30), 1)
    load(world, CUT, date(2017, 6, 30), 1, 2)

    (cut,) = world.centre.store.cuts.all()
    assert cut.version == 2
    assert world.centre.store.cuts.within(cut, "", 0)[""].obliged == 2
    assert world.centre.store.cuts.within(replace(cut, version=1), "", 0)[""].obliged == 1
    villages = world.centre.store.cuts.within(cut, "", 13)
    assert sum(one.obliged for one in villages.values()) == 2


def test_the_nearest_target_holds_and_of_a_place_the_newest(centre_store):
    def aim(place, day, fraction=1.0):
        with centre_store.database.transaction() as connection:
            put_target(
                connection, place, step="recorded", fraction=fraction, by_day=day, set_by="pusat", basis="Rakor", at=1
            )  # fmt: skip

    assert centre_store.targets.valid("15.02") is None
    aim("", date(2017, 12, 31))
    aim("15", date(2017, 12, 1))
    aim("15", date(2017, 12, 15), 0.95)

    assert centre_store.targets.valid("16.01").by_day == date(2017, 12, 31)
    assert centre_store.targets.valid(VILLAGE).by_day == date(2017, 12, 15)
    assert centre_store.targets.valid("15", "printed") is None
    assert [one.place for one in centre_store.targets.history("15.02")] == ["15", "15", ""]
    assert line_of(VILLAGE) == ["", "15", "15.02", "15.02.01", VILLAGE]
    assert line_of("") == [""]


def test_the_counters_of_a_day_are_kept_once_for_every_level(world):
    store = world.centre.store
    load(world, CUT, date(2017, 6, 30), 1, 2)
    day = date(2017, 10, 10)
    with store.database.transaction() as connection:
        assert put_day(connection, day, cut=CUT, at=NOON) == 4
        assert put_day(connection, day, cut=CUT, at=NOON + 1) == 0

    assert [len(store.history.of(place, today=day)) for place in ("", "15", "15.02", DISTRICT, "16")] == [
        1,
        1,
        1,
        1,
        0,
    ]
    assert store.history.first_days(["15", "16"], since=day, until=date(2017, 10, 11))["15"].obliged == 2


def test_history_is_what_was_published_reported_and_counted_up_to_a_day(centre_store):
    with centre_store.database.transaction() as connection:
        for _ in range(2):
            put_point(
                connection, "15", date(2017, 10, 9), source="JPNN 10-10-2017", kind="published", at=NOON,
                fraction_reported=0.885,
            )  # fmt: skip
        put_point(
            connection,
            "15",
            date(2017, 12, 31),
            source="tribun",
            kind="published",
            at=NOON,
            fraction_reported=0.9166,
        )
    put(centre_store, JAMBI)

    points = centre_store.history.of("15", today=date(2017, 10, 17))
    assert [(one.on_day, one.numerator, one.fraction_reported) for one in points] == [
        (AUGUST, 2_166_190, None),
        (date(2017, 10, 9), None, 0.885),
    ]
