"""Engine templates as records and as a chip keeps them: what must survive, and by how much it may move."""

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rekam.abis import FingerTemplate, compare_fingers, extract_finger
from rekam.abis.finger.template import NO_FLOW
from rekam.abis.interchange.chip_record import card_fingers, chip_finger, chip_template
from rekam.abis.interchange.implied_flow import implied_flow
from rekam.abis.interchange.minutiae_record import minutiae_2005, minutiae_2011, record_dpi, templates_of
from rekam.biometric import FingerImage, FingerPosition
from rekam.biometric.drawn import finger_impression
from rekam.biometric.interchange import Minutia
from rekam.biometric.interchange.card_minutiae import CardFormat
from rekam.biometric.interchange.chip_fingers import read_chip_fingers, write_chip_fingers
from rekam.biometric.interchange.finger_minutiae_2005 import FingerMinutiaeRecord2005, MinutiaeView
from rekam.biometric.interchange.minutiae_record import read_minutiae_record
from rekam.problem import Problem

INDEX = FingerPosition.RIGHT_INDEX
MOMENT = datetime(2026, 3, 1, 8, 15, tzinfo=UTC)


@st.composite
def templates(draw, widest=600):
    width, height = draw(st.integers(64, widest)), draw(st.integers(64, 600))
    n = draw(st.integers(4, 30))
    random = np.random.default_rng(draw(st.integers(0, 2**32)))
    quality = np.sort(random.integers(0, 256, n).astype(np.uint8))[::-1]
    flow = random.integers(0, 256, (-(-height // 16), -(-width // 16))).astype(np.uint8)
    return FingerTemplate(
        random.integers(0, width, n).astype(np.uint16), random.integers(0, height, n).astype(np.uint16),
        random.integers(0, 256, n).astype(np.uint8), quality, flow, width, height,
    )  # fmt: skip


def turned(a, b):
    """Difference of two directions in 256ths of a turn, without sign."""
    return np.abs((a.astype(int) - b.astype(int) + 128) % 256 - 128)


@settings(max_examples=60)
@given(templates(), st.booleans())
def test_a_record_keeps_places_directions_and_flow_exactly_and_quality_within_two(template, newer):
    value = minutiae_2011(template, INDEX, 60, MOMENT) if newer else minutiae_2005(template, INDEX, 60)
    ((position, read),) = templates_of(read_minutiae_record(value.encode()))
    assert position == INDEX
    # the best come first; equal qualities keep their order, so pairs are found by place and direction
    mine, other = (
        {(int(x), int(y), int(d)) for x, y, d in zip(one.x, one.y, one.direction, strict=True)}
        for one in (template, read)
    )
    assert mine == other
    assert np.array_equal(read.flow, template.flow)
    assert (read.width, read.height) == (template.width, template.height)
    assert np.abs(read.quality.astype(int) - template.quality.astype(int)).max() <= 3


@settings(max_examples=60)
@given(templates(widest=500), st.sampled_from(CardFormat))
def test_a_chip_moves_no_minutia_by_more_than_a_step_of_its_grid(template, form):
    finger = chip_finger(template, INDEX, form)
    (again,) = read_chip_fingers(write_chip_fingers((finger,)))
    assert again == finger
    if len(finger.minutiae) < len(template.x):  # beyond 25.5 mm: left out, and nothing else
        span = max(int(np.ptp(template.x)), int(np.ptp(template.y))) * 0.0508
        assert form is CardFormat.COMPACT
        assert span > 25.5
        return
    read = chip_template(finger)
    best = np.argsort(-template.quality.astype(int), kind="stable")
    for mine, other in ((template.x[best], read.x), (template.y[best], read.y)):
        moved = (other.astype(int) - other.min()) - (mine.astype(int) - mine.min())
        assert np.abs(moved).max() <= np.ceil(form.step / 0.0508)  # half a step and half a pixel, twice
    assert turned(template.direction[best], read.direction).max() <= 128 // form.steps


def view(*minutiae, rate=197, side=400):
    return FingerMinutiaeRecord2005(
        views=(MinutiaeView(position=2, minutiae=minutiae),), width=side, height=side, rate=(rate, rate)
    )


FOUR = tuple(Minutia(100 + 50 * at, 80, 64 * at) for at in range(4))


def test_angles_run_against_the_clock_in_a_record_and_with_it_in_the_engine():
    ((_, template),) = templates_of(view(*FOUR))
    assert template.direction.tolist() == [0, 192, 128, 64]


@pytest.mark.parametrize(("rate", "dpi"), [(197, 500.0), (394, 1000.0), (200, 508.0), (98, 248.92)])
def test_a_rate_in_whole_pixels_per_centimetre_stands_for_its_round_number_an_inch(rate, dpi):
    assert record_dpi(rate) == pytest.approx(dpi)
    ((_, template),) = templates_of(view(*FOUR, rate=rate))
    assert template.width == round(400 * 500 / dpi)
    assert template.x.tolist() == [round(one.x * 500 / dpi) for one in FOUR]


@pytest.mark.parametrize(
    "record",
    [view(*FOUR[:3]), view(*FOUR, side=60000), view(*FOUR, rate=1500)],
    ids=["few", "large", "small"],
)
def test_a_record_that_is_no_finger_is_refused_by_name(record):
    with pytest.raises(Problem) as caught:
        templates_of(record)
    assert caught.value.code == "abis.finger_unreadable"


def test_quality_that_is_not_reported_is_the_middle():
    ((_, template),) = templates_of(
        view(*(Minutia(m.x, m.y, 0, quality=q) for m, q in zip(FOUR, (0, 254, 255, 100), strict=True)))
    )
    assert sorted(template.quality.tolist()) == [128, 128, 128, 255]


def test_flow_is_implied_along_the_minutiae_and_nowhere_else():
    x, y = np.array([100, 300], np.uint16), np.array([100, 300], np.uint16)
    flow = implied_flow(
        x, y, np.array([0, 192], np.uint8), 400, 400
    )  # along +x; along -y, which is +y as a ridge
    assert flow[6, 6] == 0
    assert abs(int(flow[18, 18]) - 127.5) < 1  # 255 steps a half turn: a quarter turn is 127.5
    assert flow[0, 24] == flow[24, 0] == NO_FLOW


def test_the_direction_points_up_the_ridge_as_the_standard_wants_it():
    y, x = np.mgrid[:400, :360].astype(float)
    ridges = 128 + 100 * np.cos(2 * np.pi * x / 9 + np.arctan2(y - 200, x - 180))  # one ridge more above
    ridges = np.where((x - 180) ** 2 + (y - 200) ** 2 < 150**2, ridges, 255).astype(np.uint8)
    pixels = FingerImage(INDEX, ridges)
    found = minutiae_2005(extract_finger(pixels), INDEX).views[0].minutiae
    near = [one for one in found if abs(one.x - 180) < 8 and abs(one.y - 200) < 8]
    assert [abs(one.angle - 64) < 8 for one in near] == [True]


def test_the_chip_takes_the_index_fingers_and_the_best_other_one_in_place_of_a_missing_one():
    quality = {FingerPosition.RIGHT_INDEX: 20, FingerPosition.LEFT_INDEX: 30, FingerPosition.LEFT_THUMB: 90}
    assert card_fingers(quality) == (FingerPosition.RIGHT_INDEX, FingerPosition.LEFT_INDEX)
    del quality[FingerPosition.RIGHT_INDEX]
    quality[FingerPosition.RIGHT_RING] = 90
    assert card_fingers(quality) == (FingerPosition.RIGHT_RING, FingerPosition.LEFT_INDEX)
    assert card_fingers({FingerPosition.LEFT_LITTLE: 1}) == (FingerPosition.LEFT_LITTLE,)
    assert card_fingers({}) == ()


def test_a_chip_and_a_foreign_record_still_tell_one_finger_from_another():
    mine, again = (extract_finger(finger_impression(7, INDEX, capture)) for capture in (1, 2))
    other = extract_finger(finger_impression(8, INDEX, 1))
    chip = chip_template(read_chip_fingers(write_chip_fingers((chip_finger(mine, INDEX),)))[0])
    bare = minutiae_2005(mine, INDEX)
    foreign = replace(bare, views=(replace(bare.views[0], extended=b""),))
    ((_, record),) = templates_of(foreign)
    for template in (chip, record):
        assert compare_fingers(template, again).score > 3 > 0 > compare_fingers(template, other).score
