"""The two fingers on the card's chip: chosen, written in tenths of a millimetre, read back for the 1:1 check."""

from collections.abc import Mapping
from typing import Literal

import numpy as np

from rekam.abis.finger.template import FingerTemplate
from rekam.abis.interchange import parameters
from rekam.abis.interchange.implied_flow import implied_flow
from rekam.abis.parameters import LEAST_MINUTIAE, SIDE_RANGE
from rekam.biometric import FingerPosition
from rekam.biometric.interchange.card_minutiae import CardFormat, CardMinutia
from rekam.biometric.interchange.chip_fingers import ChipFinger
from rekam.problem import Problem

_TURN = 256
_INDEXES = (FingerPosition.RIGHT_INDEX, FingerPosition.LEFT_INDEX)
FINGERS: Literal[2] = 2
"""Fingers on the KTP-el's chip (Permendagri 34/2014)."""


def card_fingers(quality: Mapping[FingerPosition, int]) -> tuple[FingerPosition, ...]:
    """Which fingers go on the chip: the two index fingers, in place of a missing one the best other finger.

    Args:
        quality: NFIQ 2 of each finger that was captured, 0-100.

    Returns:
        At most two positions, the right hand's first; of two as good the one with the lower code.
    """
    chosen = [finger for finger in _INDEXES if finger in quality]
    others = sorted(
        (finger for finger in quality if finger not in chosen), key=lambda one: (-quality[one], one)
    )
    return tuple(sorted((chosen + others)[:FINGERS]))


def chip_finger(
    template: FingerTemplate, position: FingerPosition, form: CardFormat = CardFormat.COMPACT
) -> ChipFinger:
    """The best minutiae of a finger on the grid of the card.

    Places are counted from the corner of the box around those minutiae, so that the compact form's 25.5 mm
    reach as far as they can; a minutia beyond is left out, the poorest first.
    """
    scale = parameters.MILLIMETRES_PER_PIXEL / form.step
    best = np.argsort(-template.quality.astype(np.int64), kind="stable")[: parameters.CARD_MINUTIAE]
    x, y = (
        np.round((side[best] - side[best].min()) * scale).astype(int) for side in (template.x, template.y)
    )
    turns = np.round(-template.direction[best].astype(np.int64) * (form.steps / _TURN)).astype(int)
    angle = turns % form.steps
    fits = (x <= form.reach) & (y <= form.reach)
    rows = zip(x[fits], y[fits], angle[fits], strict=True)
    return ChipFinger(position, tuple(CardMinutia(int(a), int(b), int(c)) for a, b, c in rows), form)


def chip_template(finger: ChipFinger) -> FingerTemplate:
    """A template for the 1:1 comparison at hand-over; not for the gallery, the flow is only implied.

    Raises:
        Problem: ``abis.finger_unreadable`` if the chip holds too few minutiae.
    """
    if len(finger.minutiae) < LEAST_MINUTIAE:
        raise Problem("abis.finger_unreadable", reason="few")
    scale = finger.form.step / parameters.MILLIMETRES_PER_PIXEL
    given = np.array([(one.x, one.y, one.angle) for one in finger.minutiae], np.int64)
    edge = parameters.FLOW_REACH  # the chip's places begin at the outermost minutiae
    x, y = (np.round(given[:, at] * scale + edge).astype(np.uint16) for at in (0, 1))
    direction = (-given[:, 2] * (_TURN // finger.form.steps) % _TURN).astype(np.uint8)
    least, most = SIDE_RANGE
    width, height = (max(round(side.max() + edge), least) for side in (x, y))
    if max(width, height) > most:
        raise Problem("abis.finger_unreadable", reason="size")
    quality = np.full(len(x), parameters.QUALITY_UNKNOWN, np.uint8)
    flow = implied_flow(x, y, direction, width, height)
    return FingerTemplate(x, y, direction, quality, flow, width, height)
