"""Skin and features of a drawn face; the middle between the eyes is the origin of every length."""

from rekam.biometric.drawn.brush import Brush, smooth
from rekam.biometric.drawn.face import Face, Rgb, blend, tone

EYES_AT = (240.0, 292.0)
"""Middle between the eyes in the finished picture, pixels."""


def outline(face: Face) -> list[tuple[float, float]]:
    """The face from forehead to chin, clockwise."""
    x, y = EYES_AT
    w, jaw = face.width, face.width * face.jaw
    right = [
        (x + 0.55 * w, y - 118), (x + 0.93 * w, y - 62), (x + w, y + 4), (x + 0.97 * w, y + 48),
        (x + jaw, y + 0.62 * face.chin), (x + 0.55 * jaw, y + 0.92 * face.chin),
    ]  # fmt: skip
    left = [(2 * x - px, py) for px, py in reversed(right)]
    return [(x, y - 136), *right, (x, y + face.chin), *left]


def paint_neck(brush: Brush, face: Face) -> None:
    """The neck with the chin's shadow; goes behind the clothes."""
    x, y = EYES_AT
    neck = face.width * (0.50 if face.woman else 0.60)
    brush.corners(
        [(x - neck, y + 70), (x + neck, y + 70), (x + neck * 1.15, y + 215), (x - neck * 1.15, y + 215)],
        tone(face.skin, 0.84),
    )
    below = y + face.chin
    brush.shape(
        [
            (x - neck, below - 30),
            (x + neck, below - 30),
            (x + 0.8 * neck, below + 10),
            (x, below + 26),
            (x - 0.8 * neck, below + 10),
        ],
        (*tone(face.skin, 0.6), 60),
    )


def paint_head(brush: Brush, face: Face) -> None:
    """Ears, face, and all that stands in it."""
    x, y = EYES_AT
    shade = tone(face.skin, 0.84)
    for side in (-1.0, 1.0):
        brush.oval((x + side * (face.width + 3), y + 24), (15, 30), tone(face.skin, 0.93))
        brush.oval((x + side * (face.width + 5), y + 24), (8, 18), shade)
    brush.shape(outline(face), face.skin)
    _shade(brush, face)
    for side in (-1.0, 1.0):
        _eye(brush, face, side)
    _nose(brush, face)
    _mouth(brush, face)
    _age(brush, face)


def _shade(brush: Brush, face: Face) -> None:
    x, y = EYES_AT
    dark = tone(face.skin, 0.72)
    # Light from the upper left: one soft shade at the right cheek, built of thin layers.
    for layer in range(5):
        inset = layer * 5.0
        edge = [
            (x + face.width - inset, y - 40), (x + face.width - inset, y + 40),
            (x + face.width * face.jaw - inset, y + 0.62 * face.chin), (x + 0.4 * face.width, y + 0.95 * face.chin),
            (x + 0.62 * face.width - inset, y + 0.5 * face.chin), (x + 0.84 * face.width - inset, y + 10),
        ]  # fmt: skip
        brush.shape(edge, (*dark, 13))
    blush = blend(face.skin, (214, 96, 84), 0.5)
    for size in (26.0, 20.0, 14.0):
        for side in (-1.0, 1.0):
            brush.oval(
                (x + side * 0.58 * face.width, y + 50), (size, 0.7 * size), (*blush, 16 if face.woman else 9)
            )
    brush.oval((x - 10, y - 78), (46, 22), (*tone(face.skin, 1.12), 26))


def _eye(brush: Brush, face: Face, side: float) -> None:
    x, y = EYES_AT
    cx, size = x + side * face.eye_gap, face.eye_size
    droop = 0.06 * max(0, face.age - 45)
    high = 0.50 * size - 0.3 * droop
    inner, outer = (cx - side * size, y + 2), (cx + side * size, y - face.eye_slant + 0.5 * droop)
    lid = [inner, (cx - side * 0.35 * size, y - high), (cx + side * 0.4 * size, y - high), outer]
    under = [(cx + side * 0.4 * size, y + 0.36 * size), (cx - side * 0.35 * size, y + 0.38 * size)]
    brush.shape([*lid, *under], (247, 245, 240))
    iris = 0.50 * size
    brush.oval((cx, y - 1), (iris, iris), (58, 36, 24))
    brush.oval((cx, y - 1), (0.5 * iris, 0.5 * iris), (14, 10, 9))
    brush.oval((cx - 0.3 * iris, y - 0.4 * iris), (0.2 * iris, 0.2 * iris), (255, 255, 255))
    # The upper lid covers the top of the iris.
    roof = [(cx + side * size, y - 1.2 * size), (cx - side * size, y - 1.2 * size)]
    brush.corners([*map(tuple, smooth(lid, closed=False).tolist()), *roof], face.skin)
    brush.line(lid, (38, 26, 22), 4.2 if face.woman else 3.2)
    fold = [(px, py - 5.5) for px, py in lid]
    brush.line(fold, (*tone(face.skin, 0.66), 150), 2.0)
    brush.line([inner, under[1], under[0], outer], (*tone(face.skin, 0.6), 110), 1.8)
    _brow(brush, face, cx, side)


