from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import affine_transform, gaussian_filter, label, zoom

from rekam.biometric.image import FingerImage, Grey
from rekam.biometric.position import LEFT_FOUR, RIGHT_FOUR, FingerPosition
from rekam.biometric.slap import parameters as p
from rekam.problem import Problem

_MM_PER_INCH = 25.4


class Hand(Enum):
    """Which hand lies on the glass; the value is its fingers from left to right in the picture."""

    RIGHT = RIGHT_FOUR
    LEFT = tuple(reversed(LEFT_FOUR))


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """One touched area; lengths in px of the small picture, ``across`` and ``along`` in the turned frame."""

    mask: NDArray[np.bool_]
    across: float
    along: float
    top: float
    bottom: float


def segment(
    pixels: Grey, hand: Hand, missing: Collection[FingerPosition] = (), *, dpi: float = 500.0
) -> tuple[FingerImage, ...]:
    """The fingers of a slap, upright, each with its position, from the left of the picture.

    Args:
        pixels: Array (height, width), ridges dark on light, fingertips upwards.
        hand: Whose fingers they are.
        missing: Fingers of this hand that are not there.
        dpi: Pixels per inch.

    Raises:
        Problem: ``biometric.slap_unreadable``, ``biometric.slap_too_few``, ``biometric.slap_too_many``, or
            ``biometric.slap_order`` when index and little finger stand as on the other hand.
    """
    expected = [finger for finger in hand.value if finger not in missing]
    mm = dpi / _MM_PER_INCH / p.SCALE
    touched = _touched(pixels, mm)
    pieces, count = label(touched)
    sizes = np.bincount(pieces.ravel(), minlength=count + 1)
    kept = [number for number in range(1, count + 1) if sizes[number] >= p.LEAST_AREA * mm * mm]
    if not kept:
        raise Problem("biometric.slap_unreadable")
    turn = _turn([pieces == number for number in kept])
    tips = _tips([_piece(pieces == number, turn) for number in kept], mm)
    if len(tips) < len(expected):
        raise Problem("biometric.slap_too_few", seen=len(tips), asked=len(expected))
    if len(tips) > len(expected):
        raise Problem("biometric.slap_too_many", seen=len(tips), asked=len(expected))
    by_finger = dict(zip(expected, tips, strict=True))
    _check_order(by_finger, mm)
    return tuple(
        FingerImage(finger, _cut(pixels, piece, turn, mm), dpi) for finger, piece in by_finger.items()
    )


def _touched(pixels: Grey, mm: float) -> NDArray[np.bool_]:
    height, width = (side // p.SCALE * p.SCALE for side in pixels.shape)
    blocks = pixels[:height, :width].reshape(height // p.SCALE, p.SCALE, width // p.SCALE, p.SCALE)
    small = gaussian_filter(blocks.mean(axis=(1, 3), dtype=np.float32), p.SMOOTHING * mm)
    touched: NDArray[np.bool_] = small < np.percentile(small, 98) - p.INK
    return touched


def _turn(masks: list[NDArray[np.bool_]]) -> float:
    """Angle of the fingers from upright, radians, clockwise: the mean of the pieces' long axes."""
    cosine = sine = 0.0
    for mask in masks:
        rows, columns = np.nonzero(mask)
        spread = np.cov(np.stack([columns, rows]).astype(np.float64))
        # Twice the angle of the long axis from upright, weighed by how elongated the piece is.
        cosine += spread[1, 1] - spread[0, 0]
        sine += -2 * spread[0, 1]
    turn = 0.5 * np.arctan2(sine, cosine)
    most = np.deg2rad(p.MOST_TURN)
    return float(np.clip(turn, -most, most))


def _piece(mask: NDArray[np.bool_], turn: float) -> _Piece:
    rows, columns = np.nonzero(mask)
    across = columns * np.cos(turn) + rows * np.sin(turn)
    along = rows * np.cos(turn) - columns * np.sin(turn)
    return _Piece(mask, float(across.mean()), float(along.mean()), float(along.min()), float(along.max()))


def _tips(pieces: list[_Piece], mm: float) -> list[_Piece]:
    """The highest piece of each finger, from left to right."""
    tips: list[_Piece] = []
    for piece in sorted(pieces, key=lambda one: one.top):
        if all(abs(piece.across - tip.across) > p.COLUMN * mm for tip in tips):
            tips.append(piece)
    return sorted(tips, key=lambda one: one.across)


def _check_order(by_finger: dict[FingerPosition, _Piece], mm: float) -> None:
    for four in (RIGHT_FOUR, LEFT_FOUR):
        index, little = by_finger.get(four[0]), by_finger.get(four[3])
        if index is not None and little is not None and little.top < index.top + p.LITTLE_BELOW * mm:
            raise Problem("biometric.slap_order")


def _cut(pixels: Grey, piece: _Piece, turn: float, mm: float) -> Grey:
    """One finger turned upright, everything else white glass."""
    glass = float(np.percentile(pixels, 98))
    rows, columns = np.nonzero(piece.mask)
    across = columns * np.cos(turn) + rows * np.sin(turn)
    margin = p.MARGIN * mm
    left, right = across.min() - margin, across.max() + margin
    top, bottom = piece.top - margin, min(piece.bottom, piece.top + p.TIP_LENGTH * mm) + margin
    # Frame of the finger (along, across) back to the picture (row, column).
    back = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    corner = back @ np.array([top, left]) * p.SCALE
    shape = (round((bottom - top) * p.SCALE), round((right - left) * p.SCALE))
    own = zoom(piece.mask.astype(np.float32), p.SCALE, order=1, grid_mode=True, mode="nearest")
    full = np.zeros(pixels.shape, np.float32)
    full[: own.shape[0], : own.shape[1]] = gaussian_filter(own, p.SCALE)
    alone = glass + (pixels.astype(np.float32) - glass) * np.clip(2.5 * full, 0, 1)
    cut = affine_transform(alone, back, corner, shape, order=1, cval=glass)
    finger: Grey = np.clip(cut, 0, 255).astype(np.uint8)
    return finger
