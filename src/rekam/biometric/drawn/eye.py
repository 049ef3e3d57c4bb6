import numpy as np
from scipy.ndimage import gaussian_filter

from rekam.biometric.drawn import parameters as p
from rekam.biometric.drawn.field import Field, ramp, sample_linear, smooth_noise
from rekam.biometric.drawn.gaze import Gaze, draw_gaze
from rekam.biometric.drawn.iris import iris_texture
from rekam.biometric.drawn.lid import lashes
from rekam.biometric.drawn.seed import Stream, stream
from rekam.biometric.image import EyeImage
from rekam.biometric.position import Eye

_SHAPE = (p.EYE_HEIGHT, p.EYE_WIDTH)


def eye_image(person: int, eye: Eye, capture: int, *, opening: float | None = None) -> EyeImage:
    """One near-infrared picture of a synthetic eye, 640x480 pixels.

    Args:
        person: Number of the synthetic person, zero or more.
        eye: Right or left; their textures have nothing in common.
        capture: Number of the capture; gaze, head tilt, pupil, lids, focus and noise differ.
        opening: 0 = shut, 1 = as wide as usual; drawn near 1 when not given.

    Returns:
        The same arguments always give the same picture. The iris texture in polar coordinates is that of the eye.
    """
    rng = stream(Stream.EYE_CAPTURE, person, eye, capture)
    gaze = draw_gaze(rng, person, eye, opening)
    x = (np.arange(p.EYE_WIDTH, dtype=np.float32) - np.float32(gaze.place[0]))[None, :]
    y = (np.arange(p.EYE_HEIGHT, dtype=np.float32) - np.float32(gaze.place[1]))[:, None]
    cos, sin = np.float32(np.cos(gaze.turn)), np.float32(np.sin(gaze.turn))
    # The frame of the upright head.
    head_x, head_y = cos * x + sin * y, cos * y - sin * x

    own = stream(Stream.EYE_SHAPE, person, eye)
    ball = _eyeball(rng, person, eye, gaze, head_x, head_y)
    upper, lower = gaze.lids.edges(head_x)
    skin = _skin(own, head_x, upper - head_y, head_y - lower, gaze.lids.half)
    open_ = ramp(head_y - upper, -1.2, 1.2) * ramp(lower - head_y, -1.2, 1.2)
    open_ *= ramp(np.abs(head_x), gaze.lids.half, gaze.lids.half - 4.0)
    # The lid throws its shadow on the ball.
    shade = 0.62 + 0.38 * ramp(head_y - upper, -2.0, 26.0)
    grey = skin + (ball * shade - skin) * open_
    lash = lashes(own, gaze.lids, gaze.place, gaze.openness, _SHAPE)
    grey += (p.LASH_GREY - grey) * np.minimum(1, 1.15 * lash)
    grey = _glints(grey, gaze, open_)
    grey = gaussian_filter(grey.astype(np.float32), gaze.blur)
    grey += np.float32(p.EYE_NOISE) * rng.standard_normal(_SHAPE, np.float32)
    return EyeImage(eye, np.clip(grey, 0, 255).astype(np.uint8))


def _eyeball(rng: np.random.Generator, person: int, eye: Eye, gaze: Gaze, x: Field, y: Field) -> Field:
    """Pupil, iris and sclera as if there were no lids."""
    from_iris = np.hypot(x, y)
    veins = smooth_noise(rng, _SHAPE, 20.0)
    rounding = np.clip((from_iris / np.float32(gaze.iris_radius) - 1) / np.float32(1.4), 0, 1)
    ball = p.SCLERA_GREY - 34.0 * rounding * np.sqrt(rounding) + 2.5 * veins
    # Only the square around the iris needs polar coordinates.
    reach = gaze.iris_radius + 8.0
    left, top = (max(0, int(place - reach)) for place in gaze.place)
    box = (slice(top, int(gaze.place[1] + reach) + 1), slice(left, int(gaze.place[0] + reach) + 1))
    limbus = ramp(from_iris[box], gaze.iris_radius - 3.0, gaze.iris_radius + 5.0)
    iris = _iris(person, eye, gaze, x[box], y[box])
    ball[box] = iris + (ball[box] - iris) * limbus
    return np.asarray(ball, np.float32)


