"""Writing what offices note of children; each inside the transaction of its audit line."""

from datetime import date

from psycopg import Connection

from rekam.edge.store.centre.children import Child, ChildCard
from rekam.edge.store.centre.database import one_row, one_value, run
from rekam.edge.store.centre.statements import statements
from rekam.operations.birth import NoCertificate, number_key

_SQL = statements("birth")

OFFICE, EXAMPLE = "office", "contoh"
"""Where an entry comes from: an office, or a demonstration that invents it."""


def lock_child(connection: Connection, nik: str) -> Child | None:
    """A child of the newest cut, held until the transaction ends."""
    return one_row(connection, Child, _SQL["lock_child"], nik=nik)


def put_certificate(
    connection: Connection,
    child: Child,
    *,
    number: str,
    issued_on: date,
    office: str,
    source: str,
    by: str,
    at: int,
) -> int | None:
    """Note a certificate and move the village's counter; ``None`` when the number is taken by another child."""
    certificate_id: int | None = one_value(
        connection, _SQL["put_certificate"], nik=child.nik, village=child.village, number=number,
        number_key=number_key(number), issued_on=issued_on, office=office, source=source, by=by, at=at,
    )  # fmt: skip
    if certificate_id is not None:
        run(connection, _SQL["set_certificate"], nik=child.nik, certificate_id=certificate_id)
        if not child.certified:
            run(connection, _SQL["move_certified"], village=child.village, change=1)
    return certificate_id


def withdraw_certificate(connection: Connection, child: Child, *, reason: str, by: str, at: int) -> None:
    """A wrong entry stops counting; it stays on record."""
    run(connection, _SQL["withdraw_certificate"], nik=child.nik, reason=reason, by=by, at=at)
    run(connection, _SQL["set_certificate"], nik=child.nik, certificate_id=None)
    if not child.certified_before:
        run(connection, _SQL["move_certified"], village=child.village, change=-1)


def put_reason(
    connection: Connection, child: Child, reason: NoCertificate, *, remark: str, source: str, by: str, at: int
) -> None:
    """Note why a child has no certificate."""
    run(
        connection, _SQL["put_reason"], nik=child.nik, reason=reason.value, remark=remark, source=source,
        by=by, at=at,
    )  # fmt: skip


def card_of(connection: Connection, child: Child) -> ChildCard | None:
    """The card of a child that is valid longest, read inside the transaction."""
    return one_row(connection, ChildCard, _SQL["card_of"], nik=child.nik)


def put_card(
    connection: Connection,
    child: Child,
    *,
    issued_on: date,
    valid_until: date,
    source: str,
    by: str,
    at: int,
) -> int:
    """Note that a child identity card was issued; its number here."""
    card_id: int = one_value(
        connection, _SQL["put_card"], nik=child.nik, village=child.village, issued_on=issued_on,
        valid_until=valid_until, source=source, by=by, at=at,
    )  # fmt: skip
    return card_id
