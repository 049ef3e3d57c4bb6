import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rekam.biometric import Eye, FingerPosition
from rekam.biometric.drawn import eye_image, finger_impression, portrait, signature

PERSONS = st.integers(0, 2**40)


@settings(max_examples=12, deadline=None)
@given(PERSONS, st.sampled_from(FingerPosition), st.integers(0, 50), st.floats(0, 1))
def test_any_finger_is_a_dark_print_inside_a_white_window(person, position, impression, wear):
    pixels = finger_impression(person, position, impression, wear=wear).pixels
    border = np.concatenate([pixels[:4, :40].ravel(), pixels[-4:, -40:].ravel()])
    assert border.mean() > 230
    assert 80 < pixels[200:300, 150:250].mean() < 225
    assert pixels[200:300, 150:250].std() > 25


@settings(max_examples=25, deadline=None)
@given(PERSONS, st.sampled_from(Eye), st.integers(0, 50), st.none() | st.floats(0, 1.2))
def test_any_eye_can_be_drawn(person, eye, capture, opening):
    pixels = eye_image(person, eye, capture, opening=opening).pixels
    assert (pixels.shape, pixels.dtype) == ((480, 640), np.uint8)
    assert pixels.std() > 8


@settings(max_examples=40, deadline=None)
@given(PERSONS, st.sampled_from("LP"), st.integers(16, 110), st.integers(1900, 2020), st.integers(0, 9))
def test_any_portrait_can_be_drawn(person, sex, age, birth_year, capture):
    pixels = portrait(person, sex=sex, age=age, birth_year=birth_year, capture=capture).pixels
    # Skin is warmer than the shadow of the hair and lies in the middle of the face.
    red, green, blue = pixels[330:350, 190:200].reshape(-1, 3).mean(axis=0)
    assert red > green > blue


@settings(max_examples=40, deadline=None)
@given(PERSONS, st.text(max_size=60))
def test_any_name_can_be_signed(person, name):
    assert signature(person, name).startswith(b"\x89PNG")
