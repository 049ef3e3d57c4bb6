"""A gallery in memory and one on disk that hold the same people answer alike: they share shortlist and fusion."""

from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rekam.abis import Enrolment, FingerTemplate, Gallery, IrisTemplate, PersonTemplate, Zone, parameters
from rekam.abis.face.template import FaceTemplate
from rekam.abis.fusion import ReadyPerson, prepared_fingers
from rekam.abis.gallery import likely
from rekam.abis.gallery.packed import PackedPeople
from rekam.abis.search.columns import rows_of
from rekam.abis.search.shortlist import shortlist_length
from rekam.biometric import Eye, FingerPosition
from rekam.edge.store.gallery_files import FileStock, GalleryFiles

F = FingerPosition
SHOWN = (F.RIGHT_THUMB, F.RIGHT_INDEX, F.LEFT_THUMB, F.LEFT_INDEX)
OTHER_HAND = dict(zip(SHOWN, SHOWN[2:] + SHOWN[:2], strict=True))
NOBODY = 99
FEW = 3
"""Shortlist of these tests where codes choose."""


@lru_cache(maxsize=512)
def finger(person: int, position: F, capture: int) -> FingerTemplate:
    chance, noise = (
        np.random.default_rng((person, position)),
        np.random.default_rng((person, position, capture)),
    )
    x, y = chance.integers(30, 270, (2, 30)) + noise.integers(-1, 2, (2, 30))
    direction, flow = chance.integers(0, 256, 30), chance.integers(0, 60, (19, 19))
    return FingerTemplate(
        x.astype(np.uint16), y.astype(np.uint16), direction.astype(np.uint8), np.full(30, 200, np.uint8),
        flow.astype(np.uint8), 300, 300,
    )  # fmt: skip


@lru_cache(maxsize=512)
def iris(person: int, eye: Eye, capture: int) -> IrisTemplate:
    chance, noise = (
        np.random.default_rng((person, 20, eye)),
        np.random.default_rng((person, 20, eye, capture)),
    )
    bits = (chance.random(2048) < 0.5) ^ (noise.random(2048) < 0.1)
    code = np.packbits(bits, bitorder="little").view("<u8").astype(np.uint64)
    return IrisTemplate(code, np.full(32, 2**64 - 1, np.uint64))


def face(person: int, capture: int) -> FaceTemplate:
    same, other = np.random.default_rng((person, 30)), np.random.default_rng((person, 30, capture))
    vector = same.standard_normal(128) + 0.2 * other.standard_normal(128)
    return FaceTemplate("dlib-resnet-1", (vector / np.linalg.norm(vector)).astype(np.float32))


@st.composite
def people(draw: st.DrawFn, number: st.SearchStrategy[int]) -> PersonTemplate:
    """Some items of somebody, at times with the hands changed over."""
    who, capture = draw(number), draw(st.integers(0, 1))
    fingers = draw(st.lists(st.sampled_from(SHOWN), unique=True, min_size=1))
    eyes = draw(st.lists(st.sampled_from(Eye), unique=True))
    swapped = draw(st.integers(0, 4)) == 0
    return PersonTemplate(
        {OTHER_HAND[one] if swapped else one: finger(who, one, capture) for one in fingers},
        {one: iris(who, one, capture) for one in eyes},
        face(who, capture) if draw(st.booleans()) else None,
    )


@contextmanager
def on_disk(enrolled: list[PersonTemplate], removed: list[int]):
    in_memory_where_possible = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with (
        TemporaryDirectory(dir=in_memory_where_possible) as scratch,
        GalleryFiles(Path(scratch) / "g") as files,
    ):
        files.put_all([(f"P{row}", Enrolment(one)) for row, one in enumerate(enrolled)])
        for row in removed:
            files.remove(f"P{row}")
        yield FileStock(files)


def in_memory(enrolled: list[PersonTemplate], removed: list[int]) -> Gallery:
    gallery = Gallery()
    for row, one in enumerate(enrolled):
        gallery.insert(f"P{row}", one)
    for row in removed:
        gallery.delete(f"P{row}")
    return gallery


