import numpy as np
import pytest
from scipy.ndimage import gaussian_filter, label, map_coordinates

from rekam.biometric import Eye
from rekam.biometric.drawn import degrade, eye_image
from rekam.biometric.drawn.gaze import draw_gaze
from rekam.biometric.drawn.iris import iris_texture
from rekam.biometric.drawn.seed import Stream, stream
from rekam.biometric.picture import decode_jp2, encode_jp2


def sheet(person: int, eye: Eye, capture: int) -> np.ndarray:
    """The lower half of the iris in Daugman's coordinates, by an own unwrapping with the known geometry."""
    gaze = draw_gaze(stream(Stream.EYE_CAPTURE, person, eye, capture), person, eye, None)
    pixels = eye_image(person, eye, capture).pixels.astype(float)
    angle = np.deg2rad(np.linspace(200, 340, 200))[None, :]
    share = np.linspace(0.15, 0.8, 24)[:, None]
    inner_x = gaze.pupil_off[0] + gaze.pupil_radius * np.cos(angle)
    inner_y = gaze.pupil_off[1] - gaze.pupil_radius * np.sin(angle)
    x = (1 - share) * inner_x + share * gaze.iris_radius * np.cos(angle)
    y = (1 - share) * inner_y - share * gaze.iris_radius * np.sin(angle)
    column = gaze.place[0] + np.cos(gaze.turn) * x - np.sin(gaze.turn) * y
    row = gaze.place[1] + np.sin(gaze.turn) * x + np.cos(gaze.turn) * y
    values = map_coordinates(pixels, [row, column], order=1)
    return values - values.mean(axis=1, keepdims=True)


def likeness(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.corrcoef(a.ravel(), b.ravel())[0, 1])


def test_the_same_capture_is_drawn_twice_alike_and_another_one_differs():
    first = eye_image(3, Eye.RIGHT, 0)
    assert np.array_equal(first.pixels, eye_image(3, Eye.RIGHT, 0).pixels)
    assert not np.array_equal(first.pixels, eye_image(3, Eye.RIGHT, 1).pixels)
    assert first.pixels.shape == (480, 640)
    assert first.eye is Eye.RIGHT


@pytest.mark.parametrize("person", range(6))
def test_two_captures_of_an_eye_show_one_texture_in_polar_coordinates(person):
    assert likeness(sheet(person, Eye.LEFT, 0), sheet(person, Eye.LEFT, 1)) > 0.75


def test_left_right_and_other_persons_eyes_have_nothing_in_common():
    eyes = [sheet(person, eye, 0) for person in range(5) for eye in Eye]
    across = [likeness(eyes[a], eyes[b]) for a in range(len(eyes)) for b in range(a)]
    assert max(across) < 0.45
    assert abs(np.mean(across)) < 0.12


def test_the_texture_closes_on_itself():
    texture = iris_texture(4, Eye.LEFT)
    seam = np.abs(texture[:, 0] - texture[:, -1]).mean()
    inside = np.abs(np.diff(texture, axis=1)).mean()
    assert seam < 2.5 * inside


def test_a_shut_eye_hides_the_pupil():
    wide, shut = (eye_image(3, Eye.RIGHT, 0, opening=opening).pixels for opening in (1.0, 0.0))
    assert largest_dark_area(wide) > 3000
    assert largest_dark_area(shut) < 300


def largest_dark_area(pixels: np.ndarray) -> int:
    areas, _ = label(pixels < 45)
    return int(np.bincount(areas.ravel())[1:].max(initial=0))


def test_the_pupil_is_darkest_and_of_the_stated_radius():
    gaze = draw_gaze(stream(Stream.EYE_CAPTURE, 3, Eye.RIGHT, 0), 3, Eye.RIGHT, None)
    area = largest_dark_area(eye_image(3, Eye.RIGHT, 0).pixels)
    # Reflections take a little of the disc.
    assert 0.8 * np.pi * gaze.pupil_radius**2 < area < 1.15 * np.pi * gaze.pupil_radius**2


def test_the_pupil_widens_and_narrows_between_captures():
    shares = []
    for capture in range(30):
        gaze = draw_gaze(stream(Stream.EYE_CAPTURE, 3, Eye.LEFT, capture), 3, Eye.LEFT, None)
        shares.append(gaze.pupil_radius / gaze.iris_radius)
        assert abs(np.rad2deg(gaze.turn)) <= 5.0
    assert 0.02 < np.std(shares) < 0.06
    assert 0.24 <= min(shares) <= max(shares) <= 0.62


def test_an_eye_fits_into_25_kilobytes_of_jp2_and_keeps_its_texture():
    image = eye_image(6, Eye.LEFT, 0)
    content = encode_jp2(image.pixels, max_bytes=25_000)
    assert len(content) <= 25_000
    assert np.abs(decode_jp2(content).astype(float) - image.pixels).mean() < 4


def test_a_poor_device_blurs_the_eye():
    sharp = eye_image(6, Eye.LEFT, 0)
    poor = degrade(sharp, 0.3)
    contrast = [gaussian_filter(image.pixels.astype(float), 2).std() for image in (poor, sharp)]
    assert contrast[0] < 0.7 * contrast[1]
    assert poor.eye is Eye.LEFT
