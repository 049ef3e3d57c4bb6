from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import cast

import numpy as np
from numpy.typing import NDArray

from rekam.edge.packed.file import columns
from rekam.place import Gazetteer, Level, Outline, OutlineSet, Points
from rekam.place.former import FormerRegister
from rekam.place.register import Register

DEGREE = 10_000.0
"""Stored steps a degree."""

UNKNOWN = np.iinfo(np.int32).min
"""Stored instead of a coordinate that is not known."""

FINE = "15"
"""The province whose outlines are also packed in the full detail of the source (Jambi)."""


@lru_cache(maxsize=1)
def _regions() -> tuple[Gazetteer, Points]:
    packed = columns("regions")
    register = Register(_text(packed["codes"]), _text(packed["names"]), cast("bytes", packed["kinds"]))
    former = FormerRegister(
        codes=_text(packed["former_codes"]),
        names=_text(packed["former_names"]),
        kinds=cast("bytes", packed["former_kinds"]),
        today=_text(packed["former_today"]),
        changes=cast("bytes", packed["former_changes"]),
        newcomers=frozenset(_text(packed["newcomers"])),
    )
    points = Points(register, _degrees(packed["lat"]), _degrees(packed["lon"]))
    return Gazetteer(register, former), points


def gazetteer() -> Gazetteer:
    """All regions of 2025 and 2017; read once, kept."""
    return _regions()[0]


def centres() -> Points:
    """Centre of every regency and district and of nearly every village, by code."""
    return _regions()[1]


def outlines(level: Level, within: str | None = None) -> Mapping[str, Outline]:
    """Outlines by region code.

    Args:
        level: `Level.REGENCY` or `Level.DISTRICT`; no others are drawn by the source.
        within: Only those below this province or regency. Below Jambi they come in full detail,
            so never mix the two sets on one map.

    Raises:
        ValueError: For another level (a mistake of the programmer).
    """
    if level not in (Level.REGENCY, Level.DISTRICT):
        message = f"there are no outlines of level {level.name}"
        raise ValueError(message)
    name = "regency_outlines" if level is Level.REGENCY else "district_outlines"
    if within is None:
        return _outlines(name)
    home = gazetteer().region(within).code
    found = _outlines(f"jambi_{name}" if home.startswith(FINE) else name)
    return {code: found[code] for code in found if code == home or code.startswith(home + ".")}


@lru_cache(maxsize=4)
def _outlines(name: str) -> OutlineSet:
    packed = columns(name)
    lon_lat = np.column_stack([_degrees(packed["lon"]), _degrees(packed["lat"])])
    return OutlineSet(
        _text(packed["codes"]),
        _begins(packed["polygons"]),
        _begins(packed["rings"]),
        _begins(packed["corners"]),
        lon_lat,
    )


def _begins(column: object) -> NDArray[np.int64]:
    return cast("NDArray[np.int32]", column).astype(np.int64)


def _text(column: object) -> Sequence[str]:
    return cast("Sequence[str]", column)


def _degrees(column: object) -> NDArray[np.float64]:
    steps = cast("NDArray[np.int32]", column)
    return np.where(steps == UNKNOWN, np.nan, steps / DEGREE)
