"""Classes of a map: few, named, and told apart without colour by their words in the table beside it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shade:
    """One class of coverage: from ``least`` (fraction, inclusive) upwards."""

    least: float
    colour: str
    id: str
    en: str


SHADES = (
    Shade(0.0, "#662506", "di bawah 60 %", "under 60 %"),
    Shade(0.60, "#a63c06", "60–70 %", "60–70 %"),
    Shade(0.70, "#d9691e", "70–85 %", "70–85 %"),
    Shade(0.85, "#f2b04d", "85–90 %", "85–90 %"),
    Shade(0.90, "#cfd98a", "90–95 %", "90–95 %"),
    Shade(0.95, "#6fae6a", "95–99 %", "95–99 %"),
    Shade(0.99, "#1b6e3c", "99 % ke atas", "99 % and more"),
)
"""From the farthest to the nearest to 100 %; light in the middle so that print keeps an order at both ends."""

NOTHING = Shade(-1.0, "#e3e8ea", "tidak ada data", "no data")


def shade_of(fraction: float | None) -> Shade:
    """The class of a coverage fraction."""
    if fraction is None:
        return NOTHING
    return next(shade for shade in reversed(SHADES) if fraction >= shade.least)
