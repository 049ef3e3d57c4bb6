"""Numbers of the synthetic population. Those without a source are plausible, not published."""

from datetime import date

PROVINCE = "15"
"""Jambi."""

REFERENCE_DAY = date(2017, 8, 28)
"""Day of the province's figures (vice-governor's statement; ``aksipost.com/arsip/25509``)."""

POPULATION = 3_469_230
"""Residents of Jambi on `REFERENCE_DAY`, same source."""

OBLIGED = 2_454_206
"""Residents obliged to hold a card on that day, 70.7 % of all, same source."""

RECORDED = 2_166_190
"""Of them recorded, 88.26 %, same source."""

LARGEST_SCALE = 2.0
"""Above it the serials of one village could run out."""

PYRAMID = (
    9.6, 9.5, 9.0, 8.9, 8.7, 8.6, 8.5, 8.0, 7.2, 6.2, 5.1, 3.9, 2.7, 1.8, 1.2, 0.7, 0.3, 0.1,
)  # fmt: skip
"""Per cent of residents by five-year age group from 0-4 to 85-89; plausible for Jambi about 2017."""

MARRIED_YOUNG_SHARE = 0.0012
"""Of the obliged, those younger than 17 but ever married; plausible."""

DEFAULT_DATE_SHARE = (0.005, 0.06)
"""Share whose day of birth is written 1 January or 1 July: below and from 50 years; plausible."""

NEW_YEAR_SHARE = 0.75
"""Of those, the share with 1 January; plausible."""

MOVED_SHARE = 0.12
"""Share whose NIK is of another district than the one they live in; plausible."""

MOVED_FROM = ("33", "35", "32", "12", "13", "16", "18", "14", "34")
"""Provinces people come from; half of those moved come from within Jambi."""

URBAN_WEIGHT = 2.5
"""Residents of a kelurahan beside those of a desa in the same district; plausible."""

VILLAGE_SPREAD = 0.35
"""Standard deviation of the logarithm of village size; plausible."""

MISSING_SPREAD = 0.5
"""Standard deviation of the logarithm of a village's share not recorded; plausible."""

RELIGION = (0.954, 0.030, 0.006, 0.0004, 0.009, 0.0005, 0.0001)
"""Share of households by code of list ``agama``, 1-7; plausible for Jambi."""

TITLE_SHARE = 0.015
"""Muslims from 50 years whose register name carries H. or Hj.; plausible."""

BLOOD_TYPE = (("-", 0.55), ("O", 0.18), ("B", 0.13), ("A", 0.11), ("AB", 0.03))
"""Share of blood types; most cards say unknown; plausible."""

OWN_HOUSEHOLD = (0.75, 0.35)
"""Widowed, divorced or separated people who head a household: below and from 75 years; plausible."""

COUPLE_AGE_GAP = (3.5, 3.0)
"""Years a husband is older than his wife: mean and standard deviation; plausible."""

HOUSEHOLDS_PER_RT = 35
"""Households of one neighbourhood (RT); plausible."""
