"""One act of a case out of its form."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Account
from rekam.centre import connection
from rekam.centre.centre import Centre
from rekam.centre.pages.connection.case import shown
from rekam.centre.pages.desk import Desk
from rekam.edge.web import check_form_token
from rekam.operations.connection import Kind
from rekam.problem import Problem

WORDED = {
    "jawab": Kind.ANSWERED,
    "keberatan": Kind.APPEALED,
    "tolak_keberatan": Kind.APPEAL_REFUSED,
    "syarat": Kind.CONDITION_SET,
    "usul_putus": Kind.CUT_PROPOSED,
    "tarik_putus": Kind.CUT_WITHDRAWN,
    "usul_pulih": Kind.RESTORE_PROPOSED,
    "tarik_pulih": Kind.RESTORE_WITHDRAWN,
    "tutup": Kind.CLOSED,
    "catatan": Kind.NOTED,
}
"""Buttons whose form has one box of words."""

Step = Callable[[Centre, Account, int, dict[str, str]], object]

STEPS: dict[str, Step] = {
    "surat": lambda centre, account, case, form: connection.send_letter(
        centre, account, case, number=form.get("nomor", ""), dated=form.get("tanggal", ""),
        days=form.get("hari", ""), demand=form.get("kata", ""), file=form.get("berkas", ""),
    ),
    "penuhi": lambda centre, account, case, form: connection.settle(
        centre, account, case, _number(form), form.get("kata", "")
    ),
    "lepas": lambda centre, account, case, form: connection.settle(
        centre, account, case, _number(form), form.get("kata", ""), waived=True
    ),
    "sahkan_putus": lambda centre, account, case, _: connection.confirm_cut(centre, account, case),
    "darurat": lambda centre, account, case, form: connection.cut_in_emergency(
        centre, account, case, form.get("kata", "")
    ),
    "akhiri_darurat": lambda centre, account, case, form: connection.end_emergency(
        centre, account, case, form.get("kata", "")
    ),
    "sahkan_pulih": lambda centre, account, case, _: connection.confirm_restoration(centre, account, case),
}  # fmt: skip
"""Buttons that do more."""


def act(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """Do it, then the page again."""
    check_form_token(request, form.get("_token"))
    account, case, button = desk.reader(request), request.path_params["case"], form.get("tindakan", "")
    # Who may not see the case is told that first, whatever the form holds.
    connection.read_case(desk.centre, account, case)
    try:
        if button in WORDED:
            connection.add(
                desk.centre, account, case, WORDED[button], form.get("kata", ""), file=form.get("berkas", "")
            )
        elif button in STEPS:
            STEPS[button](desk.centre, account, case, form)
        else:
            raise Problem("connection.action_unknown")  # noqa: TRY301
    except Problem as problem:
        if problem.code.startswith("account."):
            raise
        return shown(desk, request, form, [problem])
    return RedirectResponse(f"/sambungan/kasus/{case}?selesai={button}", 303)


def _number(form: dict[str, str]) -> int:
    text = form.get("nomor_syarat", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0