def _brow(brush: Brush, face: Face, cx: float, side: float) -> None:
    y = EYES_AT[1] - face.brow_height
    half = face.eye_size * 1.28
    points = [
        (cx - side * half, y + 3), (cx, y - 4 - 0.4 * face.brow_tilt), (cx + side * half, y + 4 - face.brow_tilt),
    ]  # fmt: skip
    brush.line(points, (*blend(face.hair, (30, 22, 18), 0.5), 225), face.brow_weight)


def _nose(brush: Brush, face: Face) -> None:
    x, y = EYES_AT
    tip, w = y + face.nose_length, face.nose_width
    line: Rgb = tone(face.skin, 0.62)
    brush.shape(
        [(x + 4, y + 12), (x + 9, tip - 18), (x + w, tip - 4), (x + 4, tip + 4)], (*tone(face.skin, 0.78), 70)
    )
    brush.oval((x - 3, tip - 10), (6.5, 8.0), (*tone(face.skin, 1.15), 80))
    for side in (-1.0, 1.0):
        brush.line(
            [(x + side * w, tip - 10), (x + side * (w + 1.5), tip - 2), (x + side * 0.62 * w, tip + 3)],
            (*line, 190),
            2.6,
        )
        brush.oval((x + side * 0.48 * w, tip + 1.5), (4.6, 2.6), (*tone(face.skin, 0.42), 210))
    brush.line([(x - 0.35 * w, tip + 4), (x, tip + 6.5), (x + 0.35 * w, tip + 4)], (*line, 150), 2.2)


def _mouth(brush: Brush, face: Face) -> None:
    x = EYES_AT[0]
    y = EYES_AT[1] + face.nose_length + 0.36 * (face.chin - face.nose_length)
    w, lip = face.mouth_width, face.lip * (1 - 0.006 * max(0, face.age - 40))
    colour = blend(face.skin, (176, 62, 66), 0.62 if face.woman else 0.34)
    left, right = (x - w, y - face.smile), (x + w, y - face.smile)
    brush.shape(
        [left, (x - 0.3 * w, y - lip), (x, y - 0.75 * lip), (x + 0.3 * w, y - lip), right, (x, y + 0.8)],
        tone(colour, 0.9),
    )
    brush.shape(
        [left, (x, y), right, (x + 0.45 * w, y + lip), (x, y + 1.25 * lip), (x - 0.45 * w, y + lip)], colour
    )
    brush.line(
        [left, (x - 0.4 * w, y + 0.2), (x, y - 0.4), (x + 0.4 * w, y + 0.2), right],
        (*tone(colour, 0.5), 230),
        2.4,
    )
    brush.line(
        [(x - 0.3 * w, y + lip + 8), (x, y + lip + 10), (x + 0.3 * w, y + lip + 8)],
        (*tone(face.skin, 0.7), 90),
        3.0,
    )
    if face.moustache:
        top = y - lip - 3
        ink = (*face.hair, int(90 + 130 * face.moustache))
        east = [(x + 0.45 * w, top - 6), (x + 0.80 * w, y - 5), (x + 0.3 * w, top + 2.5)]
        west = [(2 * x - px, py) for px, py in reversed(east)]
        brush.shape([(x, top - 3), *east, (x, top + 3.5), *west], ink)


def _age(brush: Brush, face: Face) -> None:
    x, y = EYES_AT
    years = face.age - 34
    if years <= 0:
        return
    ink = (*tone(face.skin, 0.6), min(150, 22 + 3 * years))
    mouth = y + face.nose_length + 0.36 * (face.chin - face.nose_length)
    for side in (-1.0, 1.0):
        fold = x + side * (face.nose_width + 6)
        brush.line(
            [(fold, y + face.nose_length - 4), (fold + side * 11, mouth - 14), (fold + side * 12, mouth + 4)],
            ink,
            2.4,
        )
        if years > 14:
            corner = x + side * (face.eye_gap + face.eye_size + 6)
            for rise in (-5.0, 1.0, 7.0):
                brush.line([(corner, y + 0.5 * rise), (corner + side * 12, y + 1.6 * rise)], ink, 1.8)
            bag = x + side * face.eye_gap
            brush.line([(bag - 15, y + 16), (bag, y + 20), (bag + 15, y + 16)], ink, 2.0)
    if years > 20:
        for row in (0, 1):
            brush.line(
                [(x - 44, y - 76 - 13 * row), (x, y - 80 - 13 * row), (x + 44, y - 76 - 13 * row)], ink, 2.0
            )
