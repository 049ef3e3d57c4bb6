"""Marital status and occupation by age and sex; plausible, not published."""

import numpy as np
from numpy.typing import NDArray

from rekam.person import Sex

_AGES = (17, 20, 25, 30, 35, 45, 55, 65, 75)
"""Years from which each column below holds; the ages below 17 are the first."""

_MARITAL = {
    Sex.MAN: (
        (0.985, 0.80, 0.38, 0.14, 0.06, 0.03, 0.02, 0.01, 0.01),
        (0.015, 0.195, 0.60, 0.83, 0.90, 0.92, 0.91, 0.86, 0.74),
        (0.0, 0.005, 0.015, 0.02, 0.025, 0.025, 0.02, 0.02, 0.02),
        (0.0, 0.0, 0.005, 0.01, 0.015, 0.025, 0.05, 0.11, 0.23),
    ),
    Sex.WOMAN: (
        (0.90, 0.52, 0.16, 0.06, 0.03, 0.02, 0.015, 0.01, 0.01),
        (0.098, 0.46, 0.80, 0.88, 0.90, 0.85, 0.72, 0.51, 0.29),
        (0.002, 0.018, 0.03, 0.035, 0.035, 0.035, 0.035, 0.03, 0.02),
        (0.0, 0.002, 0.01, 0.025, 0.035, 0.095, 0.23, 0.45, 0.68),
    ),
}
"""Share single, married, divorced and widowed (codes 1-4 of ``status_kawin``) by age."""

_Shares = tuple[tuple[str, float], ...]

_RURAL_MEN = (("9", 0.52), ("88", 0.14), ("19", 0.10), ("15", 0.08), ("20", 0.06), ("84", 0.04), ("81", 0.02),
              ("5", 0.02), ("65", 0.01), ("26", 0.01))  # fmt: skip
_URBAN_MEN = (("88", 0.32), ("15", 0.26), ("19", 0.14), ("84", 0.10), ("5", 0.08), ("81", 0.04), ("65", 0.02),
              ("13", 0.02), ("7", 0.01), ("6", 0.01))  # fmt: skip
_RURAL_WOMEN = (("2", 0.56), ("9", 0.26), ("88", 0.05), ("84", 0.04), ("65", 0.03), ("20", 0.03), ("15", 0.02),
                ("73", 0.01))  # fmt: skip
_URBAN_WOMEN = (("2", 0.58), ("88", 0.11), ("15", 0.11), ("84", 0.06), ("5", 0.06), ("65", 0.05), ("74", 0.02),
                ("73", 0.01))  # fmt: skip


def marital_status(rng: np.random.Generator, sex: Sex, ages: NDArray[np.int64]) -> NDArray[np.int64]:
    """(n,) codes of list ``status_kawin`` for people of 17 and more years."""
    column = np.searchsorted(_AGES, ages, side="right").clip(1) - 1
    edges = np.cumsum(np.array(_MARITAL[sex]), axis=0)[:, column]
    codes: NDArray[np.int64] = (rng.random(len(ages)) >= edges).sum(axis=0).clip(max=3) + 1
    return codes


def occupation(
    rng: np.random.Generator, sex: Sex, ages: NDArray[np.int64], *, urban: bool
) -> NDArray[np.object_]:
    """(n,) codes of list ``pekerjaan``; pupils and students among the young."""
    if sex is Sex.MAN:
        table: _Shares = _URBAN_MEN if urban else _RURAL_MEN
    else:
        table = _URBAN_WOMEN if urban else _RURAL_WOMEN
    edges = np.cumsum([share for _, share in table])
    drawn = np.searchsorted(edges / edges[-1], rng.random(len(ages)), side="right").clip(max=len(table) - 1)
    codes: NDArray[np.object_] = np.array([code for code, _ in table], dtype=object)[drawn]
    student = (ages < 19) & (rng.random(len(ages)) < 0.8) | (ages < 23) & (rng.random(len(ages)) < 0.3)
    codes[student] = "3"
    codes[ages < 6] = "1"
    codes[(ages >= 6) & (ages < 17)] = "3"
    codes[(ages >= 60) & (rng.random(len(ages)) < 0.05)] = "4"
    return codes
