"""Thinned lines, beside an independent labelling of connected parts."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.ndimage import binary_dilation, label

from rekam.abis.finger.line_end import line_ends
from rekam.abis.finger.thinning import thinned

EIGHT = np.ones((3, 3), bool)
PICTURES = arrays(bool, st.tuples(st.integers(6, 24), st.integers(6, 24)))


def framed(picture):
    picture = picture.copy()
    picture[0] = picture[-1] = picture[:, 0] = picture[:, -1] = False
    return picture


@given(PICTURES)
def test_thinning_only_takes_pixels_away_and_ends(picture):
    lines = framed(picture)
    thin = thinned(lines)

    assert not (thin & ~lines).any()
    assert (thinned(thin) == thin).all()


@given(PICTURES)
def test_thick_lines_stay_connected_as_they_were(picture):
    lines = framed(binary_dilation(picture, EIGHT))
    thin = thinned(lines)
    parts, count = label(lines, EIGHT)

    assert label(thin, EIGHT)[1] == count
    assert set(np.unique(parts[thin])) == set(range(1, count + 1))


@given(st.integers(14, 60), st.integers(1, 3), st.booleans())
def test_a_straight_line_has_two_ends_that_look_at_each_other(length, half, upright):
    lines = np.zeros((80, 80), bool)
    lines[40 - half : 41 + half, 10 : 10 + length + 2 * half] = True
    ends = line_ends(lines.T if upright else lines)

    assert len(ends) == 2
    along = ends[:, 1 if upright else 0]
    way = ends[:, 3 if upright else 2]
    assert np.sign(way[along.argmin()]) == 1
    assert np.sign(way[along.argmax()]) == -1


def test_short_lines_and_breaks_are_no_ends():
    speck = np.zeros((40, 40), bool)
    speck[20, 10:16] = True
    assert len(line_ends(speck)) == 0

    broken = np.zeros((40, 80), bool)
    broken[19:22, 5:38] = True
    broken[19:22, 40:75] = True
    ends = line_ends(broken)
    assert len(ends) == 2
    assert sorted(ends[:, 0] > 40) == [False, True]
