import numpy as np
from scipy.ndimage import rotate

from rekam.biometric.drawn import parameters as p
from rekam.biometric.drawn.finger import finger_impression
from rekam.biometric.image import Grey
from rekam.biometric.position import RIGHT_FOUR, FingerPosition

_HEIGHT, _WIDTH = 1100, 1720
"""Window of a four-finger scanner at 500 dpi, 87 x 56 mm."""
_ACROSS = 395
"""Distance of two neighbouring fingers, px: 20 mm."""
_BELOW = (70, 0, 50, 210)
"""How far index, middle, ring and little finger's tips lie below the highest, px; after hand proportions."""


def slap_picture(
    person: int,
    fingers: tuple[FingerPosition, ...],
    impression: int,
    *,
    missing: tuple[FingerPosition, ...] = (),
    turn: float = 0.0,
    shift: tuple[int, int] = (0, 0),
) -> Grey:
    """Four fingers of one hand in one picture, array (1100, 1720) at 500 dpi, ridges dark on light.

    Args:
        person: Number of the synthetic person.
        fingers: ``RIGHT_FOUR`` or ``LEFT_FOUR``, from the index finger on.
        impression: Number of the capture.
        missing: Fingers that are not on the glass.
        turn: Degrees by which the hand lies turned, clockwise.
        shift: Pixels down and to the right.
    """
    picture = np.full((_HEIGHT, _WIDTH), p.BACKGROUND_GREY, np.float32)
    for place, finger in enumerate(fingers):
        if finger in missing:
            continue
        one = finger_impression(person, finger, impression).pixels.astype(np.float32)
        column = place if fingers == RIGHT_FOUR else len(fingers) - 1 - place
        top, left = 100 + _BELOW[place], 60 + column * _ACROSS
        window = picture[top : top + p.FINGER_HEIGHT, left : left + p.FINGER_WIDTH]
        np.minimum(window, one[: window.shape[0], : window.shape[1]], out=window)
    if turn:
        picture = rotate(picture, -turn, reshape=False, order=1, cval=p.BACKGROUND_GREY)
    if shift != (0, 0):
        picture = np.roll(picture, shift, (0, 1))
    return np.clip(picture, 0, 255).astype(np.uint8)
