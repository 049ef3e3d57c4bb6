"""Posts, groups, zones, evidence and reminders of directives."""

from datetime import UTC, date, datetime

import pytest

from rekam.edge.packed import gazetteer
from rekam.operations.directive import (
    APPOINTED_BY_MINISTER,
    EVENT_WORDS,
    GROUPS,
    NEXT,
    POST_WORDS,
    SIDE,
    STEP_WORDS,
    Event,
    EventKind,
    Post,
    Reading,
    Step,
    change,
    covering,
    end_of_day,
    fold,
    posts_at,
    provinces_of,
    reached,
    reminder_due,
    superior_of,
    zone_of,
)
from rekam.problem import Problem

DAY = 86_400


def events(*kinds, actor="prita"):
    return [Event(number, EventKind(kind), number * 60, actor) for number, kind in enumerate(kinds, 1)]


def test_the_whole_way_from_issue_to_a_successor():
    line = fold(
        [
            *events("issued", "refused", "warned", "warned_again", "replacement_proposed"),
            Event(6, EventKind.REPLACEMENT_PERMITTED, 400, "pusat"),
            Event(7, EventKind.REPLACED, 500, "pusat"),
        ]
    )

    assert line.step is Step.SENT
    assert line.acknowledged_at is None
    assert line.since == 500


def test_nobody_answers_for_the_minister_what_they_proposed():
    way = events("issued", "refused", "warned", "warned_again", "replacement_proposed")

    with pytest.raises(Problem) as told:
        fold([*way, Event(6, EventKind.REPLACEMENT_PERMITTED, 400, "prita")])
    assert told.value.code == "directive.same_person_twice"


@pytest.mark.parametrize(
    "way",
    [
        ("issued", "replacement_proposed"),
        ("issued", "warned", "replacement_proposed"),
        ("issued", "refused", "replacement_permitted"),
        ("issued", "warned", "warned_again", "replaced"),
        ("issued", "closed", "reminded"),
        ("acknowledged",),
    ],
)
def test_no_step_is_skipped(way):
    with pytest.raises(Problem) as told:
        fold(events(*way))
    assert told.value.code == "directive.not_next"


def test_every_event_has_a_side_and_words_and_is_allowed_somewhere():
    allowed = {kind for moves in NEXT.values() for kind in moves}

    assert set(SIDE) == set(EventKind) == allowed
    assert set(EVENT_WORDS) == {kind.value for kind in EventKind}
    assert set(STEP_WORDS) == {step.value for step in NEXT} == {step.value for step in Step}
    assert set(POST_WORDS) == {post.value for post in Post}


def test_the_islands_hold_every_province_once():
    all_provinces = {region.code for region in gazetteer().provinces()}
    islands = [provinces_of(group.key, all_provinces) for group in GROUPS if group.key != "nasional"]

    assert sorted(code for island in islands for code in island) == sorted(all_provinces)
    assert set(provinces_of("nasional", all_provinces)) == all_provinces
    # Sumatra's ten provinces of the meeting in Jambi, by name.
    names = {gazetteer().region(code).name for code in provinces_of("sumatera", all_provinces)}
    assert {"Aceh", "Jambi", "Lampung", "Kepulauan Riau", "Kepulauan Bangka Belitung"} <= names
    assert len(names) == 10
    assert provinces_of("atlantis", all_provinces) == ()


@pytest.mark.parametrize(
    ("place", "zone", "utc"),
    [
        ("15.02", "WIB", datetime(2017, 12, 31, 16, 59, 59, tzinfo=UTC)),
        ("", "WIB", datetime(2017, 12, 31, 16, 59, 59, tzinfo=UTC)),
        ("61", "WIB", datetime(2017, 12, 31, 16, 59, 59, tzinfo=UTC)),
        ("64.71", "WITA", datetime(2017, 12, 31, 15, 59, 59, tzinfo=UTC)),
        ("53.01", "WITA", datetime(2017, 12, 31, 15, 59, 59, tzinfo=UTC)),
        ("82.07", "WIT", datetime(2017, 12, 31, 14, 59, 59, tzinfo=UTC)),
        ("91.05", "WIT", datetime(2017, 12, 31, 14, 59, 59, tzinfo=UTC)),
    ],
)
def test_a_deadline_ends_with_the_day_of_the_place(place, zone, utc):
    assert zone_of(place) == zone
    assert end_of_day(date(2017, 12, 31), place) == int(utc.timestamp())