NUMBER = st.integers(0, 7)
PROBE = people(st.one_of(NUMBER, st.just(NOBODY)))


@pytest.mark.parametrize("least", [FEW, 40], ids=["codes choose", "everybody is compared"])
@settings(max_examples=25, deadline=None)
@given(
    enrolled=st.lists(people(NUMBER), min_size=1, max_size=9),
    removed=st.sets(st.integers(0, 8)),
    probes=st.lists(PROBE, min_size=1, max_size=3),
    limit=st.integers(1, 6),
)
def test_memory_and_disk_give_the_same_people_in_the_same_order_with_the_same_scores(
    least, enrolled, removed, probes, limit
):
    gone = sorted(row for row in removed if row < len(enrolled))
    with pytest.MonkeyPatch.context() as patch, on_disk(enrolled, gone) as stock:
        patch.setattr(parameters, "CLOSE_LEAST", least)
        patch.setattr(likely, "EXHAUSTIVE_PEOPLE", 0)
        gallery = in_memory(enrolled, gone)
        for probe in probes:
            assert gallery.search(probe, limit=limit) == stock.search(probe, None, limit)


@settings(max_examples=15, deadline=None)
@given(probe=PROBE, enrolled=st.lists(people(NUMBER), min_size=FEW + 1, max_size=9))
def test_whoever_is_more_than_unique_is_found_by_minutiae_and_by_codes_alike(probe, enrolled):
    with pytest.MonkeyPatch.context() as patch, on_disk(enrolled, []) as stock:
        whole = in_memory(enrolled, []).search(probe, limit=9)
        patch.setattr(parameters, "CLOSE_LEAST", FEW)
        for found in (in_memory(enrolled, []).search(probe, limit=1), stock.search(probe, None, 1)):
            assert found[0] in whole
            assert (found[0].zone is Zone.UNIQUE) == (whole[0].zone is Zone.UNIQUE)


@settings(max_examples=25, deadline=None)
@given(one=people(NUMBER), other=people(NUMBER))
def test_what_two_people_share_is_the_same_from_both_sides(one, other):
    there, back = (
        ReadyPerson(a).parts(b, prepared_fingers(b, a.fingers)) for a, b in ((one, other), (other, one))
    )
    shared = {f"{place.name.lower()}" for place in one.fingers if place in other.fingers}
    shared |= {f"iris_{eye.name.lower()}" for eye in one.irises if eye in other.irises}
    shared |= {"face"} if one.face and other.face else set()

    assert set(there) == set(back) == shared
    assert {
        name: value for name, value in there.items() if name.startswith(("iris", "face"))
    } == pytest.approx({name: value for name, value in back.items() if name.startswith(("iris", "face"))})


@settings(max_examples=15, deadline=None)
@given(st.lists(people(NUMBER), min_size=1, max_size=6), st.data())
def test_codes_made_late_are_those_of_the_templates(enrolled, data):
    packed = PackedPeople()
    for template in enrolled:
        packed.append(template)
        if data.draw(st.booleans()):
            packed.columns(np.ones(len(packed), np.bool_))
    columns = packed.columns(np.ones(len(packed), np.bool_))

    assert np.array_equal(columns.fingers, np.stack([rows_of(one)[0] for one in enrolled]))
    assert len(columns.irises) == len(columns.faces) == len(columns.fingers)


@pytest.mark.parametrize(
    ("items", "people", "limit", "length"),
    [
        (20, 1_000, 10, 40),
        (20, 1_000_000, 10, 100),
        (10, 1_000_000, 10, 100),
        (9, 1_000_000, 10, 1_000),
        (5, 1_000_000, 10, 1_000),
        (4, 1_000_000, 10, 10_000),
        (0, 1_000_000, 10, 10_000),
        (4, 100, 60, 60),
    ],
)
def test_the_less_there_is_to_find_somebody_by_the_longer_the_shortlist(items, people, limit, length):
    assert shortlist_length(items, people, limit) == length
