from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.place.point import Point

Ring = NDArray[np.float64]
"""(n, 2) degrees east and north, first point repeated at the end."""


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """The drawn boundary of a region: indicative, never a legal boundary.

    Attributes:
        code: Dotted region code.
        polygons: Each polygon as its outer ring and its holes.
    """

    code: str
    polygons: tuple[tuple[Ring, ...], ...]

    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north edge in degrees."""
        outer = np.concatenate([rings[0] for rings in self.polygons])
        west, south = outer.min(axis=0).tolist()
        east, north = outer.max(axis=0).tolist()
        return west, south, east, north

    def geometry(self) -> dict[str, object]:
        """GeoJSON geometry (RFC 7946), coordinates rounded to four decimals (11 m)."""
        rings = [[np.round(ring, 4).tolist() for ring in polygon] for polygon in self.polygons]
        if len(rings) == 1:
            return {"type": "Polygon", "coordinates": rings[0]}
        return {"type": "MultiPolygon", "coordinates": rings}

    def contains(self, point: Point) -> bool:
        """Whether a point lies inside (even-odd rule; on the line itself either answer)."""
        inside = False
        for polygon in self.polygons:
            for ring in polygon:
                lon, lat = ring[:-1].T
                next_lon, next_lat = ring[1:].T
                spans = (lat > point.lat) != (next_lat > point.lat)
                run = (next_lon - lon)[spans] / (next_lat - lat)[spans]
                crossing = lon[spans] + (point.lat - lat[spans]) * run
                inside ^= bool(np.count_nonzero(crossing > point.lon) % 2)
        return inside


class OutlineSet(Mapping[str, Outline]):
    """Outlines by region code as columns; an `Outline` is built when asked for.

    Args:
        codes: Region codes, ascending.
        polygons: (len(codes) + 1,) where each region's polygons begin.
        rings: (polygons + 1,) where each polygon's rings begin.
        corners: (rings + 1,) where each ring's corners begin.
        lon_lat: (corners, 2) degrees east and north, rings not closed.
    """

    def __init__(
        self,
        codes: Sequence[str],
        polygons: NDArray[np.int64],
        rings: NDArray[np.int64],
        corners: NDArray[np.int64],
        lon_lat: NDArray[np.float64],
    ) -> None:
        self._row = {code: row for row, code in enumerate(codes)}
        self._polygons = polygons
        self._rings = rings
        self._corners = corners
        self._lon_lat = lon_lat

    def __getitem__(self, code: str) -> Outline:
        row = self._row[code]
        return Outline(
            code,
            tuple(
                tuple(self._ring(ring) for ring in range(self._rings[polygon], self._rings[polygon + 1]))
                for polygon in range(self._polygons[row], self._polygons[row + 1])
            ),
        )

    def _ring(self, ring: int) -> Ring:
        corners = self._lon_lat[self._corners[ring] : self._corners[ring + 1]]
        return np.concatenate([corners, corners[:1]])

    def __iter__(self) -> Iterator[str]:
        return iter(self._row)

    def __len__(self) -> int:
        return len(self._row)
