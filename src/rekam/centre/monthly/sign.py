"""Signing a monthly report; a signed one is never changed, a correction is a further version that says what differs."""

import hashlib

from psycopg import Connection

from rekam.account import Account, Act, require
from rekam.centre.centre import Centre
from rekam.centre.monthly import parameters
from rekam.centre.monthly.compose import OfficeCounts, compose, day_of, require_regency
from rekam.edge.key import verify_password
from rekam.edge.store.centre import audit
from rekam.edge.store.centre.reports import KeptReport, lock_month, put_report
from rekam.operations.report import Month, Signed, Statement, canonical, differences
from rekam.operations.report.statement import CONTEXT, read_statement
from rekam.place import Gazetteer
from rekam.problem import Problem

SOURCE = "Rekam"


def sign_report(
    centre: Centre,
    gazetteer: Gazetteer,
    account: Account,
    place: str,
    month: Month,
    *,
    password: str,
    office: OfficeCounts | None = None,
    reason: str = "",
    correct: bool = False,
) -> int:
    """Count, freeze and sign in one transaction; number of the report.

    Args:
        centre: The open centre.
        gazetteer: Regions.
        account: The head of office, or who signs for them.
        place: Kabupaten/kota.
        month: What it is of.
        password: Of the account, typed again: a signature is no click.
        office: What only the office knows.
        reason: Why a correction; needed for one.
        correct: Whether it is meant to replace a report that came.

    Raises:
        Problem: ``account.not_permitted``, ``account.wrong_password``, ``report.not_regency``,
            ``report.month_future``, ``report.signed_already``, ``report.reason_short``,
            ``report.nothing_to_report``.
    """
    require(account, Act.SIGN_REPORT, place)
    now = centre.now()
    title = require_regency(gazetteer, place, month, day_of(now))
    if not verify_password(account.password_hash, password):
        raise Problem("account.wrong_password")
    words = " ".join(reason.split())[: parameters.TEXT_MOST]
    with centre.store.database.transaction() as connection:
        versions = lock_month(connection, place, month.first)
        earlier = next((one for one in versions if one.signed), None)
        if earlier is not None and not correct:
            raise Problem("report.signed_already", month=month.words)
        if earlier is not None and len(words) < parameters.REASON_LETTERS_LEAST:
            raise Problem("report.reason_short", least=parameters.REASON_LETTERS_LEAST)
        statement = _statement(
            centre,
            connection,
            gazetteer,
            account,
            place,
            title,
            month,
            versions,
            office or OfficeCounts(),
            words,
        )
        data = canonical(statement)
        digest = hashlib.sha256(data).digest()
        signed = Signed(data, centre.keys.signer.key_id, centre.keys.signer.sign(CONTEXT + data))
        number = put_report(
            connection, place, month.first, kind="signed", at=now, by=account.name, source=SOURCE, signed=signed,
            digest=digest, reason=statement.reason,
        )  # fmt: skip
        audit.write(
            connection, account.name, "sign_report", place, f"{place} {month}", at=now,
            details={"report": number, "digest": digest.hex()},
        )  # fmt: skip
    return number


def _statement(
    centre: Centre,
    connection: Connection,
    gazetteer: Gazetteer,
    account: Account,
    place: str,
    title: str,
    month: Month,
    versions: list[KeptReport],
    office: OfficeCounts,
    reason: str,
) -> Statement:
    earlier = next((one for one in versions if one.signed), None)
    before = read_statement(earlier.statement) if earlier and earlier.statement else None
    lines = compose(centre, connection, gazetteer, place, month, office)
    cut = centre.store.people.cut()
    return Statement(
        place=place, title=title, month=str(month), version=versions[0].version + 1 if versions else 1,
        counted_at=centre.now(), cut=cut.name if cut else "(belum ada data DKB)", lines=lines,
        signed_by=account.name, signer=account.full_name, signed_at=centre.now(),
        previous=earlier.digest.hex() if earlier and earlier.digest else "", reason=reason if before else "",
        changes=tuple(differences(before.lines, lines)) if before else (),
    )  # fmt: skip
