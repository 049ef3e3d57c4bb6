"""Checks within a person, on drawn fingers; how often they err on real ones: benchmarks/abis_within.py."""

import pytest

from rekam.abis import FingerTemplate, extract_finger
from rekam.abis.within.placement import Swap, mirror, placement
from rekam.abis.within.same_finger import same_fingers
from rekam.abis.within.watch import FingerWatch
from rekam.biometric import FingerPosition as F
from rekam.biometric.drawn import finger_impression
from rekam.centre.pipeline import within
from rekam.centre.pipeline.flag import SAME_FINGER, SHARED_FINGER
from rekam.centre.pipeline.within import within_flags

PLACES = (F.RIGHT_THUMB, F.RIGHT_INDEX, F.LEFT_THUMB, F.LEFT_INDEX)
Recording = dict[F, FingerTemplate]


def drawn(person: int, capture: int, places=PLACES) -> Recording:
    return {place: extract_finger(finger_impression(person, place, capture)) for place in places}


@pytest.fixture(scope="module")
def first() -> Recording:
    return drawn(31, 1)


@pytest.fixture(scope="module")
def second() -> Recording:
    return drawn(31, 2)


@pytest.fixture(scope="module")
def stranger() -> Recording:
    return drawn(32, 1, (F.RIGHT_INDEX, F.LEFT_INDEX))


def test_four_fingers_of_one_person_are_four(first: Recording):
    assert same_fingers(first) == ()


def test_a_finger_given_for_another_is_found_at_both_places(first: Recording, second: Recording):
    found = same_fingers({**first, F.LEFT_INDEX: second[F.RIGHT_THUMB]})

    assert [(pair.one, pair.other) for pair in found] == [(F.RIGHT_THUMB, F.LEFT_INDEX)]


def test_fingers_that_are_where_they_were_raise_nothing(first: Recording, second: Recording):
    found = placement(second, first)

    assert (set(found.agreeing), dict(found.moved), found.foreign, found.swap) == (set(PLACES), {}, (), None)


def test_exchanged_hands_are_told_from_exchanged_fingers(first: Recording, second: Recording):
    hands = placement({mirror(place): finger for place, finger in second.items()}, first)
    exchanged = {**second, F.RIGHT_INDEX: second[F.RIGHT_THUMB], F.RIGHT_THUMB: second[F.RIGHT_INDEX]}
    fingers = placement(exchanged, first)

    assert (hands.swap, len(hands.moved)) == (Swap.HANDS, 4)
    assert fingers.swap is Swap.FINGERS
    assert dict(fingers.moved) == {F.RIGHT_INDEX: F.RIGHT_THUMB, F.RIGHT_THUMB: F.RIGHT_INDEX}


def test_another_persons_finger_in_the_set_is_foreign(
    first: Recording, second: Recording, stranger: Recording
):
    found = placement({**second, F.LEFT_INDEX: stranger[F.LEFT_INDEX]}, first)

    assert found.foreign == (F.LEFT_INDEX,)
    assert F.LEFT_INDEX not in found.agreeing


def test_another_person_altogether_has_no_foreign_finger(first: Recording, stranger: Recording):
    found = placement(stranger, first)

    assert (found.agreeing, dict(found.moved), found.foreign) == ((), {}, ())


def test_nothing_to_compare_is_nothing_found(first: Recording):
    assert placement({}, first).agreeing == placement(first, {}).agreeing == ()


def test_the_mirrored_finger_of_the_mirrored_finger_is_the_finger_itself():
    assert all(mirror(mirror(place)) is place and mirror(place) is not place for place in F)


def test_a_watched_finger_is_found_at_any_place_and_no_other(
    first: Recording, second: Recording, stranger: Recording
):
    watch = FingerWatch()
    watch.add("operator", first)

    lent = watch.hits({**stranger, F.LEFT_LITTLE: second[F.RIGHT_THUMB]})

    assert [(hit.position, hit.ref, hit.watched) for hit in lent] == [
        (F.LEFT_LITTLE, "operator", F.RIGHT_THUMB)
    ]
    assert watch.hits(stranger) == ()
    assert watch.hits(second, without="operator") == ()


def test_a_watch_forgets_the_oldest_and_what_it_is_told_to(first: Recording):
    watch = FingerWatch(most=6)
    watch.add("a", first)
    watch.add("b", dict(list(first.items())[:3]))
    assert len(watch) == 6

    watch.add("b", {})
    watch.remove("a")
    watch.remove("nobody")
    assert len(watch) == 0


def test_the_centre_flags_one_finger_twice_and_a_lent_finger_but_not_the_same_person_again(
    first: Recording, second: Recording, stranger: Recording, monkeypatch
):
    twice = {**stranger, F.LEFT_MIDDLE: second[F.RIGHT_THUMB], F.LEFT_THUMB: first[F.RIGHT_THUMB]}

    assert within_flags(stranger, {"aa" * 32: first}) == {}
    assert within_flags(twice, {}) == {SAME_FINGER: "6=8"}
    assert within_flags({**stranger, F.LEFT_LITTLE: second[F.RIGHT_THUMB]}, {"ab" * 32: first}) == {
        SHARED_FINGER: "10=abababab"
    }
    monkeypatch.setattr(within, "SHARED_MOST", 3)  # these hands have four fingers
    assert within_flags(second, {"ab" * 32: first}) == {}
