from datetime import date

import pytest

from rekam.operations.birth import (
    BirthCount,
    Born,
    Certificate,
    Turning,
    birthday,
    by_month,
    check_card,
    check_certificate,
    is_child,
    leaves_on,
    may_hold_child_card,
    next_election,
    number_key,
    published_of,
    still_needed,
    target_of,
    turned,
    turning_until,
    valid_until,
    window_end,
)
from rekam.problem import Problem

STAGE = date(2017, 10, 17)
BORN = date(2010, 3, 5)


def codes(problems):
    return [problem.code for problem in problems]


def paper(**changes):
    return Certificate(
        **{"number": "1502-LU-20032010-0007", "issued_on": date(2010, 3, 22), "office": "Disdukcapil Merangin",
           "birth": BORN, **changes}
    )  # fmt: skip


def test_a_child_is_counted_until_the_day_before_the_18th_birthday():
    birth = date(1999, 10, 17)

    assert is_child(birth, date(2017, 10, 16))
    assert not is_child(birth, STAGE)
    assert leaves_on(birth) == STAGE


def test_nobody_is_a_child_before_birth_and_everybody_on_the_day_of_it():
    assert is_child(STAGE, STAGE)
    assert not is_child(date(2017, 10, 18), STAGE)


def test_a_birthday_of_29_february_is_1_march_in_a_common_year():
    assert birthday(date(2000, 2, 29), 17) == date(2017, 3, 1)
    assert birthday(date(2000, 2, 29), 16) == date(2016, 2, 29)


def test_targets_of_the_national_plan_rise_to_85_per_cent_in_2019():
    assert [target_of(year) for year in range(2014, 2021)] == [None, 0.75, 0.775, 0.80, 0.825, 0.85, None]


def test_what_is_missing_for_a_target_is_counted_in_whole_certificates():
    assert still_needed(BirthCount(200, 100), 0.775) == 55
    assert still_needed(BirthCount(3, 2), 0.80) == 1
    assert still_needed(BirthCount(1000, 800), 0.80) == 0
    assert still_needed(BirthCount(1000, 900), 0.80) == 0


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1502-LU-20032010-0007", []),
        ("123/IST/2004", []),
        ("AL.500.0123456", []),
        ("x", ["birth.number_unreadable"]),
        ("", ["birth.number_unreadable"]),
        ("1502 <b>", ["birth.number_unreadable"]),
        ("A" * 41, ["birth.number_unreadable"]),
        ("1502-LU-31022010-0007", ["birth.number_day_impossible"]),
        ("1502-LU-23032010-0007", ["birth.number_after_issue"]),
    ],
)
def test_a_certificate_number_is_read_as_it_is_printed(number, expected):
    assert codes(check_certificate(paper(number=number), birth=BORN, today=STAGE)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"issued_on": None}, ["birth.issue_date_needed"]),
        ({"issued_on": date(2017, 10, 18)}, ["birth.issue_date_future"]),
        ({"issued_on": date(2010, 3, 4), "number": "12/2010"}, ["birth.issue_before_birth"]),
        ({"office": "  "}, ["birth.office_needed"]),
        ({"office": "x" * 81}, ["birth.office_too_long"]),
        ({"birth": None}, ["birth.birth_date_needed"]),
        ({"birth": date(2010, 5, 3)}, ["birth.birth_date_differs"]),
    ],
)
def test_each_field_is_held_against_the_register(changes, expected):
    assert codes(check_certificate(paper(**changes), birth=BORN, today=STAGE)) == expected


def test_all_that_is_wrong_is_said_at_once():
    empty = Certificate("", None, "", None)

    assert codes(check_certificate(empty, birth=BORN, today=STAGE)) == [
        "birth.number_unreadable", "birth.issue_date_needed", "birth.office_needed", "birth.birth_date_needed",
    ]  # fmt: skip


def test_two_writings_of_a_number_are_one_number():
    assert number_key("1502-LU-20032010-0007") == number_key(" 1502 lu 20032010/0007 ")
    assert number_key("1502-LU-20032010-0007") != number_key("1502-LT-20032010-0007")


