from io import BytesIO

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from rekam.abis.finger.binding import mend_binding
from rekam.abis.finger.fast_png import fast_png


@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 10**6))
def test_every_reader_gets_the_same_pixels_back(height: int, width: int, seed: int):
    grey = np.random.default_rng(seed).integers(0, 256, (height, width), dtype=np.uint8)

    with Image.open(BytesIO(fast_png(grey))) as picture:
        assert picture.mode == "L"
        np.testing.assert_array_equal(np.asarray(picture), grey)


def test_the_binding_that_is_installed_is_the_one_that_is_mended():
    assert mend_binding()
