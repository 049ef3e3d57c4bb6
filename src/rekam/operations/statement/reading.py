"""A printed number and what its true value may have been."""

from dataclasses import dataclass, replace

from rekam.operations.statement.parameters import ABOUT_COUNT, ABOUT_FIVES, ABOUT_TENS, HALF, TRUE_DIGITS

EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class Reading:
    """A number as printed, with the bounds within which an honest printer's true number lies.

    Attributes:
        value: The number itself; people, or percentage points.
        low: Least true value.
        high: Largest true value.
        unit: One step of the last printed digit: 1 for 2.454.206, 100.000 for "2,1 juta", 0,01 for 88,50.
        about: "sekitar", "hampir", "lebih dari" … stand before it.
    """

    value: float
    low: float
    high: float
    unit: float = 1.0
    about: str = ""

    @property
    def whole(self) -> int:
        """The count as a whole number."""
        return round(self.value)

    @property
    def exact(self) -> bool:
        """Whether it claims to be right to the last person."""
        return self.high - self.low < EPSILON

    def meets(self, low: float, high: float) -> bool:
        """Whether a true value between the bounds is possible."""
        return self.low <= high + EPSILON and low <= self.high + EPSILON

    def same(self, other: "Reading") -> bool:
        """Whether both may be the same true number."""
        return self.meets(other.low, other.high)


def exactly(value: float) -> Reading:
    """A number that is what it says."""
    return Reading(value, value, value)


def count(value: float, unit: float = 1.0, about: str = "") -> Reading:
    """A count printed in steps of ``unit`` (people); 1 = to the last person."""
    half = unit * HALF if unit > 1 else 0.0
    return _widened(Reading(value, max(0.0, value - half), value + half, unit), about, value * ABOUT_COUNT)


def share(value: float, decimals: int, about: str = "") -> Reading:
    """A percentage printed with so many decimals.

    Rounding half up, half to even and cutting off are all honest: the press does each (75,258 became 75,25).
    With decimals, rounding up is honest too, for it moves nothing that matters; without them it is not: it made
    92 of 91.
    """
    unit = 10.0**-decimals
    below = unit if decimals else unit * HALF
    if value % 10 == 0:
        width = ABOUT_TENS
    elif value % 5 == 0:
        width = ABOUT_FIVES
    else:
        width = unit
    return _widened(
        Reading(value, value - below + EPSILON * 10, value + unit - EPSILON * 10, unit), about, width
    )


def in_steps(reading: Reading, unit: float) -> Reading:
    """The same count, known to be printed in steps of ``unit``."""
    widened = count(reading.value, unit, reading.about)
    return replace(
        widened, low=min(widened.low, reading.low), high=max(widened.high, reading.high), unit=reading.unit
    )


def round_unit(value: float) -> float:
    """Steps in which a whole number without "ribu" or "juta" seems to be printed: 100.000 for 2400000."""
    whole = round(abs(value))
    if whole == 0:
        return 1.0
    zeros = len(str(whole)) - len(str(whole).rstrip("0"))
    return float(10 ** max(0, min(zeros, len(str(whole)) - TRUE_DIGITS)))


def about_word(reading: Reading, about: str) -> Reading:
    """The number with a word before it that was found elsewhere, for example in the remark."""
    width = ABOUT_TENS if reading.value % 10 == 0 else ABOUT_FIVES if reading.value % 5 == 0 else reading.unit
    return _widened(reading, about, width)


def about_count(reading: Reading, about: str) -> Reading:
    """The same for a count."""
    return _widened(reading, about, reading.value * ABOUT_COUNT)


def _widened(reading: Reading, about: str, width: float) -> Reading:
    if not about:
        return reading
    low = reading.value - width if about in {"about", "under"} else reading.value
    high = reading.value + width if about in {"about", "over"} else reading.value
    return replace(reading, low=max(0.0, min(low, reading.low)), high=max(high, reading.high), about=about)
