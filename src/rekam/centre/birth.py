"""Papers of children: the entry, the counter and the audit line in one transaction.

Each act gives what is wrong with its form, in the order of the form; an empty list = it is noted.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

from psycopg import Connection

from rekam.account import Account, Act, reaches, require
from rekam.centre import parameters
from rekam.centre.centre import Centre
from rekam.edge.store.centre import audit, birth_entry
from rekam.edge.store.centre.birth_entry import OFFICE
from rekam.edge.store.centre.children import Child
from rekam.operations.birth import Certificate, NoCertificate, check_card, check_certificate, valid_until
from rekam.operations.birth.parameters import REMARK_LETTERS_MOST
from rekam.problem import Problem

_WIB = timedelta(hours=7)


def note_certificate(
    centre: Centre, keeper: Account, nik: str, paper: Certificate, *, source: str = OFFICE
) -> list[Problem]:
    """A child now has a birth certificate; the village's count moves with the entry.

    Raises:
        Problem: ``account.not_permitted``, ``birth.child_unknown``.
    """
    with _held(centre, keeper, nik) as (connection, child):
        if child.certificate_id is not None:
            return [Problem("birth.certificate_there")]
        problems = check_certificate(paper, birth=child.birth_date, today=_today(centre))
        if problems or paper.issued_on is None:
            return problems
        noted = birth_entry.put_certificate(
            connection, child, number=paper.number.strip().upper(), issued_on=paper.issued_on,
            office=paper.office.strip(), source=source, by=keeper.name, at=centre.now(),
        )  # fmt: skip
        if noted is None:
            return [Problem("birth.number_taken")]
        _audit(connection, centre, keeper, "note_certificate", child, certificate=noted)
    return []


def withdraw_certificate(centre: Centre, keeper: Account, nik: str, reason: str) -> list[Problem]:
    """A certificate was noted wrongly: it stops counting and stays on record.

    Raises:
        Problem: ``account.not_permitted``, ``birth.child_unknown``.
    """
    with _held(centre, keeper, nik) as (connection, child):
        if child.certificate_id is None:
            return [Problem("birth.certificate_not_there")]
        why = reason.strip()
        if len(why) < parameters.REASON_LETTERS_LEAST:
            return [Problem("birth.withdrawal_reason_needed", least=parameters.REASON_LETTERS_LEAST)]
        birth_entry.withdraw_certificate(connection, child, reason=why, by=keeper.name, at=centre.now())
        _audit(
            connection, centre, keeper, "withdraw_certificate", child, certificate=child.certificate_id,
            reason=why,
        )  # fmt: skip
    return []


def note_reason(
    centre: Centre, keeper: Account, nik: str, reason: str, remark: str = "", *, source: str = OFFICE
) -> list[Problem]:
    """Why a child has no certificate yet; the newest reason counts, the older ones stay.

    Raises:
        Problem: ``account.not_permitted``, ``birth.child_unknown``.
    """
    with _held(centre, keeper, nik) as (connection, child):
        if child.certified:
            return [Problem("birth.certificate_there")]
        if reason not in {one.value for one in NoCertificate}:
            return [Problem("birth.reason_needed")]
        if len(remark.strip()) > REMARK_LETTERS_MOST:
            return [Problem("birth.remark_too_long", most=REMARK_LETTERS_MOST)]
        birth_entry.put_reason(
            connection, child, NoCertificate(reason), remark=remark.strip(), source=source, by=keeper.name,
            at=centre.now(),
        )  # fmt: skip
        _audit(connection, centre, keeper, "note_no_certificate", child, reason=reason)
    return []


def issue_card(
    centre: Centre, keeper: Account, nik: str, issued_on: date | None, *, source: str = OFFICE
) -> list[Problem]:
    """A child identity card was issued.

    Raises:
        Problem: ``account.not_permitted``, ``birth.child_unknown``.
    """
    with _held(centre, keeper, nik) as (connection, child):
        problems = check_card(child.birth_date, child.marital_status, issued_on, today=_today(centre))
        if problems or issued_on is None:
            return problems
        former = birth_entry.card_of(connection, child)
        if former is not None and issued_on <= former.valid_until:
            return [Problem("birth.card_there")]
        card = birth_entry.put_card(
            connection, child, issued_on=issued_on, valid_until=valid_until(child.birth_date, issued_on),
            source=source, by=keeper.name, at=centre.now(),
        )  # fmt: skip
        _audit(connection, centre, keeper, "issue_child_card", child, card=card)
    return []


@contextmanager
def _held(centre: Centre, keeper: Account, nik: str) -> Iterator[tuple[Connection, Child]]:
    """The child, held in one transaction, for somebody who may write about it."""
    require(keeper, Act.KEEP_CHILDREN, keeper.territory)
    with centre.store.database.transaction() as connection:
        child = birth_entry.lock_child(connection, nik)
        # The same answer for a child of another place: nobody learns from it who lives there.
        if child is None or not reaches(keeper.territory, child.village):
            raise Problem("birth.child_unknown")
        yield connection, child


def _today(centre: Centre) -> date:
    return (datetime.fromtimestamp(centre.now(), UTC) + _WIB).date()


def _audit(
    connection: Connection, centre: Centre, keeper: Account, act: str, child: Child, **details: str | int
) -> None:
    audit.write(connection, keeper.name, act, child.village, child.nik, at=centre.now(), details=details)
