"""Which point of the skin lies under each pixel: the finger's turn and place, and the skin's plastic drag."""

from dataclasses import dataclass

import numpy as np

from rekam.biometric.drawn import parameters as p
from rekam.biometric.drawn.field import Field, smooth_noise
from rekam.biometric.drawn.finger_class import digit_of
from rekam.biometric.position import FingerPosition


@dataclass(frozen=True, slots=True)
class Touch:
    """How a finger was laid on the window.

    Attributes:
        place: Centre of the contact area in the picture, pixels.
        half: Half axes of the contact area, pixels.
        turn: Rotation, radians.
        skin: Point of the master under that centre, pixels.
        drag: Drag of the outer skin against the part that sticks, pixels.
        twist: Torsion of the outer skin, radians.
        pressure: 0-1.
    """

    place: tuple[float, float]
    half: tuple[float, float]
    turn: float
    skin: tuple[float, float]
    drag: tuple[float, float]
    twist: float
    pressure: float


def draw_touch(
    rng: np.random.Generator, position: FingerPosition, middle: tuple[float, float], pressure: float | None
) -> Touch:
    """A cooperative touch with its natural scatter.

    Args:
        rng: Source of the scatter.
        position: Thumbs are laid on wider, little fingers smaller.
        middle: Core region of the master, pixels.
        pressure: 0-1, or ``None`` to draw it.
    """
    n = rng.standard_normal(10).tolist()
    if pressure is None:
        pressure = float(np.clip(p.PRESSURE_MEAN + p.PRESSURE_SPREAD * n[0], 0, 1))
    grow = p.FINGER_SIZE[digit_of(position)] * (1 + p.CONTACT_PRESSURE * (2 * pressure - 1))
    turn = np.clip(p.ROTATION_SPREAD * n[1], -p.ROTATION_MOST, p.ROTATION_MOST)
    half = (
        p.CONTACT_HALF_WIDTH * grow * (1 + 0.03 * n[2]),
        p.CONTACT_HALF_HEIGHT * grow * (1 + 0.03 * n[3]),
    )
    return Touch(
        place=(p.FINGER_WIDTH / 2 + p.SHIFT_SPREAD_X * n[4], p.FINGER_HEIGHT / 2 + p.SHIFT_SPREAD_Y * n[5]),
        half=half,
        turn=float(np.deg2rad(turn)),
        skin=(middle[0] + p.ROLL_SPREAD * n[6], middle[1] + p.CONTACT_BELOW_CORE + p.ROLL_SPREAD * n[7]),
        drag=(p.PLASTIC_SHIFT * n[8], p.PLASTIC_SHIFT * n[9]),
        twist=float(np.deg2rad(p.PLASTIC_TURN) * rng.standard_normal()),
        pressure=pressure,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Skin:
    """Skin under each pixel: coordinates in master pixels, and the distance from the contact's middle (1 = rim)."""

    x: Field
    y: Field
    rim: Field


def skin_under(rng: np.random.Generator, touch: Touch) -> Skin:
    """Maps the window onto the master.

    The middle of the contact sticks to the glass; outside it the skin follows the finger's drag and torsion more and
    more (Cappelli, Maio, Maltoni 2001).
    """
    shape = (p.FINGER_HEIGHT, p.FINGER_WIDTH)
    dx = (np.arange(shape[1], dtype=np.float32) - np.float32(touch.place[0]))[None, :]
    dy = (np.arange(shape[0], dtype=np.float32) - np.float32(touch.place[1]))[:, None]
    cos, sin = np.float32(np.cos(touch.turn)), np.float32(np.sin(touch.turn))
    x, y = cos * dx + sin * dy, cos * dy - sin * dx

    power = np.float32(p.CONTACT_POWER)
    across, along = np.abs(x) / np.float32(touch.half[0]), np.abs(y) / np.float32(touch.half[1])
    rim = (across**power + along**power) ** (1 / power)
    stuck = np.clip(
        (np.hypot(across, along) - np.float32(p.PLASTIC_CORE)) / np.float32(p.PLASTIC_BRAKE), 0, 1
    )
    brake = (0.5 - 0.5 * np.cos(np.float32(np.pi) * stuck)).astype(np.float32)
    twist_cos, twist_sin = np.float32(np.cos(touch.twist) - 1), np.float32(np.sin(touch.twist))
    moved_x = x + brake * (twist_cos * x - twist_sin * y + np.float32(touch.drag[0]))
    moved_y = y + brake * (twist_sin * x + twist_cos * y + np.float32(touch.drag[1]))
    noise = smooth_noise(rng, shape, p.CONTACT_EDGE_CELL)
    return Skin(
        np.asarray(moved_x + np.float32(touch.skin[0]), np.float32),
        np.asarray(moved_y + np.float32(touch.skin[1]), np.float32),
        rim + np.float32(p.CONTACT_EDGE_NOISE) * noise,
    )
