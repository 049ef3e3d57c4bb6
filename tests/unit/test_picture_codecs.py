import struct
from io import BytesIO

import _wsq
import numpy as np
import pytest
from PIL import Image
from scipy.ndimage import gaussian_filter

from rekam.biometric import FingerImage, FingerPosition
from rekam.biometric.picture import MOST_BYTES, decode_grey, decode_jp2, decode_wsq, encode_jp2, encode_wsq
from rekam.problem import Problem

THUMB = FingerPosition.RIGHT_THUMB


def texture(height: int, width: int, seed: int = 1) -> np.ndarray:
    blurred = gaussian_filter(np.random.default_rng(seed).normal(size=(height, width)), 2)
    return np.clip(blurred / blurred.std() * 40 + 128, 0, 255).astype(np.uint8)


def code_of(call, *args) -> str:
    with pytest.raises(Problem) as caught:
        call(*args)
    return caught.value.code


@pytest.mark.parametrize(
    "size",
    [(374, 388), (301, 300), (500, 400), (127, 193), (64, 65), (66, 97)],
    ids=lambda s: f"{s[0]}x{s[1]}",
)
def test_our_wsq_reader_agrees_with_the_reference_decoder_of_nist(size):
    pixels = texture(*size)
    content = bytes(_wsq.compress(pixels.tobytes(), *size, 0.75))
    reference = np.frombuffer(_wsq.decompress(content)[0], np.uint8).reshape(size)
    difference = np.abs(decode_wsq(content, THUMB).pixels.astype(int) - reference)
    assert difference.max() <= 1  # float rounding
    assert difference.mean() < 0.01


def test_a_flat_picture_survives_wsq_unchanged():
    flat = np.full((300, 301), 255, np.uint8)
    assert (decode_wsq(encode_wsq(FingerImage(THUMB, flat)), THUMB).pixels == 255).all()


def test_the_decoded_finger_keeps_position_and_resolution_given():
    image = decode_wsq(encode_wsq(FingerImage(THUMB, texture(100, 90))), FingerPosition.LEFT_RING, 1000.0)
    assert (image.position, image.dpi, image.pixels.shape) == (FingerPosition.LEFT_RING, 1000.0, (100, 90))


def test_every_cut_of_a_wsq_file_is_refused():
    content = encode_wsq(FingerImage(THUMB, texture(200, 200)))
    for length in range(0, len(content) - 1, 7):
        assert code_of(decode_wsq, content[:length], THUMB) == "biometric.picture_unreadable"


def test_a_wsq_header_of_65535_squared_is_refused_before_memory_is_taken():
    content = bytearray(encode_wsq(FingerImage(THUMB, texture(100, 100))))
    frame = content.index(b"\xff\xa2")
    content[frame + 6 : frame + 10] = b"\xff\xff\xff\xff"
    assert code_of(decode_wsq, bytes(content), THUMB) == "biometric.picture_too_large"


def test_a_code_table_with_more_codes_than_fit_is_refused():
    content = bytearray(encode_wsq(FingerImage(THUMB, texture(100, 100))))
    table = content.index(b"\xff\xa6")
    content[table + 5] = 3  # three codes of one bit
    assert code_of(decode_wsq, bytes(content), THUMB) == "biometric.picture_unreadable"


def test_jp2_never_exceeds_the_bytes_asked_for():
    for limit in (4_000, 10_000, 25_000):
        assert len(encode_jp2(texture(480, 640), max_bytes=limit)) <= limit


def test_colour_and_grey_come_back_from_jp2_in_their_shape():
    grey = texture(120, 90)
    colour = np.stack([grey, texture(120, 90, 2), texture(120, 90, 3)], axis=2)
    assert np.abs(decode_jp2(encode_jp2(grey, ratio=2.0)).astype(int) - grey).mean() < 2
    back = decode_jp2(encode_jp2(colour, ratio=2.0))
    assert back.shape == (120, 90, 3)
    assert np.abs(back.astype(int) - colour).mean() < 4


def test_a_jp2_whose_codestream_states_another_size_than_its_box_is_refused():
    content = bytearray(encode_jp2(texture(120, 90)))
    size = content.index(b"\xff\x4f\xff\x51") + 8
    content[size : size + 4] = struct.pack(">I", 95)
    assert code_of(decode_jp2, bytes(content)) == "biometric.picture_unreadable"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "JPEG2000"])
def test_grey_is_read_from_every_common_format(kind):
    pixels = texture(150, 140)
    out = BytesIO()
    Image.fromarray(pixels).save(out, kind)
    assert np.abs(decode_grey(out.getvalue()).astype(int) - pixels).mean() < 4


def test_grey_is_read_from_wsq():
    pixels = texture(150, 140)
    assert np.abs(decode_grey(encode_wsq(FingerImage(THUMB, pixels))).astype(int) - pixels).mean() < 4


def test_a_small_png_that_unpacks_to_a_huge_picture_is_refused():
    out = BytesIO()
    Image.new("1", (30_000, 30_000)).save(out, "PNG")
    assert code_of(decode_grey, out.getvalue()) == "biometric.picture_too_large"


def test_sixteen_bit_grey_is_refused_rather_than_clipped():
    out = BytesIO()
    Image.fromarray(np.full((64, 64), 4000, np.uint16)).save(out, "PNG")
    assert code_of(decode_grey, out.getvalue()) == "biometric.picture_unreadable"


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xa0\xff\xa1"]
)
def test_what_is_no_picture_is_refused(content):
    assert code_of(decode_grey, content) == "biometric.picture_unreadable"


def test_a_file_of_too_many_bytes_is_refused_unread():
    assert code_of(decode_grey, b"\xff\xa0" + bytes(MOST_BYTES)) == "biometric.picture_too_large"


def test_a_picture_too_small_for_wsq_is_refused_when_encoding():
    assert code_of(encode_wsq, FingerImage(THUMB, texture(31, 200))) == "biometric.picture_unreadable"
