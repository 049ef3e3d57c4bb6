from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.place.register import Register


@dataclass(frozen=True, slots=True)
class Point:
    """A place on Earth (WGS 84).

    Attributes:
        lat: Degrees north.
        lon: Degrees east.
    """

    lat: float
    lon: float


class Points(Mapping[str, Point]):
    """Centres of regions by code, as columns beside a register.

    Args:
        register: The code list whose rows the columns follow.
        lat: Degrees north, one a row; NaN where no centre is known.
        lon: Degrees east, the same.
    """

    def __init__(self, register: Register, lat: NDArray[np.float64], lon: NDArray[np.float64]) -> None:
        self._register = register
        self._lat = lat
        self._lon = lon

    def __getitem__(self, code: str) -> Point:
        row = self._register.index(code)
        if row is None or np.isnan(self._lat[row]):
            raise KeyError(code)
        return Point(float(self._lat[row]), float(self._lon[row]))

    def __iter__(self) -> Iterator[str]:
        return (self._register.codes[row] for row in np.flatnonzero(~np.isnan(self._lat)).tolist())

    def __len__(self) -> int:
        return int(np.count_nonzero(~np.isnan(self._lat)))
