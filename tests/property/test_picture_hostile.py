from io import BytesIO

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from scipy.ndimage import gaussian_filter

from rekam.biometric import FingerImage, FingerPosition
from rekam.biometric.picture import decode_grey, encode_jp2, encode_wsq
from rekam.problem import Problem


def _files() -> list[bytes]:
    blurred = gaussian_filter(np.random.default_rng(3).normal(size=(96, 90)), 2)
    pixels = np.clip(blurred / blurred.std() * 40 + 128, 0, 255).astype(np.uint8)
    out = [encode_wsq(FingerImage(FingerPosition.LEFT_THUMB, pixels)), encode_jp2(pixels, ratio=4.0)]
    for kind in ("PNG", "JPEG"):
        stream = BytesIO()
        Image.fromarray(pixels).save(stream, kind)
        out.append(stream.getvalue())
    return out


FILES = _files()


@settings(max_examples=600, deadline=None)
@given(
    which=st.integers(0, len(FILES) - 1),
    changes=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=6),
    keep=st.floats(0, 1),
    tail=st.binary(max_size=40),
)
def test_a_damaged_file_gives_a_picture_or_a_problem_and_nothing_else(which, changes, keep, tail):
    content = bytearray(FILES[which])
    for place, value in changes:
        content[int(place**2 * (len(content) - 1))] = value
    damaged = bytes(content[: int(keep * len(content))] if keep < 0.8 else content) + tail
    try:
        pixels = decode_grey(damaged)
    except Problem as problem:
        assert problem.code.startswith("biometric.picture_")  # noqa: PT017 - either outcome is right
    else:
        assert pixels.dtype == np.uint8
        assert pixels.ndim == 2


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_random_bytes_behind_a_wsq_start_are_refused(tail):
    try:
        decode_grey(b"\xff\xa0" + tail)
    except Problem as problem:
        assert problem.code.startswith("biometric.picture_")  # noqa: PT017 - either outcome is right
