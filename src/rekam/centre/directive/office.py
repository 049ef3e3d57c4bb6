"""What an office is, from a day on: type, merger, address, telephone, opening hours."""

from dataclasses import dataclass
from datetime import date

from rekam.account import Account, Act, require
from rekam.centre.centre import Centre
from rekam.edge.store.centre import audit
from rekam.edge.store.centre.offices import put_office
from rekam.problem import Problem

TYPES = ("A", "B", "C")
"""Sizes of a region's office after PP 18/2016; A is the largest."""


@dataclass(frozen=True, slots=True)
class OfficeState:
    """What the form of an office says; see `Office`."""

    name: str
    since: date
    type: str = ""
    merged_with: str = ""
    address: str = ""
    telephone: str = ""
    open_hours: str = ""
    basis: str = ""
    source: str = ""


def keep_office(centre: Centre, account: Account, place: str, state: OfficeState) -> int:
    """Keep what an office is from a day on; what it was stays readable.

    Raises:
        Problem: ``account.not_permitted``, ``directive.office_name_needed``, ``directive.office_type_wrong``.
    """
    require(account, Act.KEEP_OFFICIALS, place)
    if not state.name.strip():
        raise Problem("directive.office_name_needed")
    if state.type not in {*TYPES, ""}:
        raise Problem("directive.office_type_wrong", type=state.type[:10])
    now = centre.now()
    with centre.store.database.transaction() as connection:
        number = put_office(
            connection, place, since=state.since, name=state.name.strip()[:200], type=state.type,
            merged_with=state.merged_with.strip()[:60], address=state.address.strip()[:200],
            telephone=state.telephone.strip()[:60], open_hours=state.open_hours.strip()[:120],
            basis=state.basis.strip()[:300], source=state.source.strip()[:300], kept_by=account.name, kept_at=now,
        )  # fmt: skip
        audit.write(
            connection, account.name, "keep_office", place, str(number), at=now, details={"type": state.type}
        )
    return number
