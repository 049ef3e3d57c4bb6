from dataclasses import dataclass

import numpy as np

from rekam.biometric.drawn import parameters as p
from rekam.biometric.drawn.seed import Stream, stream

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Face:
    """What makes one drawn face this face; lengths in pixels of a 480x640 picture.

    Attributes:
        skin: Colour of the skin in the light.
        hair: Colour of the hair, greyed with age.
        width: Half width at the cheekbones.
        jaw: Half width at the jaw, share of ``width``.
        chin: Height of the chin below the eyes.
        brow_height: Brows above the eyes.
        brow_weight: Thickness of the brows.
        brow_tilt: Rise of the brows' outer end.
        eye_gap: Half distance between the eyes.
        eye_size: Half width of an eye.
        eye_slant: Rise of the outer corner.
        nose_length: Nose below the eyes.
        nose_width: Half width of the nostrils.
        mouth_width: Half width of the mouth.
        lip: Fullness of the lips.
        smile: Rise of the corners.
        style: Cut of the hair, whole number; meaning depends on sex.
        covered: Wears a headscarf.
        moustache: 0 = none, else its density.
        cloth: Colour of shirt or blouse.
        scarf: Colour of the headscarf.
        age: Years.
        woman: Drawn as a woman.
    """

    skin: Rgb
    hair: Rgb
    width: float
    jaw: float
    chin: float
    brow_height: float
    brow_weight: float
    brow_tilt: float
    eye_gap: float
    eye_size: float
    eye_slant: float
    nose_length: float
    nose_width: float
    mouth_width: float
    lip: float
    smile: float
    style: int
    covered: bool
    moustache: float
    cloth: Rgb
    scarf: Rgb
    age: int
    woman: bool


def tone(colour: Rgb, factor: float) -> Rgb:
    """The colour made lighter (factor over 1) or darker."""
    red, green, blue = (int(min(255, max(0, value * factor))) for value in colour)
    return red, green, blue


def blend(one: Rgb, other: Rgb, share: float) -> Rgb:
    """``share`` of ``other``, the rest of ``one``."""
    red, green, blue = (int(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def draw_face(person: int, *, sex: str, age: int, headscarf: bool | None) -> Face:
    """The features of one person; sex and age change what they change in people, the rest stays.

    Args:
        person: Number of the synthetic person.
        sex: ``L`` (man) or ``P`` (woman).
        age: Years.
        headscarf: ``None`` lets the person's number decide.
    """
    rng = stream(Stream.FACE, person)
    n = np.clip(rng.standard_normal(16), -2.2, 2.2)
    u = rng.random(8)
    woman = sex == "P"
    grey = float(np.clip((age - p.GREY_HAIR_AGE + 8 * n[15]) / 30, 0, 0.92))
    covered = woman and (bool(u[0] < p.HEADSCARF_SHARE) if headscarf is None else headscarf)
    has_moustache = not woman and age >= 20 and u[1] < p.MOUSTACHE_SHARE
    return Face(
        skin=blend(p.SKIN_LIGHT, p.SKIN_DARK, float(np.clip(0.45 + 0.24 * n[0], 0, 1))),
        hair=blend(p.HAIR_BLACK, p.HAIR_GREY, grey),
        width=(101 if woman else 106) + 5.0 * n[1],
        jaw=(0.74 if woman else 0.82) + 0.045 * n[2],
        chin=(132 if woman else 140) + 7.0 * n[3],
        brow_height=31 + 3.0 * n[4],
        brow_weight=(6.0 if woman else 9.0) + 1.4 * n[5],
        brow_tilt=2.5 + 2.5 * n[6],
        eye_gap=45 + 2.5 * n[7],
        eye_size=21 + 1.6 * n[8],
        eye_slant=1.5 + 1.6 * n[9],
        nose_length=56 + 4.5 * n[10],
        nose_width=(19 if woman else 22) + 2.4 * n[11],
        mouth_width=33 + 3.0 * n[12],
        lip=(9.0 if woman else 7.5) + 1.5 * n[13],
        smile=3.0 + 1.6 * n[14],
        style=int(u[2] * 4),
        covered=covered,
        moustache=float(0.35 + 0.6 * u[3]) if has_moustache else 0.0,
        cloth=p.CLOTHES[int(u[4] * len(p.CLOTHES))],
        scarf=p.SCARVES[int(u[5] * len(p.SCARVES))],
        age=age,
        woman=woman,
    )
