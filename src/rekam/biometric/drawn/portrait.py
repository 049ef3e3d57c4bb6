import numpy as np

from rekam.biometric.drawn import parameters as p
from rekam.biometric.drawn.brush import Brush
from rekam.biometric.drawn.face import draw_face
from rekam.biometric.drawn.field import smooth_noise
from rekam.biometric.drawn.hair import paint_before, paint_behind, paint_clothes
from rekam.biometric.drawn.head import EYES_AT, paint_head, paint_neck
from rekam.biometric.drawn.seed import Stream, stream
from rekam.biometric.image import FaceImage


def portrait(
    person: int, *, sex: str, age: int, birth_year: int, capture: int = 0, headscarf: bool | None = None
) -> FaceImage:
    """A drawn portrait of nobody, 480x640 pixels: plainly a drawing, never to be taken for a photograph.

    Args:
        person: Number of the synthetic person, zero or more.
        sex: ``L`` (man) or ``P`` (woman).
        age: Years.
        birth_year: Odd years stand before red, even years before blue, as is the custom for Indonesian cards.
        capture: Number of the capture; place, tilt, light and noise differ.
        headscarf: Whether a woman wears one; her number decides when not given.
    """
    face = draw_face(person, sex=sex, age=age, headscarf=headscarf)
    ground = p.BACKGROUND_RED if birth_year % 2 else p.BACKGROUND_BLUE
    rng = stream(Stream.FACE_CAPTURE, person, capture)
    n = np.clip(rng.standard_normal(4), -2, 2)
    brush = Brush(p.PORTRAIT_WIDTH, p.PORTRAIT_HEIGHT, ground)
    brush.shift = (p.PORTRAIT_SHIFT * float(n[0]), p.PORTRAIT_SHIFT * float(n[1]))
    brush.zoom = p.PORTRAIT_ZOOM
    paint_behind(brush, face)
    paint_neck(brush, face)
    paint_clothes(brush, face)
    brush.centre = (EYES_AT[0], EYES_AT[1] + face.chin)
    brush.turn = float(np.deg2rad(p.PORTRAIT_TURN) * n[2])
    paint_head(brush, face)
    paint_before(brush, face)
    picture = brush.finished().astype(np.float32)
    picture *= np.float32(1 + p.PORTRAIT_LIGHT * n[3])
    shape = (p.PORTRAIT_HEIGHT, p.PORTRAIT_WIDTH)
    picture += np.float32(p.PORTRAIT_NOISE) * smooth_noise(rng, shape, 1.6)[:, :, None]
    return FaceImage(np.clip(picture, 0, 255).astype(np.uint8))
