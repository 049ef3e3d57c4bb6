"""Numbers of the papers of children, each with its source."""

from datetime import date

CHILD_YEARS = 18
"""A child is counted until the day before the 18th birthday.

The programme writes "children 0-18"; the law calls a child whoever is not 18 yet (UU 35/2014 art. 1 no. 1), and
offices read it as "18 years less a day". So who completes 18 years leaves numerator and denominator that day.
"""

YOUNG_CARD_YEARS = 5
"""A child identity card issued below this age is valid up to that birthday (Permendagri 2/2016 art. 6)."""

CARD_YEARS = 17
"""From this age a resident holds a KTP-el instead (UU 24/2013 art. 63); also the end of every child card."""

RECORDING_YEARS = 16
"""From this age offices record; the card is given at 17 (practice of the offices, e.g. Ngawi 2024)."""

NUMBER_LETTERS = (4, 40)
"""Fewest and most letters of a certificate number. Ours: old numbers such as ``123/IST/2004`` are short, those of
SIAK (``1502-LU-17102017-0001``) have 21."""

OFFICE_LETTERS_MOST = 80
"""Letters of the name of the office that issued a certificate; ours."""

REMARK_LETTERS_MOST = 200
"""Letters of a remark beside a reason; ours."""

TARGETS = {2015: 0.75, 2016: 0.775, 2017: 0.80, 2018: 0.825, 2019: 0.85}
"""Share of children with a birth certificate to be reached by the end of each year (RPJMN 2015-2019)."""

WINDOWS_DAYS = (30, 90, 365)
"""How far ahead the list of those who turn 17 looks, days."""

ELECTIONS = (
    (date(2018, 6, 27), "Pilkada serentak 27 Juni 2018", "PKPU 1/2017"),
    (date(2019, 4, 17), "Pemilu 17 April 2019", "PKPU 7/2017"),
    (date(2024, 2, 14), "Pemilu 14 Februari 2024", "PKPU 3/2022"),
    (date(2024, 11, 27), "Pilkada serentak 27 November 2024", "PKPU 2/2024"),
)
"""Days of voting with the decision that set each: who is 17 on it may vote and needs a card by then."""
