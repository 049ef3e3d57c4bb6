"""The kernels of stage one against their NumPy twins, on codes that no eye or finger ever had."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rekam.abis.search.columns import Columns
from rekam.abis.search.evidence import iris_cut
from rekam.abis.search.probes import Probes
from rekam.abis.search.stage_one import AS_LABELLED, HANDS_SWAPPED, Look, likeliest, rough_scores
from rekam.abis.search.twin import plain_faces, plain_fingers, plain_irises, plain_mixed_fingers, plain_scores

FIT = (13.0, -0.5)
"""A face's evidence a unit of cosine, and at cosine 0."""
WORLD = st.tuples(st.integers(0, 2**32), st.sampled_from(["shared", "any", "thin"]))


def crowd(seed: int, masks: str, people: int = 37, probes: int = 3) -> tuple[Probes, Columns]:
    """People with fingers, irises and faces missing here and there; the probes are some of them with other noise."""
    dice = np.random.default_rng(seed)

    def words(*shape: int) -> np.ndarray:
        return dice.integers(0, 2**64, shape, dtype=np.uint64)

    fingers = words(people, 10, 8) * (dice.random((people, 10, 1)) < 0.8)
    thick = (
        words(people, 2, 32) | words(people, 2, 32)
        if masks != "thin"
        else words(people, 2, 32) & words(people, 2, 32)
    )
    if masks == "shared":
        lines = thick.reshape(people, 2, 8, 2, 2)
        lines[:, :, :, 1] = lines[:, :, :, 0]
    irises = np.stack([words(people, 2, 32), thick * (dice.random((people, 2, 1)) < 0.8)], axis=2)
    faces = (dice.integers(-40, 41, (people, 128)) * (dice.random((people, 1)) < 0.8)).astype(np.int8)
    columns = Columns(fingers, irises, faces, dice.random(people) < 0.9)
    who = dice.integers(0, people, probes)
    noise = words(probes, 10, 8) & words(probes, 10, 8) & words(probes, 10, 8)
    seen = irises[who].copy()
    level = int(dice.integers(2, 4))  # a quarter or an eighth of the bits, some turned a few columns
    flips = words(probes, 2, 32)
    for _ in range(level - 1):
        flips &= words(probes, 2, 32)
    seen[:, :, 0] ^= flips
    probe_fingers = np.where(fingers[who].any(axis=2, keepdims=True), fingers[who] ^ noise, 0).astype(
        np.uint64
    )
    return Probes.of_rows(probe_fingers, seen, faces[who]), columns


@given(WORLD, st.sampled_from([-1e30, -20.0, 0.0, 0.4, 9.7, 18.4, 60.0]), st.booleans())
@settings(max_examples=40, deadline=None)
def test_abandoning_early_changes_no_result_at_the_least_total(world, least, fingers):
    probes, columns = crowd(*world)
    order = AS_LABELLED if fingers else ()

    hasty = rough_scores(probes, columns, 0, len(columns), Look(order, least=least, hasty=True))
    patient = rough_scores(probes, columns, 0, len(columns), Look(order, least=least, hasty=False))

    reaching = patient >= least
    np.testing.assert_array_equal(hasty[reaching], patient[reaching])
    assert (hasty[~reaching] < least).all()


@given(WORLD, st.sampled_from([0.0, 18.4, 40.0]))
@settings(max_examples=25, deadline=None)
def test_hasty_and_patient_searches_keep_the_same_people(world, least):
    probes, columns = crowd(*world)

    hasty = likeliest(probes, columns, 6, look=Look(least=least))
    patient = likeliest(probes, columns, 6, look=Look(least=least, hasty=False))

    np.testing.assert_array_equal(hasty[0], patient[0])
    np.testing.assert_array_equal(hasty[1], patient[1])
    assert (hasty[1][hasty[0] >= 0] >= least).all()


