"""Outlines as the map draws them, prepared once."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from rekam.edge.packed import outlines
from rekam.edge.web.map_svg import Frame, paths
from rekam.place import Level


@dataclass(frozen=True, slots=True)
class Drawn:
    """The outlines of a place.

    Attributes:
        frame: The picture.
        paths: ``d`` of each region by its code.
    """

    frame: Frame
    paths: dict[str, str]


@lru_cache(maxsize=64)
def drawn(level: Level, within: str) -> Drawn:
    """The outlines of one level inside a place; the empty text is the nation."""
    frame, found = paths(outlines(level, within or None))
    return Drawn(frame, found if within else {code: _coarse(path) for code, path in found.items()})


def _coarse(path: str) -> str:
    """An outline by whole points: all regencies of the nation are 0.6 MB otherwise."""
    rings = []
    for ring in path.removesuffix("Z").split("Z"):
        points = [
            " ".join(str(round(float(n))) for n in one.split()) for one in ring.removeprefix("M").split("L")
        ]
        kept = [one for one, _ in groupby(points)]
        if len(kept) > 2:
            rings.append("M" + "L".join(kept) + "Z")
    return "".join(rings) or path
