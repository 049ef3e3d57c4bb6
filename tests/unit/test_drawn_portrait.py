import io

import numpy as np
import pytest
from PIL import Image

from rekam.biometric.drawn import portrait, signature
from rekam.biometric.drawn.face import draw_face
from rekam.biometric.picture import decode_grey, decode_jp2, encode_jp2


def corner(pixels: np.ndarray) -> np.ndarray:
    return pixels[:60, :40].reshape(-1, 3).mean(axis=0)


def test_odd_years_stand_before_red_and_even_years_before_blue():
    red, _, blue = corner(portrait(1, sex="L", age=30, birth_year=1991).pixels)
    assert red > 2 * blue
    red, _, blue = corner(portrait(1, sex="L", age=30, birth_year=1992).pixels)
    assert blue > 2 * red


def test_the_picture_is_three_to_four_and_the_same_each_time():
    first = portrait(2, sex="P", age=40, birth_year=1985).pixels
    assert first.shape == (640, 480, 3)
    assert np.array_equal(first, portrait(2, sex="P", age=40, birth_year=1985).pixels)


def test_persons_differ_more_than_captures_of_one_person():
    def middle(person: int, capture: int) -> np.ndarray:
        return (
            portrait(person, sex="L", age=35, birth_year=1990, capture=capture)
            .pixels[140:480, 100:380]
            .astype(float)
        )

    same = [np.abs(middle(k, 0) - middle(k, 1)).mean() for k in range(6)]
    other = [np.abs(middle(k, 0) - middle(k + 1, 0)).mean() for k in range(6)]
    assert np.mean(other) > 1.5 * np.mean(same)


def test_hair_turns_grey_with_age_and_the_face_stays():
    young, old = (draw_face(11, sex="L", age=age, headscarf=None) for age in (25, 75))
    assert sum(old.hair) > sum(young.hair) + 150
    assert (young.width, young.nose_length, young.skin) == (old.width, old.nose_length, old.skin)


def test_only_women_wear_a_headscarf_and_the_caller_may_decide():
    assert not any(draw_face(k, sex="L", age=30, headscarf=True).covered for k in range(20))
    by_number = [draw_face(k, sex="P", age=30, headscarf=None).covered for k in range(200)]
    assert 0.5 < np.mean(by_number) < 0.8
    assert not any(draw_face(k, sex="P", age=30, headscarf=False).covered for k in range(20))


def test_a_portrait_fits_into_40_kilobytes_of_jp2():
    pixels = portrait(5, sex="P", age=50, birth_year=1975).pixels
    content = encode_jp2(pixels, max_bytes=40_000)
    assert len(content) <= 40_000
    assert np.abs(decode_jp2(content).astype(float) - pixels).mean() < 5


@pytest.mark.parametrize(
    "name", ["Suharto", "Ni Wayan Sari", "A", "", "Muhammad Rizki Ramadhan bin Abdullah"]
)
def test_a_signature_is_black_strokes_on_white(name):
    picture = Image.open(io.BytesIO(signature(4, name)))
    assert (picture.format, picture.mode, picture.size) == ("PNG", "L", (600, 200))
    pixels = decode_grey(signature(4, name))
    ink = (pixels < 128).mean()
    assert 0.005 < ink < 0.12
    assert pixels[0].min() == 255


def test_signatures_belong_to_person_and_name():
    assert signature(4, "Budi") == signature(4, "Budi")
    assert len({signature(4, "Budi"), signature(5, "Budi"), signature(4, "Sari")}) == 3
