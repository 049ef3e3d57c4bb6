"""Who had to report to the province of Jambi by October 2017, and when: invented, and declared so.

No source tells which office reported when. That they did not all do so in time is what both articles are about;
"late reports" is one of the grounds on which the centre cut regions off (domain report 1.11).
"""

from datetime import date

from rekam.account import Account, Role
from rekam.centre.centre import Centre
from rekam.centre.monthly.compose import start_of
from rekam.centre.monthly.duty import duties, expect_reports, note_received, remind
from rekam.edge.packed import gazetteer
from rekam.operations.report import Month

PROVINCE = "15"
SOURCE = "contoh"
ACTOR = Account("contoh", "Contoh Demo", Role.PROVINCE, PROVINCE, "")
"""Nobody who exists."""

AUGUST, SEPTEMBER = Month(2017, 8), Month(2017, 9)

CAME = {
    AUGUST: {
        "15.01": 6, "15.02": 8, "15.03": 14, "15.04": 7, "15.05": 8, "15.06": 5, "15.07": 4, "15.08": 9, "15.09": 21,
        "15.71": 4, "15.72": 6,
    },
    SEPTEMBER: {
        "15.01": 6, "15.04": 9, "15.05": 10, "15.06": 5, "15.07": 4, "15.08": 12, "15.71": 3, "15.72": 6,
    },
}  # fmt: skip
"""Day of the following month on which a report came, by place. Merangin, Sarolangun and Tebo still owe September."""

REMINDED = ("15.03", "15.09")


def seed(centre: Centre, now: int) -> None:
    """Enter who had to report, what came and who was reminded; again changes nothing.

    Args:
        centre: The open centre.
        now: Unix seconds; what came later stays out.
    """
    regions = gazetteer()
    expect_reports(centre, regions, ACTOR, PROVINCE, AUGUST, source=SOURCE)
    for month, days in CAME.items():
        for place, day in days.items():
            came = start_of(date(month.next.year, month.next.number, day)) + 10 * 3600
            if came <= now and not centre.store.reports.versions(place, month.first):
                note_received(centre, regions, ACTOR, place, month, source=SOURCE, at=came)
    (september,) = duties(centre, PROVINCE, [SEPTEMBER])
    for one in september.overdue:
        if one.place in REMINDED and one.reminded_at is None:
            remind(centre, regions, ACTOR, one.place, SEPTEMBER, note=SOURCE)
