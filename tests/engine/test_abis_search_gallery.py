"""The gallery when it is too large to compare minutiae with everybody, and people recorded in another order."""

from functools import cache

import numpy as np
import pytest

from rekam.abis import Gallery, PersonTemplate, Zone, decide, extract_finger, parameters
from rekam.abis.face.template import FaceTemplate
from rekam.abis.gallery import likely
from rekam.biometric import FingerPosition
from rekam.biometric.drawn.finger import finger_impression

F = FingerPosition
FINGERS = (F.RIGHT_THUMB, F.RIGHT_INDEX, F.LEFT_THUMB, F.LEFT_INDEX)
PEOPLE = 6


@cache
def finger(person: int, position: FingerPosition, capture: int):
    return extract_finger(finger_impression(person, position, capture))


def person(number: int, capture: int, fingers=FINGERS, face: FaceTemplate | None = None) -> PersonTemplate:
    return PersonTemplate({position: finger(number, position, capture) for position in fingers}, {}, face)


def in_order(number: int, capture: int, order: dict[FingerPosition, FingerPosition]) -> PersonTemplate:
    return PersonTemplate({shown: finger(number, true, capture) for shown, true in order.items()})


def filled(**kept) -> Gallery:
    gallery = Gallery(**kept)
    for number in range(PEOPLE):
        gallery.insert(f"P{number}", person(number, 0))
    return gallery


@pytest.fixture
def by_codes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(likely, "EXHAUSTIVE_PEOPLE", 0)
    monkeypatch.setattr(parameters, "CLOSE_LEAST", PEOPLE // 2)


@pytest.mark.usefixtures("by_codes")
@pytest.mark.parametrize("threads", [1, 2])
def test_a_large_gallery_gives_the_answers_of_an_exhaustive_one(
    threads: int, monkeypatch: pytest.MonkeyPatch
):
    gallery = filled(threads=threads)
    probes = [person(number, 1) for number in (*range(0, PEOPLE, 2), PEOPLE)]
    coded = [gallery.search(probe, limit=1) for probe in probes]
    monkeypatch.setattr(parameters, "CLOSE_LEAST", PEOPLE)

    exhaustive = [gallery.search(probe, limit=PEOPLE) for probe in probes]

    for one, other in zip(coded, exhaustive, strict=True):
        assert one[0] in other
        assert one[0] == other[0] or other[0].zone is Zone.UNIQUE
    assert [found[0].ref for found in coded[:-1]] == [f"P{number}" for number in range(0, PEOPLE, 2)]
    assert [decide(found) for found in coded] == [Zone.DUPLICATE] * (PEOPLE // 2) + [Zone.UNIQUE]


@pytest.mark.usefixtures("by_codes")
def test_a_deleted_person_is_not_found_by_codes_either():
    gallery = filled()
    gallery.delete("P3")

    assert "P3" not in [one.ref for one in gallery.search(person(3, 1), limit=1)]


SWAPPED = {
    F.RIGHT_THUMB: F.LEFT_THUMB,
    F.RIGHT_INDEX: F.LEFT_INDEX,
    F.LEFT_THUMB: F.RIGHT_THUMB,
    F.LEFT_INDEX: F.RIGHT_INDEX,
}
MIXED = {
    F.RIGHT_THUMB: F.RIGHT_INDEX,
    F.RIGHT_INDEX: F.LEFT_THUMB,
    F.LEFT_THUMB: F.LEFT_INDEX,
    F.LEFT_INDEX: F.RIGHT_THUMB,
}


@pytest.mark.parametrize("order", [SWAPPED, MIXED], ids=["hands swapped", "fingers mixed up"])
def test_somebody_recorded_in_another_order_is_found_and_the_order_is_named(order):
    gallery = filled()

    best = gallery.search(in_order(2, 1, order))[0]

    assert (best.ref, best.zone) == ("P2", Zone.DUPLICATE)
    assert best.order is not None
    assert {shown: F(best.order[shown - 1] + 1) for shown in order} == order
    # The choice is charged for: the order is worth less than the same fingers under their own names.
    assert best.score < sum(best.parts.values())


def test_a_new_person_in_another_order_stays_unique():
    gallery = filled()

    found = gallery.search(in_order(PEOPLE + 1, 0, MIXED))

    assert decide(found) is Zone.UNIQUE
    assert all(one.order is None for one in found)


def test_two_faces_count_beside_the_fingers_and_those_of_another_describer_do_not():
    dice = np.random.default_rng(1)
    vector = dice.standard_normal(128)
    vector = (vector / np.linalg.norm(vector)).astype(np.float32)
    gallery = Gallery()
    gallery.insert("a", person(0, 0, face=FaceTemplate("dlib-resnet-1", vector)))

    same = gallery.search(person(0, 1, face=FaceTemplate("dlib-resnet-1", vector)))[0]
    foreign = gallery.search(person(0, 1, face=FaceTemplate("another-1", vector)))[0]

    assert same.parts["face"] > 0
    assert foreign.parts["face"] == 0
    assert same.score == pytest.approx(sum(same.parts.values()))
