"""Ajudikasi: is it the same person? Side by side, with a reason, by four eyes where a card follows."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Account, Act, require
from rekam.biometric import Eye, FingerPosition, Modality
from rekam.centre import parameters
from rekam.centre.adjudication import decide as give_opinion
from rekam.centre.pages.desk import Desk, status_words
from rekam.centre.pages.places import named
from rekam.edge.store.centre.cases import Case, CaseCandidate
from rekam.edge.store.centre.contents import Content
from rekam.edge.web import check_form_token
from rekam.person.biodata import Biodata
from rekam.problem import Problem
from rekam.registry import Status, Verdict

FINGER_WORDS = {
    FingerPosition.RIGHT_THUMB: "Jempol kanan",
    FingerPosition.RIGHT_INDEX: "Telunjuk kanan",
    FingerPosition.RIGHT_MIDDLE: "Jari tengah kanan",
    FingerPosition.RIGHT_RING: "Jari manis kanan",
    FingerPosition.RIGHT_LITTLE: "Kelingking kanan",
    FingerPosition.LEFT_THUMB: "Jempol kiri",
    FingerPosition.LEFT_INDEX: "Telunjuk kiri",
    FingerPosition.LEFT_MIDDLE: "Jari tengah kiri",
    FingerPosition.LEFT_RING: "Jari manis kiri",
    FingerPosition.LEFT_LITTLE: "Kelingking kiri",
}
HIGHEST_CASE = 2**63 - 1
"""What the database can count to; an address may hold more."""

EYE_WORDS = {Eye.RIGHT: "Iris kanan", Eye.LEFT: "Iris kiri"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of biodata on one side."""

    words: str
    value: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """One compared item: its weight (nats, above 0 speaks for one person) and its picture.

    A print has a second picture, of both laid on each other.
    """

    words: str
    weight: float | None
    picture: str
    overlay: str = ""


def cases_page(desk: Desk, request: Request) -> Response:
    """Open cases, the oldest first."""
    account = desk.reader(request)
    require(account, Act.ADJUDICATE, account.territory)
    rows = [
        {
            "id": case.case_id,
            "age": desk.now() - case.opened_at,
            "status": status_words(request, case.status),
            "candidates": case.candidates,
            "score": case.best_score or 0.0,
        }
        for case in desk.store.cases.open(account.name, account.territory)
    ]
    return desk.shell.page(request, "cases.html", cases=rows)


def case_page(desk: Desk, request: Request) -> Response:
    """One case beside one candidate."""
    account, case = open_case(desk, request)
    desk.store.audit.write(
        account.name,
        "see_case",
        case.place,
        case.packet_id.hex(),
        at=desk.now(),
        details={"case": case.case_id},
    )
    return _shown(desk, request, case, request.query_params.get("calon", ""), [], "")


def decide(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """Take a verdict with its reason; then the next case."""
    check_form_token(request, form.get("_token"))
    account, case = open_case(desk, request)
    reason = form.get("alasan", "").strip()
    try:
        try:
            verdict = Verdict(form.get("putusan", ""))
        except ValueError as error:
            raise Problem("centre.verdict_needed") from error
        other = _candidate(desk, case, form.get("calon", ""))
        same_as = [other.nik] if verdict is Verdict.SAME and other and other.nik else []
        give_opinion(desk.centre, case.case_id, account.name, verdict, reason, same_as)
    except Problem as problem:
        return _shown(desk, request, case, form.get("calon", ""), [problem], reason)
    # A case left open is for another expert first.
    rest = desk.store.cases.open(account.name, account.territory, limit=2)
    onward = next((f"/{one.case_id}" for one in rest if one.case_id != case.case_id), "")
    return RedirectResponse(f"/ajudikasi{onward}", 303)


def open_case(desk: Desk, request: Request) -> tuple[Account, Case]:
    """The reader and the case in the address, if it is still to be decided.

    Raises:
        Problem: ``account.*``, ``command.page_not_found``, ``centre.case_closed``.
    """
    account = desk.reader(request)
    require(account, Act.ADJUDICATE, account.territory)
    number = request.path_params["case"]
    case = desk.store.cases.case(number) if number <= HIGHEST_CASE else None
    if case is None:
        raise Problem("command.page_not_found")
    require(account, Act.ADJUDICATE, case.place)
    if case.closed_at is not None:
        raise Problem("centre.case_closed")
    return account, case


def _candidate(desk: Desk, case: Case, rank: str) -> CaseCandidate | None:
    """The chosen candidate, else the most similar; ``None`` where nothing could be searched with."""
    found = desk.store.cases.candidates(case.case_id)
    return next((one for one in found if str(one.rank) == rank), found[0] if found else None)


def _shown(
    desk: Desk, request: Request, case: Case, rank: str, problems: list[Problem], reason: str
) -> Response:
    other = _candidate(desk, case, rank)
    left = desk.store.contents.content(case.packet_id)
    right = desk.store.contents.content(other.packet_id) if other else None
    assert left is not None
    return desk.shell.page(
        request,
        "case.html",
        status=problems[0].row.http if problems else 200,
        problems=problems,
        reason=reason,
        case={
            "id": case.case_id,
            "second_opinion": case.status is Status.REQUEST_VALIDATION,
            "left": {"face": "", "facts": _facts(desk, left, right or left)},
            "right": {"face": "", "facts": _facts(desk, right, left)} if right else None,
        },
        other=other,
        candidates=desk.store.cases.candidates(case.case_id),
        evidence=_evidence(desk, case, other) if other else [],
        least=parameters.REASON_LETTERS_LEAST,
    )


def _facts(desk: Desk, one: Content, other: Content) -> list[Fact]:
    mine, theirs = _lines(desk, one.biodata), _lines(desk, other.biodata)
    return [Fact(words, value, value != theirs[words]) for words, value in mine.items()]


def _lines(desk: Desk, biodata: Biodata) -> dict[str, str]:
    return {
        "NIK": biodata.nik,
        "Nama": biodata.name,
        "Lahir": f"{biodata.birth_place}, {biodata.birth_date:%d-%m-%Y}",
        "Jenis kelamin": "Laki-laki" if biodata.sex == "L" else "Perempuan",
        "Alamat": f"{biodata.address}, {named(desk.gazetteer, biodata.village).title}",
        "Nomor KK": biodata.kk,
    }


def _evidence(desk: Desk, case: Case, other: CaseCandidate) -> list[Evidence]:
    base = f"/bukti/{case.case_id}/{other.rank}"
    places = {(s.modality, s.place) for s in desk.store.contents.samples(case.packet_id)}
    places &= {(s.modality, s.place) for s in desk.store.contents.samples(other.packet_id)}
    found: list[Evidence] = []
    if (Modality.FACE, None) in places:
        found.append(Evidence("Foto", other.parts.get("face"), f"{base}/face.png"))
    for modality, words in ((Modality.FINGER, FINGER_WORDS), (Modality.IRIS, EYE_WORDS)):
        for place, name in words.items():
            if (modality, place) in places:
                weight = other.parts.get(_part(place))
                overlay = f"{base}/overlay-{int(place)}.png" if modality is Modality.FINGER else ""
                found.append(Evidence(name, weight, f"{base}/{modality.value}-{int(place)}.png", overlay))
    return found


def _part(place: FingerPosition | Eye) -> str:
    """How the engine names the evidence of a finger or eye."""
    name = place.name.lower()
    return f"iris_{name}" if isinstance(place, Eye) else name
