from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.abis.finger.descriptor import described
from rekam.abis.finger.template import FingerTemplate


@dataclass(frozen=True, slots=True, eq=False)
class PreparedFinger:
    """A finger made ready for comparison; never stored, made from the template in under 0.1 ms.

    Attributes:
        points: Array (n, 5) float32: x, y, direction in radians, its cosine, its sine.
        codes: Neighbourhood codes, array (n, 3) uint64; see ``described``.
        flow: As in ``FingerTemplate``.
    """

    points: NDArray[np.float32]
    codes: NDArray[np.uint64]
    flow: NDArray[np.uint8]


def prepared(template: FingerTemplate) -> PreparedFinger:
    """The search form of a stored template."""
    angle = template.direction * (np.pi / 128)
    columns = (template.x, template.y, angle, np.cos(angle), np.sin(angle))
    points = np.ascontiguousarray(np.stack(columns, axis=1), dtype=np.float32)
    return PreparedFinger(points, described(points, template.flow), np.ascontiguousarray(template.flow))
