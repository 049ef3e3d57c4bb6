"""Where the 64 subbands lie in the plane, and in which order the plane is put together again.

Splitting a band halves its frequency range; the half that came through a high-pass filter is turned over in
frequency, so its own halves change places (IAFIS-IC-0110 figure 3). Whatever lies right or below in its parent
is such a half.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle of the coefficient plane; ``turned_*``: the first half of a split is the high-pass half."""

    x: int
    y: int
    width: int
    height: int
    turned_x: bool = False
    turned_y: bool = False

    def quarters(self) -> tuple["Box", "Box", "Box", "Box"]:
        """Upper left, upper right, lower left, lower right; the low-pass half takes the odd sample."""
        left = self.width // 2 if self.turned_x else (self.width + 1) // 2
        top = self.height // 2 if self.turned_y else (self.height + 1) // 2
        right, bottom = self.width - left, self.height - top
        return (
            Box(self.x, self.y, left, top),
            Box(self.x + left, self.y, right, top, turned_x=True),
            Box(self.x, self.y + top, left, bottom, turned_y=True),
            Box(self.x + left, self.y + top, right, bottom, turned_x=True, turned_y=True),
        )


@dataclass(frozen=True, slots=True)
class Plane:
    """The subbands 0-59 in stored order, and the boxes that were split, whole picture first."""

    bands: tuple[Box, ...]
    splits: tuple[Box, ...]


def plane(width: int, height: int) -> Plane:
    """The fixed WSQ tree for a picture of this size; subbands 60-63 are never stored."""
    whole = Box(0, 0, width, height)
    low, right, below, _ = whole.quarters()
    deep, deep_right, deep_below, deep_corner = low.quarters()
    splits = [whole, low, right, below]
    bands: list[Box] = []
    for part in (deep, deep_right, deep_below):
        splits.append(part)
        for quarter in part.quarters():
            splits.append(quarter)
            bands.extend(quarter.quarters())
    splits.append(bands[0])
    bands[0:1] = bands[0].quarters()
    bands.append(deep_corner)
    bands.extend(right.quarters())
    bands.extend(below.quarters())
    return Plane(tuple(bands), tuple(splits))