def test_a_child_card_ends_the_day_before_the_5th_or_the_17th_birthday():
    """Permendagri 2/2016."""
    assert valid_until(BORN, date(2015, 3, 4)) == date(2015, 3, 4)
    assert valid_until(BORN, date(2015, 3, 5)) == date(2027, 3, 4)
    assert valid_until(BORN, BORN) == date(2015, 3, 4)


def test_a_child_card_is_for_nobody_of_17_and_for_nobody_unborn():
    for day in (date(2027, 3, 5), date(2010, 3, 4)):
        with pytest.raises(Problem) as caught:
            valid_until(BORN, day)
        assert caught.value.code == "birth.card_age"


def test_who_married_holds_no_child_card():
    assert may_hold_child_card(BORN, "1", STAGE)
    assert not may_hold_child_card(BORN, "2", STAGE)
    assert codes(check_card(BORN, "2", STAGE, today=STAGE)) == ["birth.card_age"]


def test_a_card_of_tomorrow_or_of_no_day_is_refused():
    assert codes(check_card(BORN, "1", None, today=STAGE)) == ["birth.card_date_needed"]
    assert codes(check_card(BORN, "1", date(2017, 10, 18), today=STAGE)) == ["birth.card_date_future"]
    assert codes(check_card(BORN, "1", date(2009, 1, 1), today=STAGE)) == ["birth.card_before_birth"]
    assert check_card(BORN, "1", STAGE, today=STAGE) == []


def test_who_turned_17_since_the_cut_and_who_will_are_told_apart():
    born = [
        Born("15.02", date(2000, 10, 16), 4, 1),
        Born("15.02", date(2000, 10, 17), 2, 0),
        Born("15.02", date(2000, 11, 15), 3, 1),
        Born("15.02", date(2000, 11, 16), 5, 0),
    ]

    assert turned(born, before=STAGE) == Turning(4, 1)
    assert window_end(STAGE, 30) == date(2017, 11, 15)
    assert turning_until(born, today=STAGE, until=window_end(STAGE, 30)) == Turning(5, 1)


def test_months_run_over_the_end_of_the_year():
    table = by_month([Born("15.02.01", date(2001, 1, 31), 2, 1)], today=STAGE, months=4)

    assert list(table["15.02.01"]) == [(2017, 10), (2017, 11), (2017, 12), (2018, 1)]
    assert table["15.02.01"][2018, 1] == Turning(2, 1)
    assert table["15.02.01"][2018, 1].missing == 1


def test_on_the_stage_the_next_day_of_voting_is_27_june_2018():
    election = next_election(STAGE)

    assert election is not None
    assert election[0] == date(2018, 6, 27)
    assert next_election(date(2018, 6, 27)) == election
    assert next_election(date(2030, 1, 1)) is None


def test_on_the_stage_jambi_has_published_77_56_and_before_it_77_25_per_cent():
    found = published_of("15", {}, until=STAGE)

    assert [(one.percent, one.source) for one in found] == [
        (77.56, "JPNN, 10-10-2017"), (77.25, "Wakil Gubernur Jambi, 30-8-2017"),
    ]  # fmt: skip
    assert found[1].recomputed == pytest.approx(100 * (1_344_435 - 305_909) / 1_344_435)
    assert round(found[1].recomputed, 2) == 77.25


def test_106_79_per_cent_of_march_2018_counts_papers_and_children_on_different_days():
    latest = published_of("15", {}, until=date(2018, 4, 1))[0]

    assert latest.percent == 106.79
    assert latest.mixed_days
    assert not published_of("15", {}, until=STAGE)[0].mixed_days


def test_a_regency_has_its_figure_of_may_2017():
    assert [one.percent for one in published_of("15.03", {"15.03": 43.56}, until=STAGE)] == [43.56]
    assert published_of("15.03", {"15.03": 43.56}, until=date(2017, 5, 1)) == []
