"""One finger across many people: an operator who lends a finger, or a helper who stands in for the absent."""

from collections import OrderedDict
from dataclasses import dataclass

from rekam.abis import parameters as engine
from rekam.abis.finger.comparison import prepared_evidence
from rekam.abis.finger.likeness import LIKENESS
from rekam.abis.finger.matcher import agreement
from rekam.abis.finger.prepared import PreparedFinger, prepared
from rekam.abis.finger.support import TOLERANCES
from rekam.abis.within import parameters
from rekam.abis.within.same_finger import Fingers
from rekam.biometric import FingerPosition


@dataclass(frozen=True, slots=True)
class WatchHit:
    """A finger of a recording that is watched.

    Attributes:
        position: Where the recording has it.
        ref: Whose it is: the operator, or the earlier recording.
        watched: Where that one had it.
        score: Log-likelihood ratio that they are one finger, nats.
    """

    position: FingerPosition
    ref: str
    watched: FingerPosition
    score: float


class FingerWatch:
    """A small gallery of single prints, each compared with every finger at any place.

    Filled with an operator's own fingers it finds them in residents' recordings; filled with the recordings of
    one station it finds a finger that several people seem to share. One thread at a time.

    Args:
        most: Prints held; the oldest leave first.
    """

    def __init__(self, most: int = parameters.MOST_WATCHED) -> None:
        self._most = most
        self._prints: OrderedDict[tuple[str, FingerPosition], PreparedFinger] = OrderedDict()

    def __len__(self) -> int:
        return len(self._prints)

    def add(self, ref: str, fingers: Fingers) -> None:
        """Watch these fingers from now on; the same reference again replaces them."""
        self.remove(ref)
        for position, finger in fingers.items():
            self._prints[ref, position] = prepared(finger)
        while len(self._prints) > self._most:
            self._prints.popitem(last=False)

    def remove(self, ref: str) -> None:
        """Watch nothing of this reference; unknown ones are no problem."""
        for key in [key for key in self._prints if key[0] == ref]:
            del self._prints[key]

    def hits(self, fingers: Fingers, *, without: str | None = None) -> tuple[WatchHit, ...]:
        """Watched fingers in a recording, the surest first.

        Args:
            fingers: Of the recording.
            without: A reference that is not looked at: the recording's own.
        """
        found = []
        for position, finger in fingers.items():
            form = prepared(finger)
            for (ref, watched), other in self._prints.items():
                if ref != without and _alike(form, other):
                    score = prepared_evidence(form, other)
                    if score >= parameters.WATCH_SCORE:
                        found.append(WatchHit(position, ref, watched, score))
        return tuple(sorted(found, key=lambda hit: -hit.score))


def _alike(one: PreparedFinger, other: PreparedFinger) -> bool:
    """The first stage: four times as fast, and rid of nearly everything."""
    agreed = agreement(one.points, one.codes, other.points, other.codes, LIKENESS, TOLERANCES, engine.QUICK_PAIRS,
                       engine.SIMILARITY_FLOOR, engine.RELAX_ROUNDS)  # fmt: skip
    return agreed >= parameters.WATCH_QUICK