def _iris(person: int, eye: Eye, gaze: Gaze, x: Field, y: Field) -> Field:
    """The iris stretched between pupil and rim like a rubber sheet (Daugman), and the pupil."""
    ray = np.arctan2(-y, x)
    # The rim of the pupil along each ray from the iris centre; its offset is small against its radius.
    pupil_rim = gaze.pupil_radius + gaze.pupil_off[0] * np.cos(ray) - gaze.pupil_off[1] * np.sin(ray)
    outwards = (np.hypot(x, y) - pupil_rim) / (gaze.iris_radius - pupil_rim)
    texture = iris_texture(person, eye)
    wrapped = np.concatenate([texture, texture[:, :2]], axis=1)
    column = np.mod(ray, np.float32(2 * np.pi)) * np.float32(p.TEXTURE_RAYS / (2 * np.pi))
    ring = outwards * np.float32(p.TEXTURE_RINGS - 1)
    grey = gaze.iris_grey + p.IRIS_CONTRAST * sample_linear(wrapped, column, ring.astype(np.float32))
    from_pupil = np.hypot(x - np.float32(gaze.pupil_off[0]), y - np.float32(gaze.pupil_off[1]))
    pupil = ramp(from_pupil, gaze.pupil_radius + 1.5, gaze.pupil_radius - 1.5)
    return np.asarray(grey + (p.PUPIL_GREY - grey) * pupil, np.float32)


def _skin(own: np.random.Generator, x: Field, above: Field, below: Field, half: float) -> Field:
    """Lids and cheek: folds along the lids, pores, the brow's shadow."""
    texture = 3.0 * smooth_noise(own, _SHAPE, 6.0) + 5.0 * smooth_noise(own, _SHAPE, 48.0)
    fold = p.UPPER_FOLD * (1 + 0.15 * float(own.standard_normal()))
    skin = p.SKIN_GREY + texture - 0.05 * np.abs(x)
    skin -= 34.0 * np.exp(-(((above - fold) / 6.0) ** 2)) * ramp(np.abs(x), 270.0, 120.0)
    skin -= 16.0 * np.exp(-(((below - 34.0) / 11.0) ** 2)) * ramp(np.abs(x), 250.0, 80.0)
    skin += 12.0 * np.exp(-(((below - 8.0) / 6.0) ** 2)) * ramp(np.abs(x), 300.0, 200.0)
    # The lids' wet margins, and the shadow under the brow.
    between_corners = ramp(np.abs(x), half + 4.0, half - 30.0)
    skin -= 26.0 * np.exp(-((above / 5.0) ** 2)) * between_corners
    skin -= 40.0 * ramp(above, 120.0, 210.0)
    return np.asarray(skin, np.float32)


def _glints(grey: Field, gaze: Gaze, open_: Field) -> Field:
    """The reflections of the two light sources in the cornea, with their glow."""
    out = grey.copy()
    reach = int(p.GLINT_RADIUS + 3)
    for side in (-1.0, 1.0):
        x, y = gaze.glint[0] + side * p.GLINT_OFF, gaze.glint[1]
        box = (slice(int(y) - reach, int(y) + reach + 2), slice(int(x) - reach, int(x) + reach + 2))
        rows, columns = np.mgrid[box]
        distance = np.hypot(columns - x, rows - y).astype(np.float32)
        out[box] += (
            (252.0 - out[box]) * ramp(distance, p.GLINT_RADIUS + 1.5, p.GLINT_RADIUS - 1.0) * open_[box]
        )
    return out