def test_a_city_has_a_mayor_and_a_regency_a_regent():
    assert Post.REGENT in posts_at("15.02")
    assert Post.MAYOR in posts_at("15.71")
    assert superior_of(Post.HEAD_OF_OFFICE, "15.71") == (Post.MAYOR, "15.71")
    assert superior_of(Post.HEAD_OF_OFFICE, "15.02") == (Post.REGENT, "15.02")
    assert superior_of(Post.REGENT, "15.02") == (Post.GOVERNOR, "15")
    assert superior_of(Post.GOVERNOR, "15") == (Post.MINISTER, "")
    assert superior_of(Post.MINISTER, "") is None


def test_every_post_leads_up_to_the_minister():
    for place in ("", "15", "15.02", "15.71", "15.02.01"):
        for post in posts_at(place):
            at, where, steps = post, place, 0
            while (above := superior_of(at, where)) is not None:
                at, where, steps = *above, steps + 1
                assert steps < 6
            assert at is Post.MINISTER
    assert Post.GOVERNOR not in APPOINTED_BY_MINISTER


def test_a_goal_is_reached_from_its_own_side():
    whole = Reading(100, 100, "DKB", 0)
    short = Reading(99, 100, "DKB", 0)

    assert reached("coverage", whole, 1.0)
    assert not reached("coverage", short, 1.0)
    assert reached("unsent", Reading(0, None, "", 0), 0)
    assert not reached("unsent", Reading(3, None, "", 0), 0)
    # Where nobody is counted nothing is reached, and a document is judged by people.
    assert not reached("coverage", Reading(0, 0, "DKB", 0), 1.0)
    assert not reached("document", whole, 1.0)
    assert not reached("coverage", None, 1.0)


def test_progress_is_counted_towards_the_goal():
    assert change("coverage", Reading(88, 100, "", 0), Reading(90, 100, "", 0)) == pytest.approx(0.02)
    assert change("devices", Reading(185, None, "", 0), Reading(40, None, "", 0)) == 145
    assert change("devices", Reading(40, None, "", 0), Reading(60, None, "", 0)) == -20
    assert change("coverage", None, Reading(90, 100, "", 0)) is None


def test_reminders_come_by_rule_and_not_every_day():
    far = 100 * DAY
    sent = fold([Event(1, EventKind.ISSUED, 0, "pusat")])

    assert not reminder_due(sent, due_at=far, now=2 * DAY)
    assert reminder_due(sent, due_at=far, now=3 * DAY)
    reminded = fold([Event(1, EventKind.ISSUED, 0, "pusat"), Event(2, EventKind.REMINDED, 3 * DAY, "aturan")])
    assert not reminder_due(reminded, due_at=far, now=9 * DAY)
    assert reminder_due(reminded, due_at=far, now=10 * DAY)
    heard = fold([Event(1, EventKind.ISSUED, 0, "pusat"), Event(2, EventKind.ACKNOWLEDGED, 60, "rudi")])
    assert not reminder_due(heard, due_at=far, now=60 * DAY)
    assert reminder_due(heard, due_at=far, now=93 * DAY)
    answered = fold([*events("issued", "acknowledged", "answered")])
    assert not reminder_due(answered, due_at=far, now=99 * DAY)


def test_the_fewest_places_that_hold_all():
    assert covering(["15.02", "15", "16.01", "15.02.01"]) == ("15", "16.01")
    assert covering(["", "15"]) == ("",)
    assert covering(["15.02", "15.021"]) == ("15.02", "15.021")
