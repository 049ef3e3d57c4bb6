import dataclasses
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rekam.person import Biodata, Nik, check_biodata, name_key, read_date, same_name, say_date, strip_titles
from rekam.problem import Problem

TODAY = date(2017, 10, 17)
BIRTHS = st.dates(date(1918, 1, 1), TODAY)
REGIONS = st.from_regex(r"[1-9][0-9]\.[0-9]{2}\.[0-9]{2}", fullmatch=True)
WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@given(REGIONS, BIRTHS, st.sampled_from("LP"), st.integers(1, 9999))
def test_what_builds_a_nik_is_read_from_it(region, birth, sex, serial):
    nik = Nik.build(region, birth, sex, serial)
    assert (nik.region, nik.sex, nik.serial) == (region, sex, serial)
    assert nik.fits(birth)
    assert birth in nik.births(TODAY)
    assert Nik.build(region.replace(".", ""), birth, sex, serial) == nik


@given(st.text(max_size=24))
def test_any_text_is_a_nik_or_a_named_problem(text):
    try:
        found = Nik.parse(text).digits
    except Problem as problem:
        found = problem.code
    assert found in {"person.nik_length", "person.nik_digits"} or (found.isdigit() and len(found) == 16)


@given(st.from_regex(r"[0-9]{16}", fullmatch=True))
def test_a_nik_never_means_a_date_after_today(digits):
    assert all(birth <= TODAY for birth in Nik.parse(digits).births(TODAY))


@given(NAMES)
def test_a_name_is_the_same_as_itself_in_capitals_and_without_blanks(name):
    assert name_key(name) == name_key(name.upper())
    assert not name_key(name) or same_name(name, name.title())


@given(st.text(max_size=80), st.text(max_size=80))
def test_sameness_of_any_two_texts_does_not_depend_on_their_order(a, b):
    assert same_name(a, b) == same_name(b, a)


@given(st.text(max_size=80))
def test_taking_titles_off_leaves_a_name(text):
    assert bool(strip_titles(text)) == bool(text.split())


@given(st.dates())
def test_a_date_said_is_the_date_read(day):
    if day.year >= 1000:
        assert read_date(say_date(day)) == day
        assert read_date(say_date(day, "en")) == day
        assert read_date(f"{day:%d-%m-%Y}") == day


FIELDS = {field.name: st.text(max_size=70) for field in dataclasses.fields(Biodata)} | {
    "birth_date": st.dates()
}


@given(st.builds(Biodata, **FIELDS))
def test_any_biodata_give_problems_that_can_be_said(biodata):
    for problem in check_biodata(biodata, today=TODAY, known_region=lambda code: code.startswith("15")):
        assert problem.code.startswith("person.")
        assert problem.say("id")
        assert problem.say("en")
