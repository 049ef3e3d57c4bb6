"""Whether the fingers of a capture are the ones asked for, as far as the other fingers can tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rekam.problem import Problem
from rekam.recording import parameters
from rekam.recording.item import Item
from rekam.recording.step import STEP_OF

if TYPE_CHECKING:
    from rekam.abis import FingerTemplate

Prints = Mapping[Item, "FingerTemplate"]


@dataclass(frozen=True, slots=True)
class Confusion:
    """Two items that show one finger.

    Attributes:
        item: Of the new capture.
        other: Of the same capture or kept from before.
        score: Log-likelihood ratio that they are one finger, nats.
    """

    item: Item
    other: Item
    score: float

    def problem(self) -> Problem:
        """The sentence for the operator."""
        fingers = {"finger": int(self.item.place or 0), "other": int(self.other.place or 0)}
        if STEP_OF[self.item] is STEP_OF[self.other]:
            return Problem("recording.same_finger_twice", **fingers)
        return Problem("recording.finger_of_other_step", **fingers, step=int(STEP_OF[self.other]))


def confusion(new: Prints, kept: Prints) -> Confusion | None:
    """The likeliest two items that show the same finger, ``None`` when all differ.

    A finger of another hand or a second time the same one is found only where the finger itself was captured
    too: a first slap of the wrong hand shows when the other hand comes.

    Args:
        new: Fingers of this capture.
        kept: What the draft holds; the new capture's own items in it are another attempt and not compared.
    """
    from rekam.abis import compare_fingers

    others = {**kept, **new}
    found: list[Confusion] = []
    seen: set[frozenset[Item]] = set()
    for item, template in new.items():
        for other, its in others.items():
            pair = frozenset((item, other))
            if item is other or pair in seen:
                continue
            seen.add(pair)
            found.append(Confusion(item, other, compare_fingers(template, its).score))
    worst = max(found, key=lambda one: one.score, default=None)
    return worst if worst is not None and worst.score >= parameters.SAME_FINGER_SCORE else None
