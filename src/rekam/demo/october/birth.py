"""Entries of children's papers for the stage of October 2017: invented, and marked so (``contoh``).

The children themselves come with the drawn population; whether each has a certificate was drawn from the figures of
May 2017 (enewstime.id) of its kabupaten/kota.
"""

from datetime import UTC, date, datetime, timedelta
from itertools import cycle

from rekam.account import Account, Role
from rekam.centre.birth import issue_card, note_certificate, note_reason
from rekam.centre.centre import Centre
from rekam.edge.store.centre.birth_entry import EXAMPLE
from rekam.edge.store.centre.children import Child
from rekam.operations.birth import Certificate, NoCertificate, may_hold_child_card
from rekam.problem import Problem

PROVINCE = "15"
CERTIFICATES, REASONS, CARDS = 3, 9, 2
"""Entries of each kind in each kabupaten/kota."""

SERIAL = 9001
"""First running number of the invented certificates; a real office begins each day at 0001."""

DAYS_BACK = 20
"""Over how many days the entries are spread."""

_WIB = timedelta(hours=7)


def seed(centre: Centre, now: int) -> None:
    """Note certificates, reasons and child cards of each regency, through the same checks as an office.

    Args:
        centre: The open centre; nothing happens without children on its list, or a second time.
        now: Unix seconds of the stage's clock.
    """
    today = (datetime.fromtimestamp(now, UTC) + _WIB).date()
    if centre.store.births.reasons(PROVINCE):
        return
    for row in centre.store.births.within(PROVINCE, 5, today=today):
        keeper = Account("contoh", "Data percontohan", Role.REGENCY, row.territory, "")
        wanted = CERTIFICATES + REASONS + CARDS
        found = centre.store.children.missing(row.territory, skipped=0, limit=wanted)
        for number, child in enumerate(found[:CERTIFICATES]):
            _must(note_certificate(centre, keeper, child.nik, _paper(child, number, today), source=EXAMPLE))
        reasons = cycle(NoCertificate)
        for child in found[CERTIFICATES : CERTIFICATES + REASONS]:
            _must(note_reason(centre, keeper, child.nik, next(reasons).value, source=EXAMPLE))
        for child in found[CERTIFICATES + REASONS :]:
            issued = max(today - timedelta(days=DAYS_BACK), child.birth_date)
            if may_hold_child_card(child.birth_date, child.marital_status, issued):
                _must(issue_card(centre, keeper, child.nik, issued, source=EXAMPLE))


def _paper(child: Child, number: int, today: date) -> Certificate:
    regency = child.village[:5].replace(".", "")
    issued = max(today - timedelta(days=DAYS_BACK - number), child.birth_date)
    return Certificate(
        f"{regency}-LT-{issued:%d%m%Y}-{SERIAL + number:04}", issued, "Dinas percontohan", child.birth_date
    )


def _must(problems: list[Problem]) -> None:
    """An entry of the stage that is refused is a mistake in the stage."""
    for problem in problems:
        raise problem
