import dataclasses
from datetime import date

import pytest

from rekam.edge.packed import code_list, gazetteer
from rekam.person import (
    Biodata,
    Household,
    Member,
    age,
    check_biodata,
    check_household,
    doubt_biodata,
    may_be_recorded,
    obliged,
    read_date,
    say_date,
)
from rekam.person import code_list as lists
from rekam.problem import Problem

TODAY = date(2017, 10, 17)
GOOD = Biodata(
    nik="1502015710850001",
    kk="1502010101100001",
    name="Sumiati",
    sex="P",
    birth_place="Bangko",
    birth_date=date(1985, 10, 17),
    blood_type="-",
    address="Dusun Satu",
    rt="001",
    rw="000",
    village="15.02.01.2001",
    religion="1",
    marital_status="2",
    occupation="9",
)


def codes(**changes):
    biodata = dataclasses.replace(GOOD, **changes)
    return [one.code for one in check_biodata(biodata, today=TODAY, known_region=gazetteer().knows)]


def test_good_biodata_have_no_problem():
    assert codes() == []
    assert doubt_biodata(GOOD, today=TODAY) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"nik": "12"}, "person.nik_length"),
        ({"sex": "L"}, "person.nik_sex_mismatch"),
        ({"birth_date": date(1985, 10, 16)}, "person.nik_birth_mismatch"),
        ({"kk": "150201010110000"}, "person.kk_length"),
        ({"kk": ""}, "person.kk_length"),
        ({"kk": "15020101011000O1"}, "person.kk_digits"),
        ({"kk": "9999990101100001"}, "person.kk_region_unknown"),
        ({"name": ""}, "person.name_missing"),
        ({"sex": "W"}, "person.sex_unknown"),
        ({"birth_place": " "}, "person.birth_place_missing"),
        ({"birth_place": "x" * 61}, "person.birth_place_too_long"),
        ({"address": ""}, "person.address_missing"),
        ({"address": "x" * 256}, "person.address_too_long"),
        ({"rt": "1"}, "person.neighbourhood"),
        ({"rw": "00A"}, "person.neighbourhood"),
        ({"village": "15.02.01"}, "person.village_unknown"),
        ({"village": "15.02.01.9999"}, "person.village_unknown"),
        ({"blood_type": "C"}, "person.blood_type_unknown"),
        ({"religion": "9"}, "person.religion_unknown"),
        ({"marital_status": "0"}, "person.marital_status_unknown"),
        ({"occupation": "89"}, "person.occupation_unknown"),
        ({"nationality": "ID"}, "person.nationality_unknown"),
    ],
)
def test_each_field_has_its_named_problem(changes, code):
    assert codes(**changes) == [code]


def test_a_birth_in_the_future_or_too_long_ago_is_named():
    assert "person.birth_date_future" in codes(birth_date=date(2085, 10, 17))
    assert "person.birth_date_too_old" in codes(birth_date=date(1885, 10, 17))


def test_what_may_be_right_is_only_asked_about():
    first = dataclasses.replace(GOOD, birth_date=date(1985, 1, 1), name="Hj. Sumiati")
    assert [one.code for one in doubt_biodata(first, today=TODAY)] == [
        "person.name_has_title",
        "person.birth_date_default",
    ]
    young = dataclasses.replace(GOOD, birth_date=date(2003, 5, 4))
    assert [one.code for one in doubt_biodata(young, today=TODAY)] == ["person.married_too_young"]


def test_every_sentence_can_be_said_in_both_languages():
    wrong = dataclasses.replace(
        GOOD, nik="1", kk="", name="7", sex="?", birth_place="", address="", rt="", rw="", village="", religion="",
        marital_status="", occupation="", nationality="", blood_type="",
    )  # fmt: skip
    found = check_biodata(wrong, today=TODAY, known_region=gazetteer().knows)
    assert len(found) == 14
    assert all(one.say("id") != one.say("en") for one in found)


@pytest.mark.parametrize(
    ("birth", "status", "expected"),
    [
        (date(2000, 10, 17), "1", True),  # seventeen today
        (date(2000, 10, 18), "1", False),
        (date(2003, 1, 1), "2", True),  # married at fourteen
        (date(2003, 1, 1), "4", True),  # widowed
        (date(2018, 1, 1), "2", False),  # not yet born
    ],
)
def test_obliged_are_those_aged_17_or_ever_married(birth, status, expected):
    assert obliged(birth, status, TODAY) is expected


def test_a_person_born_on_29_february_turns_17_on_1_march():
    assert not obliged(date(2000, 2, 29), "1", date(2017, 2, 28))
    assert obliged(date(2000, 2, 29), "1", date(2017, 3, 1))
    assert age(date(2000, 2, 29), date(2016, 2, 29)) == 16


def test_recording_begins_at_16():
    assert may_be_recorded(date(2001, 10, 17), "1", TODAY)
    assert not may_be_recorded(date(2001, 10, 18), "1", TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "17 Oktober 2017",
        "17-10-2017",
        "17/10/2017",
        "17.10.2017",
        "2017-10-17",
        "17 okt 2017",
        "17 October  2017",
    ],
)
def test_a_date_is_read_in_the_ways_people_write_it(text):
    assert read_date(text) == TODAY


def test_old_month_spellings_are_read():
    assert read_date("1 Pebruari 1970") == date(1970, 2, 1)
    assert read_date("1 Nop. 1970") == date(1970, 11, 1)
    assert read_date("17 Agt 1945") == date(1945, 8, 17)


@pytest.mark.parametrize(
    "text", ["", "17.8.45", "31 Februari 2000", "17 Foo 2017", "32-1-2000", "10/17/2017", "१७-१०-२०१७"]
)
def test_what_is_no_date_is_a_named_problem(text):
    with pytest.raises(Problem) as caught:
        read_date(text)
    assert caught.value.code == "person.date_unreadable"


def test_a_date_is_said_in_both_languages():
    assert say_date(TODAY) == "17 Oktober 2017"
    assert say_date(TODAY, "en") == "17 October 2017"


def test_a_family_card_has_one_head():
    head, wife = Member("1" * 16, "1"), Member("2" * 16, "3")
    assert check_household(Household("k", (head, wife))) == []
    assert Household("k", (wife, head)).head == head
    assert [one.code for one in check_household(Household("k", ()))] == ["person.household_empty"]
    assert [one.code for one in check_household(Household("k", (wife,)))] == ["person.household_heads"]
    twice = check_household(Household("k", (head, head, Member("3" * 16, "12"))))
    assert [one.code for one in twice] == [
        "person.household_heads",
        "person.household_twice",
        "person.relation_unknown",
    ]


def test_the_lists_of_the_rules_are_those_of_the_forms():
    assert code_list("agama") == lists.RELIGION
    assert code_list("status_kawin") == lists.MARITAL_STATUS
    assert code_list("shdk") == lists.RELATION
    assert frozenset(code_list("pekerjaan")) == lists.OCCUPATIONS
    names = {name for name in code_list("golongan_darah").values() if name != "Tidak Tahu"}
    assert names | {"-"} == lists.BLOOD_TYPES
