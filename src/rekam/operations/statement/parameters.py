"""The numbers of the statement check: one place, each with unit and reason."""

# What an honest printer may do to a number.

ROUND_ZEROS = 3
"""Trailing zeros from which a whole number counts as rounded: one exact count in a thousand ends so."""

ROUND_ZEROS_TOGETHER = 2
"""The same where another number of the statement is rounded too (196.700 beside 35.000)."""

TRUE_DIGITS = 2
"""A round number without "ribu" or "juta" is taken to be right in its first two digits: 90000 is 89.500 to 90.500."""

FITTED_STEPS = 0.6
"""Part of half a step by which each round count of one table may be off where they have to sum: three together stay
under one step, so 1.200.000 less 1.080.000 is not 130.000."""

ABOUT_COUNT = 0.05
"""Share of a count by which "sekitar", "kira-kira", "lebih dari", "hampir" widen it."""

ABOUT_TENS = 5.0
"""Percentage points by which "sekitar" widens a multiple of ten (60), to either side."""

ABOUT_FIVES = 2.5
"""The same for another multiple of five (85)."""

# Who may be compared with whom.

RENEWAL = 1.10
"""The most by which a renewed data cut may enlarge the obliged at once. Nation, March to September 2017: 178,2 to
185,2 million = 1,04; Penajam's service data against the cut: 1,05. Twice the largest seen."""

RENEWAL_A_YEAR = 0.03
"""What growth adds to it each year between two statements; Merangin 2017 to 2018: 0,019."""

SMALL_BASE = 0.2
"""A denominator below this part of the place's other denominators counts something else (8.812 beside 163.166)."""

BASE_SPAN = 0.5
"""A denominator above this part of the place's others, or of its residents, counts everybody whatever it is called
("dari target 236.124"); the obliged are 0,65 to 0,75 of the residents in every row of the Jambi file."""

RISE_A_DAY = 0.15
"""Percentage points a day above which a rise is doubted, never called wrong. The whole campaign of late 2017
asked for 0,137 a day (88,50 to 100 in 84 days) and did not reach it."""

TWIN_LEAST = 1000
"""Smallest count that two places of one list do not share by chance (eleven numbers above 1000: under 1 in 100)."""

WHOLE_NEAR = 0.05
"""A sum this near to a total (part of it) is meant to be that total."""

LISTED_SHARE_OFF = 1.25
"""Listed parts whose sum is this many times what their residents' share of the whole lets expect are not all the parts
of the place but all the parts of the list: three regencies that make 99 % of a "province"."""

DEVICES_MOST = 20_000
"""More sets than the country has (12 thousand, JPNN 10-10-2017), fewer people than any regency obliges."""

# Claims in words.

REPAIRED_BEFORE_DAYS = 45
"""Broken devices reported this long before "all repaired" still contradict it (185 items, eight days before)."""

REPAIRED_AFTER_DAYS = 180
"""Broken devices reported this long after "all repaired" contradict it; later ones may have broken since."""

STATE_DAYS = 31
"""Days within which lines, power or blanks cannot be both well and not."""

MAXIMAL_FLOOR = 85.0
"""Per cent below which "already maximal" is no word for a figure; the nation stood at 94, the province at 88,50."""

FIGURE_DAYS = 92
"""Days within which a figure answers a claim in words: a quarter."""

NEAR_LATEST = 0.5
"""Percentage points: differences below it do not make a place "highest" or "lowest" wrongly."""

HALF = 0.5
THOUSAND = 1000.0
