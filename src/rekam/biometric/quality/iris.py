"""Quality of an eye picture from its outline, in the manner of ISO/IEC 29794-6.

Not measured: contact lenses, motion blur as such (it lowers the focus), colour, frown.
"""

from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import NDArray

from rekam.biometric.fault import IrisFault
from rekam.biometric.quality import parameters as p
from rekam.biometric.quality.component import Component, Measured, scored, verdict

_RIM_PX = 14
"""How far inside and outside the pupil's rim grey is followed, pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class EyeOutline:
    """Where pupil, iris and what is free of it lie, px; whoever finds eyes fills it.

    Attributes:
        pupil: x, y, radius.
        iris: x, y, radius.
        free: Iris without lids, lashes and reflections, array (height, width) bool.
    """

    pupil: tuple[float, float, float]
    iris: tuple[float, float, float]
    free: NDArray[np.bool_]


def iris_quality(pixels: NDArray[np.uint8], outline: EyeOutline) -> Measured[IrisFault]:
    """Usable area, focus, pupil, gaze, margin, size and grey spread of an eye.

    Args:
        pixels: Array (height, width), near infrared.
        outline: Of the same picture.
    """
    height, width = pixels.shape
    (pupil_x, pupil_y, pupil_radius), (x, y, radius) = outline.pupil, outline.iris
    reach = 1.5 * radius
    box = (
        slice(max(0, int(y - reach)), int(y + reach) + 1),
        slice(max(0, int(x - reach)), int(x + reach) + 1),
    )
    near, free = pixels[box], outline.free[box]
    rows, columns = np.ogrid[
        box[0].start : box[0].start + near.shape[0], box[1].start : box[1].start + near.shape[1]
    ]
    from_iris, from_pupil = np.hypot(columns - x, rows - y), np.hypot(columns - pupil_x, rows - pupil_y)
    ring = (from_iris <= radius) & (from_pupil > pupil_radius)
    usable = float((free & ring).sum()) / (np.pi * (radius**2 - pupil_radius**2))
    focus = _focus(near, from_pupil - pupil_radius)
    ratio = pupil_radius / radius
    off = float(np.hypot(pupil_x - x, pupil_y - y)) / radius
    margin = min(x - radius, y - radius, width - x - radius, height - y - radius) / radius
    large = radius * 640 / width
    spread = _entropy(near[from_iris <= reach])
    pupil = min(scored(ratio, *p.PUPIL_RATIO_SMALL), scored(ratio, *p.PUPIL_RATIO_WIDE))
    return verdict(
        [
            Component(IrisFault.COVERED, usable, scored(usable, *p.USABLE_AREA)),
            Component(IrisFault.FAR, large, scored(large, *p.IRIS_RADIUS_SMALL)),
            Component(IrisFault.AWAY, off, scored(off, *p.GAZE_OFF)),
            Component(IrisFault.EDGE, margin, scored(margin, *p.EYE_MARGIN)),
            Component(IrisFault.FLAT, spread, scored(spread, *p.GREY_SPREAD)),
            Component(IrisFault.BLURRED, focus, scored(focus, *p.IRIS_FOCUS)),
            Component(IrisFault.PUPIL, ratio, pupil),
        ]
    )


def _focus(pixels: NDArray[np.uint8], beyond: NDArray[np.floating]) -> float:
    """Steepness of the pupil's rim: the rise of grey across it by its height, per 10 pixels.

    The rim is the one edge that every eye has; texture differs from eye to eye and noise looks like texture.

    Args:
        pixels: Around the pupil.
        beyond: Distance of each pixel outwards from the pupil's rim, px.
    """
    grey = scipy.ndimage.gaussian_filter(pixels.astype(np.float32), 0.7)
    near = beyond < _RIM_PX
    place = np.clip(np.round(beyond[near]) + _RIM_PX, 0, 2 * _RIM_PX - 1).astype(int)
    count = np.bincount(place, minlength=2 * _RIM_PX)
    means = np.bincount(place, weights=grey[near], minlength=2 * _RIM_PX)[count > 0] / count[count > 0]
    if len(means) < _RIM_PX // 2:
        return 0.0
    height = float(means[-4:].mean() - means[:4].mean())
    return 10 * float(np.diff(means).max()) / height if height > 1 else 0.0


def _entropy(values: NDArray[np.uint8]) -> float:
    share = np.bincount(values, minlength=256) / max(len(values), 1)
    share = share[share > 0]
    return float(-(share * np.log2(share)).sum())
