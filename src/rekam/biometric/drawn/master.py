from dataclasses import dataclass
from functools import lru_cache

from rekam.biometric.drawn.field import Field
from rekam.biometric.drawn.finger_class import FingerClass, finger_class, is_right
from rekam.biometric.drawn.orientation import Singularities, draw_singularities, orientation_field
from rekam.biometric.drawn.pore import pore_map
from rekam.biometric.drawn.ridge import grow_ridges, period_map
from rekam.biometric.drawn.seed import Stream, stream
from rekam.biometric.position import FingerPosition

KEPT_MASTERS = 160
"""Masters kept in memory: sixteen persons, 0.5 MB each finger."""


@dataclass(frozen=True, slots=True, eq=False)
class Master:
    """The skin of one finger, which every impression of it shows a part of.

    Attributes:
        kind: Class of the finger.
        singular: Cores and deltas, pixels at 500 dpi.
        ridges: Ridge height, -1 to 1, one value every ``MASTER_STEP`` pixels.
        pores: Sweat pores, 0-1, in the same cells.
    """

    kind: FingerClass
    singular: Singularities
    ridges: Field
    pores: Field


@lru_cache(maxsize=KEPT_MASTERS)
def master(person: int, position: FingerPosition) -> Master:
    """The master print of a finger; the same for ever for the same person and finger."""
    rng = stream(Stream.FINGER_MASTER, person, position)
    kind = finger_class(person, position)
    singular = draw_singularities(rng, kind, right_hand=is_right(position))
    flow = orientation_field(rng, kind, singular)
    period = period_map(rng, singular)
    ridges = grow_ridges(rng, flow, period)
    pores = pore_map(rng, ridges)
    for values in (ridges, pores):
        values.setflags(write=False)
    return Master(kind, singular, ridges, pores)
