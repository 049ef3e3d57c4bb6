"""Coverage of each regency on the reference day, fitted to what was published.

The province is fixed: 2,166,190 of 2,454,206 recorded, 88.26 % (28 Aug 2017), which agrees with
the 88.50 % of 9 Oct. It rose to 91.66 % (31 Dec 2017), 93.68 % (31 Aug 2018) and 95.77 % (31 Jan
2019). A regency's figure of a later day is carried back to the reference day by this path: its
share *not* recorded is multiplied by the province's on the reference day over that of its own day.

| Regency | Figure used | Not used |
| --- | --- | --- |
| Kerinci | 91.68 %, Nov 2016, 159,874 of 174,391, as it is (no province figure of that time) | the printed "80 %" of the same numbers |
| Merangin | 84.9 %, 22 Jan 2017, as it is: its line was cut from July to October | "about 60 %" of 17 Oct 2017, which would be 55,000 fewer than nine months before; 95.47 % of Dec 2018 and 100.78 % of Aug 2019 |
| Sarolangun | 73.64 %, 31 Dec 2017, carried back to about 63 %, which agrees with "about 60 %" of 17 Oct | 75.26 % and 80.11 % of later days |
| Batanghari | 88.64 %, 31 Aug 2018, carried back | 88.40 % of Jan 2019, lower than before |
| Muaro Jambi | 92.76 %, 6 Dec 2017, carried back | Sungai Gelam's "16 %" |
| Tanjung Jabung Barat | 93.63 %, 31 Jan 2019, carried back | |
| Tanjung Jabung Timur | 97.5 %, 31 Dec 2017, carried back | "100 % of 8,812" of Nov 2017, which counts only the rest |
| Bungo, Tebo, Kota Jambi, Sungai Penuh | what the others leave of the province, one rate for the four (about 95 %; "other regions are at their most", 17 Oct) | their Jan 2019 counts, which exceed the obliged that the 2025 shares give to the two cities |

For the province "92 %" of 22 Oct 2017 (2.1 of 2.4 million are 87.5 %) and the second figure of
January 2019 (95.94 %) are not used.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from rekam.place import PublishedCoverage
from rekam.population.parameters import OBLIGED, PROVINCE, RECORDED, REFERENCE_DAY
from rekam.problem import Problem

ANCHORS: Mapping[str, date] = {
    "15.01": date(2016, 11, 30),
    "15.02": date(2017, 1, 22),
    "15.03": date(2017, 12, 31),
    "15.04": date(2018, 8, 31),
    "15.05": date(2017, 12, 6),
    "15.06": date(2019, 1, 31),
    "15.07": date(2017, 12, 31),
}
"""Day of the published row that a regency is fitted to."""

PATH = (REFERENCE_DAY, date(2017, 10, 9), date(2017, 12, 31), date(2018, 8, 31), date(2019, 1, 31))
"""Days of the published rows of the province that are believed; the first row of a day counts."""


def fit_coverage(published: Sequence[PublishedCoverage], obliged: Mapping[str, int]) -> dict[str, float]:
    """Share recorded on the reference day by regency.

    Args:
        published: Rows of the published figures.
        obliged: Obliged residents by regency, at any scale.

    Returns:
        Shares between 0 and 1 whose mean, weighted by ``obliged``, is the province's.

    Raises:
        Problem: ``population.figures_unfit`` if the rest cannot be met by the regencies left over.
    """
    missing_here = 1 - RECORDED / OBLIGED
    fitted: dict[str, float] = {}
    for code, day in ANCHORS.items():
        missing = 1 - _percent(published, code, day) / 100
        if day > REFERENCE_DAY:
            missing *= missing_here / _province_missing(published, day)
        fitted[code] = 1 - missing
    others = [code for code in obliged if code not in fitted]
    total = sum(obliged.values()) * (1 - missing_here)
    rest = total - sum(fitted[code] * obliged[code] for code in obliged if code in fitted)
    left = sum(obliged[code] for code in others)
    rate = rest / left if left else 1.0
    if not 0 < rate <= 1:
        raise Problem("population.figures_unfit", rest=round(100 * rate, 2))
    return {code: fitted.get(code, rate) for code in obliged}


def _percent(published: Sequence[PublishedCoverage], code: str, day: date) -> float:
    for row in published:
        if row.code == code and row.day == day:
            percent = row.computed_percent if row.computed_percent is not None else row.reported_percent
            if percent is not None:
                return percent
    raise Problem("population.figures_unfit", rest=0)


def _province_missing(published: Sequence[PublishedCoverage], day: date) -> float:
    """Share of the province not recorded on a day, straight between the published days."""
    known = [(one, 1 - _percent(published, PROVINCE, one) / 100) for one in PATH]
    for (before, a), (after, b) in pairwise(known):
        if before <= day <= after:
            return a + (b - a) * ((day - before).days / (after - before).days)
    return known[-1][1]
