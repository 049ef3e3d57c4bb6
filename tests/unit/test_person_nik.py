from datetime import date

import pytest

from rekam.edge.packed import gazetteer
from rekam.person import Nik, check_nik
from rekam.problem import Problem

TODAY = date(2017, 10, 17)


def codes(text, **known):
    return [problem.code for problem in check_nik(text, today=TODAY, known_region=gazetteer().knows, **known)]


def test_a_man_is_born_on_his_day():
    nik = Nik.parse("1502011710850001")
    assert (nik.region, nik.day, nik.month, nik.short_year, nik.sex, nik.serial) == (
        "15.02.01",
        17,
        10,
        85,
        "L",
        1,
    )


def test_a_woman_is_born_on_day_plus_forty():
    assert Nik.build("15.02.01", date(1985, 10, 17), "P", 1).digits == "1502015710850001"
    assert Nik.parse("1502015710850001").sex == "P"
    assert Nik.parse("1502015710850001").day == 17


def test_blanks_and_points_between_the_digits_do_not_matter():
    assert Nik.parse(" 150201 571085-0001 ") == Nik.parse("15.02.01.571085.0001")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "person.nik_length"),
        ("150201571085000", "person.nik_length"),
        ("15020157108500011", "person.nik_length"),
        ("15020157108500O1", "person.nik_digits"),
        ("１５０２０１５７１０８５０００１", "person.nik_digits"),
    ],
)
def test_what_is_no_nik_has_a_name(text, code):
    with pytest.raises(Problem) as caught:
        Nik.parse(text)
    assert caught.value.code == code
    assert codes(text) == [code]


def test_two_digits_of_the_year_leave_the_century_open():
    assert Nik.parse("1502011710050001").births(TODAY) == (date(2005, 10, 17), date(1905, 10, 17))
    assert Nik.parse("1502011710850001").births(TODAY) == (date(1985, 10, 17),)
    assert Nik.parse("1502011810170001").births(TODAY) == (date(1917, 10, 18),)  # tomorrow is not yet


def test_29_february_exists_only_in_one_of_the_centuries():
    assert Nik.parse("1502012902000001").births(TODAY) == (date(2000, 2, 29),)  # 1900 was no leap year


@pytest.mark.parametrize(
    "part", ["000185", "320185", "400185", "720185", "991285", "171385", "170085", "310485", "290201"]
)
def test_an_impossible_date_is_named(part):
    assert codes(f"150201{part}0001") == ["person.nik_birth_date_impossible"]


def test_a_region_that_never_was_is_named():
    assert codes("1599011710850001") == ["person.nik_region_unknown"]


def test_a_district_that_no_longer_exists_is_still_good_in_a_nik():
    assert not gazetteer().in_force("91.01.01")
    assert codes("9101011710850001") == []


def test_birth_date_and_sex_are_compared_with_the_biodata():
    assert codes("1502011710850001", birth=date(1985, 10, 17), sex="L") == []
    assert codes("1502011710850001", birth=date(1985, 10, 18), sex="L") == ["person.nik_birth_mismatch"]
    assert codes("1502011710850001", birth=date(1885, 10, 17), sex="P") == ["person.nik_sex_mismatch"]
    both = ["person.nik_birth_mismatch", "person.nik_sex_mismatch"]
    assert codes("1502011710850001", birth=date(1985, 1, 17), sex="P") == both


def test_serials_run_from_1_to_9999():
    assert codes("1502011710850000") == ["person.nik_serial_zero"]
    for wrong in (0, 10_000, -1):
        with pytest.raises(Problem) as caught:
            Nik.build("150201", date(1985, 10, 17), "L", wrong)
        assert caught.value.code == "person.nik_serial_range"


def test_the_mismatch_sentence_gives_away_no_date():
    problem = check_nik(
        "1502011710850001", today=TODAY, known_region=lambda _: True, birth=date(1985, 1, 17)
    )[0]
    assert "85" not in problem.say("id") + problem.say("en")
    assert problem.details == {}
