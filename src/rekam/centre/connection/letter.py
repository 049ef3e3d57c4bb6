"""Warning letters of a case."""

from datetime import date

from rekam.account import Account, Act
from rekam.centre.centre import Centre
from rekam.centre.connection.act import fingerprint_of
from rekam.centre.connection.case import take_step, words_of, write_audit
from rekam.edge.store.centre.connection_cases import put_event
from rekam.edge.store.centre.lines import day_of
from rekam.operations.connection import Kind
from rekam.operations.connection import parameters as rules
from rekam.operations.connection.event import Detail
from rekam.problem import Problem


def send_letter(
    centre: Centre,
    account: Account | None,
    case_id: int,
    *,
    number: str,
    dated: str,
    days: str,
    demand: str,
    file: str = "",
) -> None:
    """A warning letter with its term.

    The term runs from the moment when the office can read the letter here, never from the date on the paper: a
    letter dated back gives nobody less time.

    Args:
        centre: The open centre.
        account: Who sends it.
        case_id: The case.
        number: As it stands on the letter.
        dated: Date on the letter, ``YYYY-MM-DD``.
        days: Days that the office has.
        demand: What is demanded.
        file: SHA-256 of the scanned letter; may be empty.

    Raises:
        Problem: ``connection.*``, ``account.*``.
    """
    number = " ".join(number.split())
    if not number or len(number) > rules.LETTER_NUMBER_CHARACTERS_MOST or not number.isprintable():
        raise Problem("connection.letter_number", most=rules.LETTER_NUMBER_CHARACTERS_MOST)
    given = _days(days)
    details: dict[str, Detail] = {
        "number": number,
        "dated": _dated(dated, day_of(centre.now())),
        "days": given,
        "demand": words_of(demand),
    }
    if fingerprint := fingerprint_of(file):
        details["file"] = fingerprint
    with centre.store.database.transaction() as connection:
        row, state, event = take_step(
            centre, connection, account, Act.SUSPEND_CONNECTION, case_id, Kind.LETTER_SENT,
            details, {"deadline_at": given},
        )  # fmt: skip
        if number in {letter.number for letter in state.letters[:-1]}:
            raise Problem("connection.letter_number_taken")
        put_event(connection, case_id, event, state, suspension_id=row.suspension_id)
        write_audit(connection, row, event)


def _days(text: str) -> int:
    days = int(text) if text.strip().isascii() and text.strip().isdecimal() and len(text) < 5 else 0
    if not rules.LETTER_DAYS_LEAST <= days <= rules.LETTER_DAYS_MOST:
        raise Problem("connection.letter_days", least=rules.LETTER_DAYS_LEAST, most=rules.LETTER_DAYS_MOST)
    return days


def _dated(text: str, today: date) -> str:
    try:
        dated = date.fromisoformat(text.strip())
    except ValueError as error:
        raise Problem("connection.letter_date") from error
    if dated > today or dated.year < 2000:
        raise Problem("connection.letter_date")
    return dated.isoformat()
