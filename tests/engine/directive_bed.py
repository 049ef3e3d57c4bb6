"""Accounts and orders that tests of directives share."""

from datetime import date

from rekam.account import Account, Role
from rekam.centre.directive.addressing import Call
from rekam.centre.directive.appointment import Term, appoint
from rekam.centre.directive.order import Order

PUSAT = Account("pusat", "Pusat", Role.CENTRE, "", "")
PUSAT_TWO = Account("pusat2", "Pusat Dua", Role.CENTRE, "", "")
JAMBI = Account("prita", "Prita", Role.PROVINCE, "15", "")
MERANGIN = Account("rudi", "Rudi", Role.REGENCY, "15.02", "")
SAROLANGUN = Account("tono", "Tono", Role.REGENCY, "15.03", "")
YEAR_END = date(2017, 12, 31)


def order(**changes) -> Order:
    """The minister's order of 9 October, changed as wanted."""
    values = {
        "post": "minister", "title": "Selesaikan perekaman", "words": "Selesaikan semua perekaman KTP-el.",
        "basis": "UU 24/2013", "deadline": YEAR_END, "call": Call(("governor",), "sumatera"),
        "evidence": "coverage", "goal": 1.0,
    }  # fmt: skip
    return Order(**{**values, **changes})


def hold(centre, post: str, place: str, name: str, **changes) -> int:
    """Somebody holds a post since 2016."""
    values = {"since": date(2016, 1, 4), "appointed_by": "contoh", "telephone": "0700-1", **changes}
    return appoint(centre, PUSAT, Term(post, place, name, **values))


def line_at(centre, directive_id: int, place: str, post: str | None = None):
    """The line of a place."""
    lines = centre.store.directives.addressees(directive_id)
    return next(one for one in lines if one.place == place and post in {None, one.post})
