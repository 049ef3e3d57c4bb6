"""Acts of a case that change no connection: answers, conditions, proposals, appeals, the end without a cut."""

from rekam.account import Account, Act
from rekam.centre.centre import Centre
from rekam.centre.connection.case import take_step, words_of, write_audit
from rekam.edge.store.centre.connection_cases import put_event
from rekam.operations.connection import Kind
from rekam.operations.connection.event import Detail
from rekam.problem import Problem

ACTS: dict[Kind, tuple[Act, str]] = {
    Kind.ANSWERED: (Act.SHOW_CAUSE, "words"),
    Kind.APPEALED: (Act.SHOW_CAUSE, "words"),
    Kind.CONDITION_SET: (Act.SUSPEND_CONNECTION, "words"),
    Kind.CUT_PROPOSED: (Act.SUSPEND_CONNECTION, "reason"),
    Kind.CUT_WITHDRAWN: (Act.SUSPEND_CONNECTION, "reason"),
    Kind.APPEAL_REFUSED: (Act.SUSPEND_CONNECTION, "reason"),
    Kind.CLOSED: (Act.SUSPEND_CONNECTION, "reason"),
    Kind.RESTORE_PROPOSED: (Act.RESTORE_CONNECTION, "reason"),
    Kind.RESTORE_WITHDRAWN: (Act.RESTORE_CONNECTION, "reason"),
    Kind.NOTED: (Act.SUSPEND_CONNECTION, "words"),
}
"""Who may do it, and the name of the words that it needs."""

_HEX = 64


def add(
    centre: Centre, account: Account | None, case_id: int, kind: Kind, words: str, *, file: str = ""
) -> None:
    """One act with words: an answer, a condition, a proposal, a remark.

    Args:
        centre: The open centre.
        account: Who acts.
        case_id: The case.
        kind: One of `ACTS`.
        words: What it says; the reason, where the act needs one.
        file: SHA-256 of a file of evidence that was handed over beside it, hexadecimal; may be empty.

    Raises:
        Problem: ``connection.*``, ``account.*``.
    """
    act, name = ACTS[kind]
    details: dict[str, Detail] = {name: words_of(words)}
    if fingerprint := fingerprint_of(file):
        details["file"] = fingerprint
    _step(centre, account, act, case_id, kind, details)


def settle(
    centre: Centre, account: Account | None, case_id: int, condition: int, evidence: str, *, waived: bool = False
) -> None:  # fmt: skip
    """Tick off a condition with its evidence, or give it up with a reason.

    Args:
        centre: The open centre.
        account: Who looked at the evidence.
        case_id: The case.
        condition: Number of the event that set it.
        evidence: What was seen; for a waiver the reason.
        waived: Given up, not met.

    Raises:
        Problem: ``connection.*``, ``account.*``.
    """
    kind = Kind.CONDITION_WAIVED if waived else Kind.CONDITION_MET
    details: dict[str, Detail] = {"condition": condition, "evidence": words_of(evidence)}
    _step(centre, account, Act.RESTORE_CONNECTION, case_id, kind, details)


def fingerprint_of(text: str) -> str:
    """A SHA-256 as people paste it; empty stays empty.

    Raises:
        Problem: ``connection.fingerprint``.
    """
    digits = "".join(text.split()).lower()
    if digits and (len(digits) != _HEX or set(digits) - set("0123456789abcdef")):
        raise Problem("connection.fingerprint")
    return digits


def _step(
    centre: Centre, account: Account | None, act: Act, case_id: int, kind: Kind, details: dict[str, Detail]
) -> None:
    with centre.store.database.transaction() as connection:
        row, state, event = take_step(centre, connection, account, act, case_id, kind, details)
        put_event(connection, case_id, event, state, suspension_id=row.suspension_id)
        write_audit(connection, row, event)
