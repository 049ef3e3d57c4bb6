"""Outlines of pupil and limbus as they are: not quite circles."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates

from rekam.abis.iris import parameters
from rekam.abis.iris.circle import Circle
from rekam.abis.iris.closed_path import closed_path

ANGLES = np.arange(parameters.OUTLINE_RAYS) * (2 * np.pi / parameters.OUTLINE_RAYS)


@dataclass(frozen=True, slots=True)
class Manner:
    """How an outline is followed; see the parameters of the same names."""

    band: tuple[float, float]
    step: float
    prior: float
    waves: int
    stiffness: float


PUPIL = Manner(
    parameters.PUPIL_BAND,
    parameters.PUPIL_STEP,
    parameters.PUPIL_PRIOR,
    parameters.PUPIL_WAVES,
    parameters.PUPIL_STIFFNESS,
)
LIMBUS = Manner(
    parameters.LIMBUS_BAND,
    parameters.LIMBUS_STEP,
    parameters.LIMBUS_PRIOR,
    parameters.LIMBUS_WAVES,
    parameters.LIMBUS_STIFFNESS,
)
_SINE = np.sin(ANGLES)
SIDES = np.clip(1.2 - np.abs(_SINE + 0.1), 0.15, 1) * ((_SINE > -0.6) & (_SINE < 0.8))
"""How far the limbus is believed on each ray: fully at the sides, not at all under the lids."""


def outline(
    edges: NDArray[np.float32], circle: Circle, manner: Manner, belief: NDArray[np.float64] | float = 1.0
) -> NDArray[np.float64]:
    """Distance of an outline from its circle's middle along each of the rays ``ANGLES``, px.

    The strongest closed path of rises near the circle, then its lowest Fourier waves (Daugman 2007): rays whose
    edge is not seen or far from the others follow the circle and the others.

    Args:
        edges: Eye without reflections (height, width), logarithmic.
        circle: Where to look.
        manner: How.
        belief: Weight of each ray's edge, 0-1, (rays,).
    """
    near, far = manner.band
    away = np.arange(max(near * circle.radius, 2.0), far * circle.radius, parameters.OUTLINE_STEP)
    x = circle.x + np.cos(ANGLES)[:, None] * away
    y = circle.y + np.sin(ANGLES)[:, None] * away
    rise = _rises(map_coordinates(edges, (y, x), order=1, mode="nearest"), manner.step)
    height, width = edges.shape
    rise[(x < 0) | (y < 0) | (x > width - 1) | (y > height - 1)] = 0
    rise *= np.broadcast_to(belief, ANGLES.shape)[:, None]
    gain = rise - manner.prior * np.abs(away - circle.radius) / (0.1 * circle.radius)
    path = closed_path(gain.astype(np.float32), 0.0, 1)
    radius, weight = away[path], rise[np.arange(len(path)), path]
    off = radius - _waves(radius, weight + 1e-3, manner)
    usual = np.sqrt((weight * off**2).sum() / max(weight.sum(), 1e-6)) + parameters.OUTLINE_STEP
    weight = weight * np.exp(-0.5 * (off / (2 * usual)) ** 2)
    seen = weight > parameters.OUTLINE_TRUST
    return _waves(np.where(seen, radius, circle.radius), np.maximum(weight, parameters.OUTLINE_TRUST), manner)


def _rises(profiles: NDArray[np.float32], step: float) -> NDArray[np.float64]:
    span, count = parameters.OUTLINE_SPAN, profiles.shape[1]
    sums = np.cumsum(np.pad(profiles.astype(np.float64), ((0, 0), (1, 0))), axis=1)
    rises = np.zeros(profiles.shape)
    place = np.arange(span, count - span)
    rises[:, place] = (sums[:, place + span] - 2 * sums[:, place] + sums[:, place - span]) / span
    share = np.maximum(rises, 0) / step
    return np.minimum(share, 1) + parameters.OUTLINE_BEYOND * np.maximum(share - 1, 0)


def _waves(radius: NDArray[np.float64], weight: NDArray[np.float64], manner: Manner) -> NDArray[np.float64]:
    """The radius' lowest Fourier waves, fitted by weighted least squares."""
    numbers = np.arange(1, manner.waves + 1)
    basis = np.concatenate([np.ones((1, len(ANGLES))), np.cos(np.outer(numbers, ANGLES)),
                            np.sin(np.outer(numbers, ANGLES))])  # fmt: skip
    held = manner.stiffness * weight.sum() * np.concatenate([[0], numbers**2, numbers**2])
    fitted = np.linalg.solve((basis * weight) @ basis.T + np.diag(held), (basis * weight) @ radius)
    return np.asarray(fitted @ basis, np.float64)
