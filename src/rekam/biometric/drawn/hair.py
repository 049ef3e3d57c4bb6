"""Hair, headscarf and clothes: behind the head, before it, and below it."""

from rekam.biometric.drawn.brush import Brush, Points
from rekam.biometric.drawn.face import Face, tone
from rekam.biometric.drawn.head import EYES_AT


def _mirrored(right: Points) -> list[tuple[float, float]]:
    return [*right, *[(2 * EYES_AT[0] - x, y) for x, y in reversed(right)]]


def paint_behind(brush: Brush, face: Face) -> None:
    """What is seen behind the neck."""
    x, y = EYES_AT
    w = face.width
    if face.covered:
        right = [
            (x, y - 168),
            (x + 0.85 * w, y - 140),
            (x + 1.3 * w, y - 20),
            (x + 1.36 * w, y + 120),
            (x + 1.25 * w, y + 260),
        ]
        brush.shape(_mirrored(right), tone(face.scarf, 0.72))
    elif face.woman:
        length = (250.0, 180.0, 130.0, 100.0)[face.style]
        right = [
            (x, y - 172),
            (x + 0.8 * w, y - 150),
            (x + 1.22 * w, y - 40),
            (x + 1.26 * w, y + 0.6 * length),
            (x + 1.02 * w, y + length),
        ]
        brush.shape(_mirrored(right), tone(face.hair, 0.85))


def paint_clothes(brush: Brush, face: Face) -> None:
    """Shoulders with a collar."""
    x, y = EYES_AT
    broad = 205.0 if face.woman else 226.0
    top = y + 176
    right = [(x + 62, top - 10), (x + 0.62 * broad, top + 26), (x + broad, top + 76), (x + broad + 12, 700)]
    brush.shape(_mirrored(right), face.cloth)
    if face.covered:
        return
    neck = face.width * (0.50 if face.woman else 0.60)
    brush.corners(
        [(x - neck * 1.1, top - 22), (x, top + 62), (x + neck * 1.1, top - 22)], tone(face.skin, 0.84)
    )
    for side in (-1.0, 1.0):
        collar = [
            (x + side * neck * 1.02, top - 40),
            (x + side * neck * 1.5, top - 8),
            (x + side * 58, top + 66),
            (x, top + 62),
        ]
        brush.corners(collar, tone(face.cloth, 1.12))
        brush.line(collar[1:], (*tone(face.cloth, 0.6), 150), 2.0)
    brush.line([(x, top + 62), (x, 660)], (*tone(face.cloth, 0.6), 170), 2.4)


def paint_before(brush: Brush, face: Face) -> None:
    """Hair on the forehead, or the headscarf around the face."""
    if face.covered:
        _headscarf(brush, face)
    elif face.woman:
        _woman(brush, face)
    else:
        _man(brush, face)


def _headscarf(brush: Brush, face: Face) -> None:
    x, y = EYES_AT
    w = face.width
    chin = y + face.chin
    opening = [
        (x + 0.62 * w, y - 78),
        (x + 0.92 * w, y - 20),
        (x + 0.93 * w, y + 40),
        (x + 0.80 * w * (face.jaw + 0.2), y + 0.66 * face.chin),
        (x + 0.42 * w, chin - 8),
    ]
    rim = [
        (x + 0.75 * w, y - 152),
        (x + 1.2 * w, y - 56),
        (x + 1.24 * w, y + 50),
        (x + 1.2 * w, y + 150),
        (x + 1.5 * w, y + 250),
        (x + 0.9 * w, 700.0),
    ]
    brush.ring(
        [(x, y - 172), *_mirrored(rim)],
        [(x, y - 92), *opening, (x, chin + 4), *reversed([(2 * x - px, py) for px, py in opening])],
        face.scarf,
    )
    dark, light = tone(face.scarf, 0.72), tone(face.scarf, 1.14)
    brush.line(
        [(x - 0.95 * w, y - 30), (x - 0.86 * w, y + 60), (x - 0.4 * w, chin + 12), (x + 0.3 * w, chin + 26)],
        (*dark, 130),
        5.0,
    )
    brush.line(
        [(x + 0.96 * w, y - 30), (x + 0.9 * w, y + 60), (x + 0.5 * w, chin + 14), (x - 0.6 * w, chin + 70)],
        (*dark, 150),
        6.0,
    )
    brush.line(
        [(x + 1.1 * w, y + 30), (x + 0.9 * w, chin), (x + 0.2 * w, chin + 80), (x - 0.9 * w, chin + 140)],
        (*dark, 110),
        7.0,
    )
    brush.line([(x - 1.1 * w, y - 40), (x - 1.06 * w, y + 60), (x - 0.7 * w, chin + 30)], (*light, 120), 9.0)
    brush.line([(x - 0.6 * w, y - 104), (x, y - 118), (x + 0.6 * w, y - 104)], (*light, 110), 8.0)


def _woman(brush: Brush, face: Face) -> None:
    x, y = EYES_AT
    w = face.width
    part = (-0.28, 0.0, 0.3, -0.1)[face.style] * w
    for side in (-1.0, 1.0):
        edge = side * w
        shape = [
            (x + part, y - 122), (x + part, y - 160), (x + 0.7 * edge, y - 146), (x + 1.14 * edge, y - 60),
            (x + 1.17 * edge, y + 60), (x + 0.99 * edge, y + 66), (x + 0.96 * edge, y - 10), (x + 0.62 * edge, y - 78),
        ]  # fmt: skip
        brush.shape(shape, face.hair)
        strand = [(x + part + 0.1 * edge, y - 150), (x + 0.75 * edge, y - 104), (x + 1.05 * edge, y + 10)]
        brush.line(strand, (*tone(face.hair, 1.6), 70), 5.0)


def _man(brush: Brush, face: Face) -> None:
    x, y = EYES_AT
    w = face.width
    # The hair draws back with the years.
    back = min(34.0, max(0.0, 0.8 * (face.age - 38))) * (0.4 + 0.2 * face.style)
    line = y - 84 - back
    high = (-170.0, -164.0, -176.0, -160.0)[face.style]
    fringe = {
        0: [(x - 0.5 * w, line + 2), (x + 0.1 * w, line - 14), (x + 0.6 * w, line + 8)],
        1: [(x - 0.6 * w, line), (x, line - 6), (x + 0.6 * w, line)],
        2: [(x - 0.45 * w, line - 16), (x - 0.1 * w, line + 2), (x + 0.62 * w, line + 10)],
        3: [(x - 0.62 * w, line + 4), (x, line - 10), (x + 0.62 * w, line + 4)],
    }[face.style]
    side = 0.98 * w
    outer = [
        (x + side, y - 8), (x + 1.08 * w, y - 50), (x + 1.02 * w, y - 110), (x + 0.6 * w, y + high + 14), (x, y + high),
        (x - 0.6 * w, y + high + 14), (x - 1.02 * w, y - 110), (x - 1.08 * w, y - 50), (x - side, y - 8),
    ]  # fmt: skip
    inner = [(x - 0.93 * w, y - 44), *fringe, (x + 0.93 * w, y - 44)]
    brush.shape([*outer, *inner], face.hair)
    brush.line(
        [(x - 0.7 * w, y + high + 36), (x - 0.1 * w, y + high + 18), (x + 0.5 * w, y + high + 30)],
        (*tone(face.hair, 1.7), 60),
        7.0,
    )
