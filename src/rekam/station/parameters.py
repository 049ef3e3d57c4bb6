"""The numbers of the counter: one place, each with unit and source."""

OPEN_HOURS = range(8, 16)
"""Hours of the station's zone in which the counter is open, and in which time counts as lost; house choice after the
usual 08.00-16.00 of a kecamatan office. Appointments are given for each of them."""

SLOT_CAPACITY = 4
"""Appointments in one hour; a recording takes about 10 minutes, and two of six places stay for those who just come."""

BOOK_DAYS_MOST = 60
"""Days ahead for which an appointment can be made or a visit planned."""

NAME_CHARACTERS_MOST = 60
"""A name on a queue slip."""

STOCK_MOST = 9_999
"""Most of one thing that a day can use up; more is a slip of the finger."""

STOCK_ITEMS = ("slip_paper", "a4_paper", "cleaning_cloth", "other")
"""What a counter uses up: rolls of 80 mm paper, sheets of A4, cloths for the glass, anything else."""

ROSTER_OLD_S = 7 * 24 * 3600
"""Seconds after which the search page warns that the roster is old; the longest that a village visit stays out."""

VILLAGE_PAGE = 50
"""Residents on one page of a village's list."""
