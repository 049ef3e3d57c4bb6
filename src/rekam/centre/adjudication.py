"""An expert's answer to a case: opinion, event, audit line and counters in one transaction."""

from collections.abc import Sequence

from rekam.centre import parameters
from rekam.centre.centre import Centre
from rekam.edge.store.centre import audit, cases, ledger
from rekam.edge.store.centre.ledger import RecordingRow
from rekam.problem import Problem
from rekam.registry import EventKind, Verdict, verdict_event

_OPEN_STILL = frozenset({EventKind.ADJUDICATED_FIRST, EventKind.LEFT_OPEN})


def decide(
    centre: Centre, case_id: int, adjudicator: str, verdict: Verdict, reason: str, same_as: Sequence[str] = ()
) -> RecordingRow:
    """Give an opinion on a case.

    "Same" makes the recording a duplicate of the named NIKs (of the first candidate when none is named);
    "different" asks for a second expert, and only the second one's "different" makes it print ready.

    Args:
        centre: The open centre.
        case_id: Which case.
        adjudicator: Account name.
        verdict: The answer.
        reason: Why, in the expert's words.
        same_as: NIKs of the candidates judged to be the same person.

    Returns:
        The recording afterwards.

    Raises:
        Problem: ``centre.case_unknown``, ``centre.case_closed``, ``centre.reason_needed``,
            ``centre.not_a_candidate``, ``registry.same_as_whom``, ``registry.same_person_twice``.
    """
    reason = reason.strip()
    if len(reason) < parameters.REASON_LETTERS_LEAST:
        raise Problem("centre.reason_needed", least=parameters.REASON_LETTERS_LEAST)
    now = centre.now()
    found = centre.store.cases.case(case_id)
    if found is None:
        raise Problem("centre.case_unknown")
    with centre.store.database.transaction() as connection:
        row = ledger.lock(connection, found.packet_id)
        case = cases.case(connection, case_id)
        if case is None or case.closed_at is not None:
            raise Problem("centre.case_closed")
        niks = [one.nik for one in cases.case_candidates(connection, case_id) if one.nik]
        named = _named(verdict, niks, same_as)
        kind = verdict_event(row.status, verdict, row.nik or "", named)
        cases.put_opinion(
            connection,
            case_id,
            adjudicator=adjudicator,
            verdict=verdict,
            same_as=named,
            reason=reason,
            at=now,
        )
        row = ledger.append(
            connection, case.packet_id, kind, at=now, actor=adjudicator, details={"case": case_id}
        )
        if kind not in _OPEN_STILL:
            cases.close_case(connection, case_id, kind.value, at=now)
        audit.write(
            connection, adjudicator, "adjudicate", row.place, case.packet_id.hex(), at=now,
            details={"case": case_id, "verdict": verdict.value, "event": kind.value},
        )  # fmt: skip
    return row


def _named(verdict: Verdict, niks: list[str], same_as: Sequence[str]) -> list[str]:
    if verdict is not Verdict.SAME:
        return []
    for nik in same_as:
        if nik not in niks:
            raise Problem("centre.not_a_candidate", nik=nik)
    return list(dict.fromkeys(same_as)) or niks[:1]
