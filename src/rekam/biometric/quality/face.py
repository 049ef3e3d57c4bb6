"""Quality of a portrait before a plain background, in the manner of ISO/IEC 29794-5.

The head is found as what differs from the background; no learned detector is used. So these are not measured:
a head turned aside, open eyes, open mouth, expression, glasses, what covers the face, and whether the head is a living person's.
"""

from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import NDArray

from rekam.biometric.fault import FaceFault
from rekam.biometric.quality import parameters as p
from rekam.biometric.quality.component import Component, Measured, scored, verdict

_SIDE = 40
"""Pixels of the square to which the face is shrunk for its mirror axis."""


@dataclass(frozen=True, slots=True)
class Head:
    """The silhouette's head, px: crown row, left and right edge, how many heads stand side by side."""

    crown: int
    left: int
    right: int
    count: int

    @property
    def middle(self) -> float:
        """Column of the head's middle."""
        return (self.left + self.right) / 2

    @property
    def width(self) -> int:
        """From ear to ear, hair and scarf included."""
        return self.right - self.left


def face_quality(pixels: NDArray[np.uint8]) -> Measured[FaceFault]:
    """Number, size, place and tilt of the head, light, background and sharpness.

    Args:
        pixels: Array (height, width, 3) RGB or (height, width) grey.
    """
    colour = (pixels if pixels.ndim == 3 else pixels[:, :, None]).astype(np.float32)
    grey = colour @ np.array([0.299, 0.587, 0.114], np.float32) if pixels.ndim == 3 else colour[:, :, 0]
    head = _head(colour)
    if head is None or head.count != 1:
        return verdict([Component(FaceFault.NO_FACE, 0.0 if head is None else float(head.count), 0)])
    width = grey.shape[1]
    share, off = head.width / width, abs(head.middle / width - 0.5)
    face = _face(grey, head)
    if min(face.shape) < _SIDE // 2:
        return verdict([Component(FaceFault.FAR, share, 0)])
    light = np.percentile(face, 60)
    sides = [float(np.percentile(half, 60)) for half in np.array_split(face, 2, axis=1)]
    uneven = abs(sides[0] - sides[1]) / max(sum(sides), 1.0)
    rough = float(max(corner.std() for corner in _corners(scipy.ndimage.gaussian_filter(grey, 1.5))))
    tilt = _tilt(face)
    sharp = _sharpness(face)
    values = [
        (FaceFault.FAR, share, p.FACE_WIDTH_SMALL),
        (FaceFault.NEAR, share, p.FACE_WIDTH_LARGE),
        (FaceFault.OFF_CENTRE, off, p.FACE_OFF_CENTRE),
        (FaceFault.DARK, float(light), p.FACE_DARK),
        (FaceFault.BRIGHT, float(light), p.FACE_BRIGHT),
        (FaceFault.UNEVEN, uneven, p.FACE_UNEVEN),
        (FaceFault.BACKGROUND, rough, p.FACE_BACKGROUND),
        (FaceFault.BLURRED, sharp, p.FACE_SHARPNESS),
        (FaceFault.TILTED, tilt, p.FACE_TILT),
    ]
    return verdict([Component(fault, value, scored(value, *line)) for fault, value, line in values])


def _head(colour: NDArray[np.float32]) -> Head | None:
    """What differs from the colour of the upper corners, above its shoulders."""
    height, width, _ = colour.shape
    soft = scipy.ndimage.gaussian_filter(colour, (2, 2, 0))
    left, right = (np.median(corner.reshape(-1, colour.shape[2]), axis=0) for corner in _corners(soft))
    # Light from one side leaves the wall darker on the other.
    way = np.linspace(0, 1, width, dtype=np.float32)[None, :, None]
    ground = left + (right - left) * way
    own = np.linalg.norm(soft - ground, axis=2) > p.HEAD_DIFFERENCE
    rows = np.flatnonzero(own[:, width // 6 : -(width // 6)].mean(axis=1) > p.HEAD_LEAST)
    if len(rows) < height // 5:
        return None
    crown = int(rows[0])
    upper = own[crown : crown + max((height - crown) * 2 // 5, 8)]
    pieces, count = scipy.ndimage.label(upper.mean(axis=0) > p.HEAD_COLUMN)
    sizes = np.bincount(pieces)[1:]
    if count == 0:
        return None
    columns = np.flatnonzero(pieces == 1 + int(np.argmax(sizes)))
    alike = int((sizes > p.HEAD_SECOND * sizes.max()).sum())
    return Head(crown, int(columns[0]), int(columns[-1]) + 1, alike)


def _corners(picture: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Upper left and right corner, where only background should be."""
    height, width = picture.shape[:2]
    reach, deep = max(width // 10, 4), max(height // 4, 4)
    return picture[:deep, :reach], picture[:deep, -reach:]


def _face(grey: NDArray[np.float32], head: Head) -> NDArray[np.float32]:
    """The middle of the head: brows to chin, cheek to cheek."""
    inset = head.width // 5
    top = head.crown + int(0.30 * head.width)
    bottom = min(head.crown + int(1.25 * head.width), grey.shape[0])
    return grey[min(top, bottom - 8) : bottom, head.left + inset : head.right - inset]


def _sharpness(face: NDArray[np.float32]) -> float:
    """Mean of the strongest twentieth of gradients by the face's contrast, per 100 grey levels of it."""
    soft = scipy.ndimage.gaussian_filter(face, 1.0)
    down, across = np.gradient(soft)
    steep = np.hypot(down, across)
    contrast = float(np.percentile(soft, 98) - np.percentile(soft, 2))
    strongest = np.sort(steep.ravel())[-max(steep.size // 20, 1) :]
    return 100 * float(strongest.mean()) / max(contrast, 20.0)


def _tilt(face: NDArray[np.float32]) -> float:
    """Lean of the axis about which the face mirrors best, degrees."""
    width = face.shape[1]
    flat = np.clip(face - scipy.ndimage.gaussian_filter(face, width / 5), -60, 60)
    flat = scipy.ndimage.gaussian_filter(flat, width / 60)
    coarse = [(degrees, shift) for degrees in range(-18, 19, 6) for shift in (-0.2, 0.0, 0.2)]
    best = max(coarse, key=lambda one: _likeness(flat, *one))
    near = [(best[0] + turn, best[1] + step) for turn in (-3, 0, 3) for step in (-0.1, 0.0, 0.1)]
    degrees, _ = max(near, key=lambda one: _likeness(flat, *one))
    return float(abs(degrees))


def _likeness(flat: NDArray[np.float32], degrees: int, shift: float) -> float:
    """Correlation of the face with its mirror image about one axis; a leaning axis must be clearly better."""
    height, width = flat.shape
    axis = np.linspace(-1, 1, _SIDE)
    x, y = np.meshgrid(axis, axis)
    turn = np.deg2rad(degrees)
    samples = []
    for side in (x, -x):
        across = np.cos(turn) * side - np.sin(turn) * y * height / width + shift
        down = np.sin(turn) * side * width / height + np.cos(turn) * y
        places = ((down + 1) * (height - 1) / 2, (across + 1) * (width - 1) / 2)
        samples.append(scipy.ndimage.map_coordinates(flat, places, order=1, mode="nearest"))
    one, other = (sample - sample.mean() for sample in samples)
    likeness = float((one * other).sum() / max(np.linalg.norm(one) * np.linalg.norm(other), 1e-6))
    return likeness - 0.01 * (abs(degrees) / 3 + abs(shift) / 0.1)
