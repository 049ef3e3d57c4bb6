"""One child: what is known, and the forms for certificate, reason and child card."""

from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Account, Act, may
from rekam.centre import birth
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import listed, named
from rekam.edge.store.centre.children import Child
from rekam.operations.birth import Certificate, leaves_on, may_hold_child_card, needs_card_on
from rekam.person import age, read_date
from rekam.problem import Problem


def known_child(desk: Desk, account: Account, nik: str) -> Child:
    """The child, if the reader may see who lives there.

    Raises:
        Problem: ``birth.child_unknown``; the same for a child of another place.
    """
    child = desk.store.children.child(nik)
    if child is None or not may(account, Act.SEE_CHILDREN, child.village):
        raise Problem("birth.child_unknown")
    return child


def act(desk: Desk, keeper: Account, child: Child, form: dict[str, str]) -> list[Problem]:
    """One act of a form; what is wrong with it, empty = it is noted."""
    if not may(keeper, Act.KEEP_CHILDREN, child.village):
        raise Problem("account.not_permitted", place=named(desk.gazetteer, child.village).title)
    problems: list[Problem] = []
    match form.get("tindakan"):
        case "akta":
            paper = Certificate(
                form.get("nomor", ""), _day(form.get("terbit", ""), problems), form.get("dinas", ""),
                _day(form.get("lahir", ""), problems),
            )  # fmt: skip
            return problems or birth.note_certificate(desk.centre, keeper, child.nik, paper)
        case "batal":
            return birth.withdraw_certificate(desk.centre, keeper, child.nik, form.get("sebab", ""))
        case "alasan":
            return birth.note_reason(
                desk.centre, keeper, child.nik, form.get("alasan", ""), form.get("keterangan", "")
            )
        case _:
            issued = _day(form.get("terbit_kia", ""), problems)
            return problems or birth.issue_card(desk.centre, keeper, child.nik, issued)


def child_shown(
    desk: Desk,
    request: Request,
    account: Account,
    child: Child,
    *,
    problems: list[Problem] | None = None,
    typed: dict[str, str] | None = None,
) -> Response:
    """The page of a child; opening it leaves a line in the audit."""
    desk.store.audit.write(
        account.name, Act.SEE_CHILDREN.value, child.village, child.nik, at=desk.now(), details={"names": 1}
    )
    village = listed(desk.gazetteer, child.village)
    regency = listed(desk.gazetteer, child.village[:5])
    children = desk.store.children
    return desk.shell.page(
        request,
        "birth_child.html",
        status=problems[0].row.http if problems else 200,
        child=child,
        village=village,
        years=age(child.birth_date, desk.today),
        leaves=leaves_on(child.birth_date),
        left=leaves_on(child.birth_date) <= desk.today,
        obliged_on=needs_card_on(child.birth_date),
        certificate=children.certificate(child.nik),
        reason=children.reasons_now([child.nik]).get(child.nik),
        card=children.card(child.nik),
        card_allowed=may_hold_child_card(child.birth_date, child.marital_status, desk.today),
        today=desk.today,
        office=f"Disdukcapil {regency.title}",
        may_keep=may(account, Act.KEEP_CHILDREN, child.village),
        problems=problems or [],
        typed=typed or {},
    )


def _day(text: str, problems: list[Problem]) -> date | None:
    """A day out of a form; what cannot be read is put to the problems."""
    if not text.strip():
        return None
    try:
        return read_date(text)
    except Problem as problem:
        problems.append(problem)
        return None
