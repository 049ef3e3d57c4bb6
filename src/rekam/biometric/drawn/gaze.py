from dataclasses import dataclass

import numpy as np

from rekam.biometric.drawn import parameters as p
from rekam.biometric.drawn.lid import Lids
from rekam.biometric.drawn.seed import Stream, stream
from rekam.biometric.position import Eye


@dataclass(frozen=True, slots=True)
class Gaze:
    """Where and how one eye stands in one picture; lengths in pixels, angles in radians.

    Attributes:
        place: Centre of the iris.
        turn: Tilt of the head.
        iris_radius: Radius of the iris.
        pupil_radius: Radius of the pupil.
        pupil_off: Pupil's centre from the iris centre, in the head's frame.
        iris_grey: Mean grey of the iris.
        lids: The opening.
        openness: 0 = shut, 1 = as wide as usual.
        glint: Middle between the two reflections.
        blur: Standard deviation of the blur.
    """

    place: tuple[float, float]
    turn: float
    iris_radius: float
    pupil_radius: float
    pupil_off: tuple[float, float]
    iris_grey: float
    lids: Lids
    openness: float
    glint: tuple[float, float]
    blur: float


def draw_gaze(rng: np.random.Generator, person: int, eye: Eye, opening: float | None) -> Gaze:
    """The eye's own shape (the same for both eyes, mirrored) with the scatter of one capture.

    Args:
        rng: Source of the scatter.
        person: Whose eye.
        eye: Which; the nose lies to the right of a right eye's picture.
        opening: 0-1, or ``None`` to draw it.
    """
    # Plain numbers: a 64-bit scalar would widen every field that it meets.
    own = stream(Stream.EYE_SHAPE, person).standard_normal(12).tolist()
    n = rng.standard_normal(12).tolist()
    nose = 1.0 if eye is Eye.RIGHT else -1.0
    radius = p.IRIS_RADIUS + p.IRIS_RADIUS_SPREAD * float(np.clip(own[0], -2, 2))
    radius += p.EYE_DISTANCE_SPREAD * float(np.clip(n[0], -2, 2))
    share = p.PUPIL_SHARE + p.PUPIL_SHARE_OWN * own[1] + p.PUPIL_SHARE_SPREAD * n[1]
    share = float(np.clip(share, p.PUPIL_SHARE_LEAST, p.PUPIL_SHARE_MOST))
    openness = opening if opening is not None else float(np.clip(1 + p.LID_CAPTURE_SPREAD * n[2], 0, 1.15))
    tilt = float(np.clip(p.HEAD_TURN_SPREAD * n[3], -p.HEAD_TURN_MOST, p.HEAD_TURN_MOST))
    place = (
        p.EYE_WIDTH / 2 + p.GAZE_SPREAD * float(np.clip(n[4], -2, 2)),
        p.EYE_HEIGHT / 2 + 8.0 + p.GAZE_SPREAD * float(np.clip(n[5], -2, 2)),
    )
    upper = p.UPPER_LID + p.UPPER_LID_SPREAD * float(np.clip(own[2], -2, 2))
    lower = p.LOWER_LID + p.LOWER_LID_SPREAD * float(np.clip(own[3], -2, 2))
    # A closing upper lid comes down to the lower one, which hardly moves.
    closed = (lower + 0.1) * (1 - openness)
    lids = Lids(
        half=p.LID_HALF_WIDTH * radius * (1 + 0.04 * own[4]),
        upper=radius * (upper * openness - closed * 0.9),
        lower=radius * lower * (1 - 0.05 * (1 - openness)),
        lean=0.14 * nose,
        slant=-nose * radius * (0.10 + 0.04 * own[5]),
    )
    return Gaze(
        place=place,
        turn=float(np.deg2rad(tilt)),
        iris_radius=radius,
        pupil_radius=share * radius,
        pupil_off=(radius * p.PUPIL_OFF * (nose + 0.5 * own[6]), radius * p.PUPIL_OFF * 0.6 * own[7]),
        iris_grey=p.IRIS_MEAN + p.IRIS_MEAN_SPREAD * float(own[8]),
        lids=lids,
        openness=openness,
        glint=(place[0] + 5.0 * n[6], place[1] - 0.12 * radius + 4.0 * n[7]),
        blur=float(max(0.4, p.EYE_BLUR + p.EYE_BLUR_SPREAD * n[8])),
    )
