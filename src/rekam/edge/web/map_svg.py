"""Outlines of regions as SVG paths, for maps that print and work without script."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import cos, radians

from rekam.place import Outline


@dataclass(frozen=True, slots=True)
class Frame:
    """How degrees become points: equirectangular, true at the middle latitude.

    Attributes:
        west: Degrees east of the left edge.
        north: Degrees north of the upper edge.
        across: Points per degree of longitude.
        down: Points per degree of latitude.
        width: Of the picture, points.
        height: Of the picture, points.
    """

    west: float
    north: float
    across: float
    down: float
    width: float
    height: float

    @classmethod
    def around(cls, outlines: Iterable[Outline], *, width: float = 760, tallest: float = 560) -> "Frame":
        """The frame that holds all outlines, as wide as asked unless that makes it too tall."""
        edges = [outline.bounds() for outline in outlines]
        west, south = min(edge[0] for edge in edges), min(edge[1] for edge in edges)
        east, north = max(edge[2] for edge in edges), max(edge[3] for edge in edges)
        shrink = cos(radians((south + north) / 2))
        scale = min(width / ((east - west) * shrink), tallest / (north - south))
        return cls(
            west, north, scale * shrink, scale, (east - west) * shrink * scale, (north - south) * scale
        )  # fmt: skip

    def path(self, outline: Outline) -> str:
        """The ``d`` of a path, coordinates to a tenth of a point."""
        parts: list[str] = []
        for polygon in outline.polygons:
            for ring in polygon:
                x = (ring[:-1, 0] - self.west) * self.across
                y = (self.north - ring[:-1, 1]) * self.down
                steps = [f"{a:.1f} {b:.1f}" for a, b in zip(x.tolist(), y.tolist(), strict=True)]
                parts.append("M" + "L".join(steps) + "Z")
        return "".join(parts)


def paths(outlines: Mapping[str, Outline], *, width: float = 760) -> tuple[Frame, dict[str, str]]:
    """The frame around all outlines and the path of each region by its code."""
    frame = Frame.around(outlines.values(), width=width)
    return frame, {code: frame.path(outline) for code, outline in outlines.items()}
