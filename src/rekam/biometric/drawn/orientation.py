"""The flow of the ridges: Sherlock and Monro's zero-pole field with Vizcaya and Gerhardt's correction."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.biometric.drawn import parameters as p
from rekam.biometric.drawn.field import Field, smooth_noise
from rekam.biometric.drawn.finger_class import FingerClass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Singularities:
    """Cores and deltas in master pixels (x right, y down); empty for an arch."""

    cores: tuple[Point, ...]
    deltas: tuple[Point, ...]
    middle: Point


def draw_singularities(rng: np.random.Generator, kind: FingerClass, *, right_hand: bool) -> Singularities:
    """Places cores and deltas as the class demands.

    Args:
        rng: Source of the places.
        kind: Class of the finger.
        right_hand: On the right hand an ulnar loop opens to the right of the picture, on the left to the left.
    """
    x = p.MASTER_WIDTH / 2 + p.CORE_SPREAD * rng.standard_normal()
    y = p.MASTER_HEIGHT * p.CORE_Y + p.CORE_SPREAD * rng.standard_normal()
    a, b, c, d, e = rng.standard_normal(5)
    if kind is FingerClass.ARCH:
        return Singularities((), (), (x, y))
    if kind is FingerClass.TENTED_ARCH:
        below = (x + 5.0 * a, y + p.TENTED_DELTA_DY + p.TENTED_DELTA_SPREAD * b)
        return Singularities(((x, y),), (below,), (x, y))
    if kind is FingerClass.WHORL:
        half = (p.WHORL_CORES_DY + p.WHORL_CORES_SPREAD * a) / 2
        lean = 8.0 * b
        down = y + p.WHORL_DELTA_DY
        deltas = (
            (x - p.WHORL_DELTA_DX + p.WHORL_DELTA_SPREAD * c, down + p.WHORL_DELTA_SPREAD * d),
            (x + p.WHORL_DELTA_DX + p.WHORL_DELTA_SPREAD * d, down + p.WHORL_DELTA_SPREAD * e),
        )
        return Singularities(((x - lean, y - half), (x + lean, y + half)), deltas, (x, y))
    opens_right = right_hand == (kind is FingerClass.ULNAR_LOOP)
    side = -1.0 if opens_right else 1.0
    delta = (
        x + side * (p.LOOP_DELTA_DX + p.LOOP_DELTA_SPREAD * a),
        y + p.LOOP_DELTA_DY + p.LOOP_DELTA_SPREAD * b,
    )
    return Singularities(((x, y),), (delta,), (x, y))


def _turned(rng: np.random.Generator, angle: NDArray[np.float64]) -> NDArray[np.float64]:
    # Piecewise linear in the angle around the singularity; the correction closes at +-pi.
    nodes = np.linspace(-np.pi, np.pi, p.TURN_NODES + 1)
    correction = p.TURN_SPREAD * rng.standard_normal(p.TURN_NODES)
    return np.asarray(angle + np.interp(angle, nodes, np.append(correction, correction[0])))


def _openings(singular: Singularities) -> list[float]:
    # A loop opens where the field runs straight out of the core; the cores of a whorl open towards each other.
    if len(singular.cores) == 2:
        (ax, ay), (bx, by) = singular.cores
        towards = float(np.arctan2(ay - by, bx - ax))
        return [towards, towards + np.pi]
    return [
        -float(np.arctan2(delta[1] - core[1], core[0] - delta[0]))
        for core, delta in zip(singular.cores, singular.deltas, strict=True)
    ]


def orientation_field(rng: np.random.Generator, kind: FingerClass, singular: Singularities) -> Field:
    """Direction of the ridges in each master cell.

    Returns:
        Array (height, width) of angles in radians, anticlockwise from the x axis as seen in the picture, modulo pi.
    """
    rows, columns = p.MASTER_HEIGHT // p.MASTER_STEP, p.MASTER_WIDTH // p.MASTER_STEP
    x = np.arange(columns)[None, :] * float(p.MASTER_STEP)
    y = np.arange(rows)[:, None] * float(p.MASTER_STEP)
    middle_x, middle_y = singular.middle
    angle = np.zeros((rows, columns))
    for core, opening in zip(singular.cores, _openings(singular), strict=True):
        around = _turned(rng, np.arctan2(core[1] - y, x - core[0]))
        # Between the legs of a loop the ridges run side by side, so the angle grows slower there than at the cap.
        angle += (around - p.LOOP_NARROW * np.sin(around - opening)) / 2
    for delta_x, delta_y in singular.deltas:
        angle -= _turned(rng, np.arctan2(delta_y - y, x - delta_x)) / 2

    aside = (x - middle_x) / (p.MASTER_WIDTH / 2)
    above = 1 / (1 + np.exp((y - middle_y - 20.0) / 60.0))
    angle -= p.DOME * aside * above
    if kind is FingerClass.ARCH:
        steep = rng.uniform(*p.ARCH_HEIGHT)
        # Steepest just below the middle, flat at the crease (after the arch function of the Handbook).
        hump = np.exp(-(((y - middle_y - 40.0) / 120.0) ** 2))
        angle -= steep * hump * np.sin(np.clip(aside * 1.6, -1, 1) * np.pi)
    noise = smooth_noise(rng, (rows, columns), p.FLOW_NOISE_CELL / p.MASTER_STEP)
    return np.asarray(np.mod(angle + p.FLOW_NOISE * noise, np.pi), np.float32)
