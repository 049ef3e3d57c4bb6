"""Akun: who may sign in where; a new password, an end, and the code for a station that calls."""

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import ROLE_WORDS, Account, Act, spaced
from rekam.centre.office_accounts import (
    DAY_S,
    KEPT_BY,
    add_account,
    extend,
    give_password,
    kept_accounts,
    revoke,
)
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import asked_place, listed
from rekam.centre.recovery import read_out_code
from rekam.edge.web import check_form_token
from rekam.problem import Problem

SOON_S = 30 * DAY_S


def accounts_page(desk: Desk, request: Request) -> Response:
    """The accounts of a place."""
    return _page(desk, request, request.query_params.get("wilayah", ""))


def keep(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """One act, then the page again with what it gave."""
    check_form_token(request, form.get("_token"))
    keeper, place = desk.reader(request), form.get("wilayah", "")
    try:
        shown = _act(desk, keeper, form)
    except Problem as problem:
        return _page(desk, request, place, problems=[problem], typed=form, status=problem.row.http)
    return _page(desk, request, place, shown=shown)


def _act(desk: Desk, keeper: Account, form: dict[str, str]) -> dict[str, str]:
    """What is shown once: a password or a code, and for whom."""
    name = form.get("akun", "").strip()
    match form.get("tindakan"):
        case "tambah":
            password = add_account(
                desk.centre, keeper, name=name, full_name=form.get("nama", ""), role=form.get("peran", ""),
                territory=form.get("kerja", "").strip(),
            )  # fmt: skip
            return {"kind": "password", "account": name, "secret": password}
        case "sandi":
            return {"kind": "password", "account": name, "secret": give_password(desk.centre, keeper, name)}
        case "kode":
            code = read_out_code(
                desk.centre, form.get("stasiun", "").strip(), name, form.get("pertanyaan", ""),
                actor=keeper.name, territory=_kept_territory(keeper),
            )  # fmt: skip
            return {"kind": "code", "account": name, "secret": spaced(code)}
        case "cabut":
            revoke(desk.centre, keeper, name)
            return {"kind": "revoked", "account": name, "secret": ""}
        case "perpanjang":
            extend(desk.centre, keeper, name)
            return {"kind": "extended", "account": name, "secret": ""}
        case _:
            raise Problem("command.page_not_found")


def _kept_territory(keeper: Account) -> str:
    if keeper.role not in KEPT_BY:
        raise Problem("account.not_permitted", place=keeper.territory or "Indonesia")
    return keeper.territory


def _page(
    desk: Desk,
    request: Request,
    asked: str,
    *,
    problems: list[Problem] | None = None,
    shown: dict[str, str] | None = None,
    typed: dict[str, str] | None = None,
    status: int = 200,
) -> Response:
    keeper = desk.reader(request)
    place = asked_place(desk.gazetteer, keeper, Act.KEEP_ACCOUNTS, asked)
    rows = [
        {
            "name": one.name,
            "full_name": one.full_name,
            "role": ROLE_WORDS[one.role][0],
            "territory": listed(desk.gazetteer, one.territory).title,
            "active": one.active,
            "valid_until": one.valid_until,
            "soon": bool(one.valid_until) and one.valid_until < desk.now() + SOON_S,
        }
        for one in kept_accounts(desk.centre, keeper, place.code)
    ]
    stations = [station.station_id for station in desk.store.stations.all(place.code)]
    return desk.shell.page(
        request, "accounts.html", status=status, place=place, rows=rows, stations=stations,
        roles=[(role.value, ROLE_WORDS[role][0]) for role in KEPT_BY.get(keeper.role, ())],
        problems=problems or [], shown=shown, typed=typed or {},
    )  # fmt: skip
