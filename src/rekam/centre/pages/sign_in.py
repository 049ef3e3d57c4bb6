"""Masuk and keluar."""

from collections import deque

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.centre.pages.desk import SESSION_ACCOUNT, Desk
from rekam.edge.key import verify_password
from rekam.edge.web import check_form_token
from rekam.problem import Problem

TRIES = 8
TRY_SECONDS = 60
NAMES_KEPT = 10_000
"""Names with failed tries in memory before the old ones are forgotten."""
_FALSE_HASH = (
    "$argon2id$v=19$m=65536,t=3,p=4$MIIRqgvgQbgj220jfp0MPA$YfwJSVjtjSU0zzV/P3S9nnQ/USre2wvJMjfCIjrTQbg"
)
"""Checked when the name is unknown, so that a guess takes as long as a miss."""

_failed: dict[str, deque[int]] = {}


def sign_in_page(desk: Desk, request: Request) -> Response:
    """The empty form."""
    return _form(desk, request, request.query_params.get("ke", "/"), [])


def sign_in(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """Check name and password; every outcome leaves a line in the audit."""
    check_form_token(request, form.get("_token"))
    name, onward = form.get("nama", "").strip()[:80], form.get("ke", "/")
    try:
        check_password(desk, name, form.get("sandi", ""))
    except Problem as problem:
        desk.store.audit.write(
            name or "-", "sign_in_refused", "", name or "-", at=desk.now(), details={"problem": problem.code}
        )
        return _form(desk, request, onward, [problem], name=name, status=problem.row.http)
    request.session.clear()
    request.session[SESSION_ACCOUNT] = name
    account = desk.store.accounts.account(name)
    assert account is not None
    desk.store.audit.write(name, "sign_in", account.territory, name, at=desk.now())
    target = onward if onward.startswith("/") and not onward.startswith("//") else "/"
    if account.role.value == "adjudicator" and target == "/":
        target = "/ajudikasi"
    if account.role.value == "depot" and target == "/":
        target = "/alat"
    return RedirectResponse(target, 303)


def sign_out(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """End the session."""
    check_form_token(request, form.get("_token"))
    account = desk.account(request)
    request.session.clear()
    if account:
        desk.store.audit.write(account.name, "sign_out", account.territory, account.name, at=desk.now())
    return RedirectResponse("/masuk", 303)


def check_password(desk: Desk, name: str, password: str) -> None:
    """Somebody is who they say; wrong tries are counted, here and wherever a second person approves.

    Raises:
        Problem: ``account.wrong_password``, ``account.too_many_tries``, ``account.revoked``, ``account.expired``.
    """
    now = desk.now()
    if name not in _failed and len(_failed) >= NAMES_KEPT:
        _forget_old(now)
    failures = _failed.setdefault(name, deque(maxlen=TRIES))
    if len(failures) == TRIES and now - failures[0] < TRY_SECONDS:
        raise Problem("account.too_many_tries", seconds=TRY_SECONDS - (now - failures[0]))
    account = desk.store.accounts.account(name)
    right = verify_password(account.password_hash if account else _FALSE_HASH, password)
    if account is None or not right:
        failures.append(now)
        raise Problem("account.wrong_password")
    if not account.active:
        raise Problem("account.revoked")
    if account.valid_until and account.valid_until < now:
        raise Problem("account.expired")
    failures.clear()


def _forget_old(now: int) -> None:
    """Names guessed at longer ago than a try counts."""
    for name in [
        name for name, failures in _failed.items() if not failures or now - failures[-1] >= TRY_SECONDS
    ]:
        del _failed[name]


def _form(
    desk: Desk, request: Request, onward: str, problems: list[Problem], *, name: str = "", status: int = 200
) -> Response:
    return desk.shell.page(
        request, "sign_in.html", status=status, problems=problems, onward=onward, name=name, hints=desk.hints
    )
