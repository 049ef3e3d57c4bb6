"""Searching regions by names with typing errors, and going between the codes of 2017 and today."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rekam.edge.packed import gazetteer
from rekam.place import Level
from rekam.problem import Problem

JAMBI = [
    region
    for level in (Level.REGENCY, Level.DISTRICT, Level.VILLAGE)
    for region in gazetteer().within("15", level)
]


@given(st.sampled_from([one for one in JAMBI if len(one.name) >= 8]), st.data())
@settings(max_examples=60, deadline=None)
def test_a_name_with_two_letters_swapped_is_still_found_in_its_regency(region, data):
    at = data.draw(st.integers(0, len(region.name) - 2))
    typed = region.name[:at] + region.name[at + 1] + region.name[at] + region.name[at + 2 :]
    found = gazetteer().search(typed, within="15", limit=40)
    assert region.name in {one.region.name for one in found}


@given(st.text(max_size=40))
@settings(max_examples=80, deadline=None)
def test_any_text_can_be_searched_for(text):
    for one in gazetteer().search(text, limit=3):
        assert 0 < one.score <= 100
        assert gazetteer().in_force(one.region.code)


@given(st.text(max_size=16))
@settings(deadline=None)
def test_any_text_is_a_region_or_a_named_problem(text):
    try:
        region = gazetteer().region(text)
    except Problem as problem:
        code = problem.code
    else:
        code = "known" if gazetteer().knows(region.code) else "resolved but unknown"
    assert code in {"place.bad_code", "place.unknown_region", "known"}


@given(st.sampled_from(JAMBI))
def test_a_region_is_among_the_children_of_its_parent(region):
    assert region in gazetteer().children(region.parent)
    assert region in gazetteer().within("15", region.level)


@given(st.sampled_from(list(gazetteer().former.codes)))
def test_going_forward_and_back_returns(code):
    today = gazetteer().forward(code)
    if today is not None:
        assert code in {one.code for one in gazetteer().backward(today.code)}