@given(WORLD)
@settings(max_examples=25, deadline=None)
def test_irises_score_as_numpy_says(world):
    probes, columns = crowd(*world)
    only = Look(fingers=())

    found = rough_scores(probes, columns, 0, len(columns), only)

    wanted = plain_irises(probes, columns, 0) + plain_irises(probes, columns, 1)
    # A strength on the edge between two steps of the table may fall on either side.
    np.testing.assert_allclose(found, wanted, atol=0.12)
    assert (found > 0).any() == (wanted > 0).any()


@given(WORLD, st.sampled_from([AS_LABELLED, HANDS_SWAPPED]))
@settings(max_examples=25, deadline=None)
def test_fingers_score_as_numpy_says(world, order):
    probes, columns = crowd(*world)

    found = rough_scores(probes, columns, 0, len(columns), Look(order, irises=False))

    np.testing.assert_allclose(found, plain_fingers(probes, columns, np.array(order)), rtol=1e-5, atol=1e-4)


@given(WORLD)
@settings(max_examples=15, deadline=None)
def test_fingers_in_any_order_score_as_numpy_says(world):
    probes, columns = crowd(*world)

    found = rough_scores(probes, columns, 0, len(columns), Look(None, irises=False))

    np.testing.assert_allclose(found, plain_mixed_fingers(probes, columns), rtol=1e-5, atol=1e-4)


@given(WORLD)
@settings(max_examples=15, deadline=None)
def test_faces_score_as_numpy_says(world):
    probes, columns = crowd(*world)

    found = rough_scores(probes, columns, 0, len(columns), Look((), irises=False, face=FIT))

    wanted = plain_faces(probes, columns, FIT)
    np.testing.assert_allclose(found, wanted, rtol=1e-5, atol=1e-4)


@given(WORLD, st.integers(1, 3), st.integers(1, 12))
@settings(max_examples=20, deadline=None)
def test_the_likeliest_are_the_living_with_the_greatest_scores(world, threads, most):
    probes, columns = crowd(*world)

    rows, scores = likeliest(probes, columns, most, threads=threads)

    everybody = rough_scores(probes, columns, 0, len(columns))
    for probe in range(len(probes)):
        alive = everybody[probe][columns.live]
        np.testing.assert_array_equal(scores[probe], np.sort(alive)[::-1][:most])
        assert columns.live[rows[probe]].all()
        np.testing.assert_array_equal(everybody[probe][rows[probe]], scores[probe])


def test_all_parts_together_are_their_sum():
    probes, columns = crowd(11, "shared", people=200)

    found = rough_scores(probes, columns, 0, len(columns), Look(face=FIT))

    np.testing.assert_allclose(found, plain_scores(probes, columns, np.arange(10), FIT), atol=0.2)


def test_a_gallery_smaller_than_the_list_leaves_empty_places():
    probes, columns = crowd(5, "any", people=4)

    rows, _ = likeliest(probes, columns, 9)

    assert (rows[:, int(columns.live.sum()) :] == -1).all()


def test_columns_mapped_for_reading_only_are_searched_alike():
    probes, columns = crowd(6, "shared")
    for array in (columns.fingers, columns.irises, columns.faces, columns.live):
        array.flags.writeable = False

    rows, scores = likeliest(probes, columns, 5)

    everybody = rough_scores(*crowd(6, "shared"), 0, len(columns))
    np.testing.assert_array_equal(scores[0], np.sort(everybody[0][columns.live])[::-1][:5])
    assert rows.shape == (3, 5)


@pytest.mark.parametrize("common", [300, 900, 1700, 2048])
def test_no_iris_below_the_cut_can_pass_it_with_the_bits_to_come(common: int):
    # The bound behind abandoning: for a fixed number of differing bits, more common bits only make it stronger.
    cut, _ = iris_cut()
    differing = np.arange(0, common // 2)

    strength = (common - 2 * differing) ** 2 / common
    fewer = (common - 50 - 2 * differing).clip(0) ** 2 / (common - 50)

    assert (fewer <= strength).all()
    assert (strength >= cut).any()
