"""Where minutiae come from: a plug-in of the finger extractor."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from rekam.abis.finger.flow import Flow
from rekam.abis.finger.mindtct import drawn
from rekam.abis.finger.minutiae import Minutiae, placed_minutiae, sound_minutiae


class MinutiaeFinder(Protocol):
    """Finds the minutiae of cleaned ridges."""

    def __call__(
        self, ridges: NDArray[np.float32], inside: NDArray[np.bool_], flow: Flow, area: NDArray[np.bool_]
    ) -> Minutiae:
        """Minutiae, best quality first.

        Args:
            ridges: Cleaned picture (height, width) at 500 dpi, ridges negative.
            inside: Foreground at each pixel.
            flow: Ridge flow on cells.
            area: Foreground on cells.

        Raises:
            Problem: ``abis.finger_unreadable`` if it gives up.
        """


def by_mindtct(
    ridges: NDArray[np.float32], inside: NDArray[np.bool_], flow: Flow, area: NDArray[np.bool_]
) -> Minutiae:
    """Those that NIST's mindtct finds: what the engine uses unless told otherwise."""
    return sound_minutiae(drawn(ridges, inside), flow, area)


def by_line_ends(
    ridges: NDArray[np.float32], inside: NDArray[np.bool_], flow: Flow, area: NDArray[np.bool_]
) -> Minutiae:
    """Own finder, in a fifth of the time: ridges end where thinned ridges end, and fork where thinned valleys end.

    Weaker than mindtct with the evidence weights of today, which were fitted on mindtct's minutiae (`docs/cards/abis.md`).
    """
    from rekam.abis.finger.line_end import line_ends

    ends = np.concatenate([line_ends((ridges < 0) & inside), line_ends((ridges > 0) & inside)])
    return placed_minutiae(ends[:, 0], ends[:, 1], np.arctan2(ends[:, 3], ends[:, 2]), flow, area)


FINDERS: dict[str, MinutiaeFinder] = {"mindtct": by_mindtct, "line-ends": by_line_ends}
"""By the name that the command line knows."""
