"""Synthetic people who come again: their codes with the noise of a second capture."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from rekam.abis import parameters as engine
from rekam.abis.code.parameters import CODE_BITS
from rekam.abis.iris.code import WORDS
from rekam.abis.search.columns import EYES, FINGERS, Columns
from rekam.abis.search.parameters import FACE_SCALE
from rekam.abis.synthetic import parameters as p
from rekam.abis.synthetic.people import FRAGILE, eye_mask

_QUANTILES = np.linspace(0, 1, len(p.FINGER_SAME_CODES))


@dataclass(frozen=True, slots=True, eq=False)
class Captures:
    """Second captures, one row a person.

    Attributes:
        fingers: As in ``Columns``.
        irises: As in ``Columns``.
        faces: As in ``Columns``.
        precise: What stage two would find for each finger against its own, nats, (people, 10).
    """

    fingers: NDArray[np.uint64]
    irises: NDArray[np.uint64]
    faces: NDArray[np.int8]
    precise: NDArray[np.float64]


def captured_again(columns: Columns, rows: NDArray[np.int64], dice: np.random.Generator) -> Captures:
    """Each of the rows seen once more; how well each finger came out is drawn from FVC2002's genuine pairs."""
    codes, precise = finger_fortunes(len(rows), dice)
    return Captures(
        _flipped(columns.fingers[rows], (1 - codes) / 2, dice),
        _eyes_again(columns.irises[rows], dice),
        _faces_again(columns.faces[rows], dice),
        precise,
    )


def finger_fortunes(
    people: int, dice: np.random.Generator
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """How alike the two codes of each finger are, and what stage two says of them, (people, 10) each.

    Fingers of one capture share part of their fortune, and the two stages part of theirs.
    """
    hand = np.sqrt(p.ONE_HAND) * dice.standard_normal((people, 1))
    print_ = hand + np.sqrt(1 - p.ONE_HAND) * dice.standard_normal((people, FINGERS))
    close = p.CODE_AND_PRECISE * print_ + np.sqrt(1 - p.CODE_AND_PRECISE**2) * dice.standard_normal(
        print_.shape
    )
    codes = np.interp(ndtr(print_), _QUANTILES, p.FINGER_SAME_CODES)
    return codes, np.interp(ndtr(close), _QUANTILES, p.FINGER_SAME_EVIDENCE)


def iris_fortunes(people: int, dice: np.random.Generator) -> NDArray[np.float64]:
    """Normalised distance of two captures of each eye, (people, 2): the law that the engine's evidence assumes."""
    mean, spread = engine.IRIS_SAME
    return np.clip(mean + spread * dice.standard_normal((people, EYES)), 0.01, 0.5)


def face_nearness() -> float:
    """Mean cosine of two captures of one face that gives the stated equal error rate."""
    return float(-2 * ndtri(p.FACE_EER) * p.FACE_SPREAD)


def _flipped(
    codes: NDArray[np.uint64], share: NDArray[np.float64], dice: np.random.Generator
) -> NDArray[np.uint64]:
    flips = dice.random((*codes.shape[:2], CODE_BITS), np.float32) < share[..., None]
    return np.asarray(codes ^ np.packbits(flips, axis=2, bitorder="little").view("<u8"), np.uint64)


def _eyes_again(irises: NDArray[np.uint64], dice: np.random.Generator) -> NDArray[np.uint64]:
    people = len(irises)
    again = np.empty_like(irises)
    state = dice.integers(0, 2**63, 1, dtype=np.int64).astype(np.uint64)
    turns = dice.integers(-p.IRIS_TURN, p.IRIS_TURN + 1, (people, EYES))
    flips = dice.random((people, EYES, 64 * WORDS), np.float32) < _raw(iris_fortunes(people, dice))[..., None]
    bits = (
        np.unpackbits(irises[:, :, 0].copy().view(np.uint8), axis=2, bitorder="little").astype(bool) ^ flips
    )
    lines = bits.reshape(people, EYES, -1, engine.CODE_COLUMNS)
    for person in range(people):
        for eye in range(EYES):
            turned = np.roll(lines[person, eye], turns[person, eye], axis=1)
            again[person, eye, 0] = np.packbits(turned, bitorder="little").view("<u8")
            eye_mask(state, p.IRIS_MASK_SHARE, FRAGILE, again[person, eye, 1])
    return again


def _raw(distance: NDArray[np.float64]) -> NDArray[np.float64]:
    """Share of differing bits that gives a normalised distance with as many common bits as two masks leave."""
    common = 64 * WORDS * ((1 - p.IRIS_MASK_SHARE) * (1 - p.IRIS_FRAGILE)) ** 2
    return np.asarray(np.clip(0.5 - (0.5 - distance) * np.sqrt(engine.COMPARED_BITS / common), 0.0, 0.5))


def _faces_again(faces: NDArray[np.int8], dice: np.random.Generator) -> NDArray[np.int8]:
    near = face_nearness()
    noise = np.sqrt(1 - near**2) * FACE_SCALE * p.FACE_SPREAD * dice.standard_normal(faces.shape)
    return np.asarray(np.clip(np.round(near * faces + noise), -127, 127), np.int8)
