import itertools
from functools import cache

import numpy as np
import pytest

from rekam.abis import Gallery, PersonTemplate, Zone, decide, extract_finger, extract_iris
from rekam.abis.gallery.column import Column
from rekam.biometric import Eye, FingerPosition
from rekam.biometric.drawn.eye import eye_image
from rekam.biometric.drawn.finger import finger_impression
from rekam.problem import Problem

F = FingerPosition
FINGERS = (F.RIGHT_THUMB, F.RIGHT_INDEX, F.LEFT_INDEX, F.LEFT_LITTLE)
PEOPLE = 12


@cache
def finger(person: int, position: FingerPosition, capture: int):
    return extract_finger(finger_impression(person, position, capture))


@cache
def iris(person: int, eye: Eye, capture: int):
    return extract_iris(eye_image(person, eye, capture))


def person(number: int, capture: int, fingers=FINGERS, eyes=tuple(Eye)) -> PersonTemplate:
    return PersonTemplate(
        {position: finger(number, position, capture) for position in fingers},
        {eye: iris(number, eye, capture) for eye in eyes},
    )


@pytest.fixture(scope="module")
def gallery() -> Gallery:
    filled = Gallery()
    for number in range(PEOPLE):
        filled.insert(f"P{number}", person(number, 0))
    return filled


def test_someone_who_records_twice_is_a_duplicate_with_every_part_named(gallery: Gallery):
    found = gallery.search(person(4, 1))

    assert found[0].ref == "P4"
    assert decide(found) is Zone.DUPLICATE
    assert set(found[0].parts) == {
        "right_thumb",
        "right_index",
        "left_index",
        "left_little",
        "iris_right",
        "iris_left",
    }
    assert found[0].score == pytest.approx(sum(found[0].parts.values()))
    assert all(candidate.zone is Zone.UNIQUE for candidate in found[1:])


@pytest.mark.parametrize(
    ("fingers", "eyes"),
    [
        ((F.RIGHT_INDEX, F.LEFT_INDEX), ()),
        ((F.RIGHT_INDEX,), (Eye.LEFT,)),
        ((), (Eye.RIGHT, Eye.LEFT)),
        ((F.LEFT_INDEX, F.LEFT_LITTLE), (Eye.RIGHT,)),
    ],
    ids=["two fingers", "one finger and one eye", "eyes only", "one hand and one eye"],
)
def test_someone_with_little_to_show_is_found_again(gallery: Gallery, fingers, eyes):
    for number in range(0, PEOPLE, 3):
        found = gallery.search(person(number, 1, fingers, eyes))

        assert found[0].ref == f"P{number}"
        assert decide(found) is not Zone.UNIQUE


def test_a_single_finger_is_shown_to_the_adjudicator_but_never_decides_alone(gallery: Gallery):
    found = gallery.search(person(2, 1, (F.RIGHT_THUMB,), ()))

    assert (found[0].ref, decide(found)) == ("P2", Zone.ADJUDICATE)


def test_new_people_are_unique(gallery: Gallery):
    assert all(
        decide(gallery.search(person(number, 0))) is Zone.UNIQUE for number in range(PEOPLE, PEOPLE + 4)
    )


def test_nothing_in_common_is_no_evidence(gallery: Gallery):
    single = Gallery()
    single.insert("a", person(0, 0, (F.RIGHT_THUMB,), ()))

    found = single.search(person(0, 1, (F.RIGHT_INDEX,), ()))

    assert (found[0].score, found[0].parts, found[0].zone) == (0, {}, Zone.UNIQUE)


def test_an_empty_gallery_finds_nobody():
    assert Gallery().search(person(0, 0)) == []


def test_no_more_candidates_than_asked_for_best_first(gallery: Gallery):
    found = gallery.search(person(5, 1), limit=3)

    assert len(found) == 3
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_an_inserted_person_is_found_by_the_next_search_and_a_deleted_one_is_not():
    changing = Gallery()
    changing.insert("a", person(0, 0))
    assert changing.search(person(1, 1))[0].ref == "a"
    changing.insert("b", person(1, 0))

    assert changing.search(person(1, 1))[0].ref == "b"

    changing.delete("b")
    assert [one.ref for one in changing.search(person(1, 1))] == ["a"]
    assert (len(changing), "b" in changing) == (1, False)


def test_a_reference_can_be_used_again_after_deletion_only():
    changing = Gallery()
    changing.insert("a", person(0, 0))
    with pytest.raises(Problem, match="gallery_ref_taken"):
        changing.insert("a", person(1, 0))
    changing.delete("a")
    changing.insert("a", person(1, 0))

    assert decide(changing.search(person(1, 1))) is Zone.DUPLICATE


def test_deleting_somebody_unknown_is_refused():
    with pytest.raises(Problem, match="gallery_ref_unknown"):
        Gallery().delete("a")


def test_a_person_without_fingers_and_irises_cannot_be_enrolled():
    with pytest.raises(Problem, match="person_empty"):
        Gallery().insert("a", PersonTemplate())


def test_many_deletions_pack_the_gallery_anew_and_change_no_answer(gallery: Gallery):
    changing = Gallery()
    for number in range(PEOPLE):
        changing.insert(f"P{number}", person(number, 0))
    for number in range(1, PEOPLE):
        if number != 7:
            changing.delete(f"P{number}")

    after = {one.ref: one.score for one in changing.search(person(7, 1))}

    before = {one.ref: one.score for one in gallery.search(person(7, 1), limit=PEOPLE)}
    assert after == {ref: before[ref] for ref in ("P7", "P0")}


def test_a_template_that_went_through_bytes_gives_the_same_scores(gallery: Gallery):
    probe = person(3, 1)

    assert gallery.search(PersonTemplate.from_bytes(probe.to_bytes())) == gallery.search(probe)


def test_the_first_stage_keeps_everyone_who_is_there():
    # Each person is in a crowd forty times larger than what the first stage lets through.
    crowd = Gallery()
    dice = np.random.default_rng(1)
    for number in range(1600):
        parts = {position: finger(int(dice.integers(PEOPLE)), position, 0) for position in FINGERS}
        crowd.insert(f"mixed {number}", PersonTemplate(parts))
    for number in range(0, PEOPLE, 2):
        crowd.insert(f"P{number}", person(number, 0, FINGERS, ()))

    for number in range(0, PEOPLE, 2):
        best = crowd.search(person(number, 1, FINGERS, ()))[0]
        assert best.ref == f"P{number}" or all(part > 0 for part in best.parts.values())


def test_a_column_keeps_its_rows_while_it_grows():
    column: Column = Column(np.int64, (2,))
    for number in range(500):
        column.extend(np.full((3, 2), number))

    assert len(column) == 1500
    np.testing.assert_array_equal(column.rows[::3, 0], np.arange(500))


def test_scores_of_different_people_are_far_below_every_threshold():
    pairs = itertools.combinations(range(PEOPLE), 2)
    single = {number: Gallery() for number in range(PEOPLE)}
    for number, one in single.items():
        one.insert("a", person(number, 0))

    assert max(single[a].search(person(b, 1))[0].score for a, b in pairs) < 0
