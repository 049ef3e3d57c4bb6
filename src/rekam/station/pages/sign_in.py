from starlette.responses import Response

from rekam.problem import Problem
from rekam.station.pages.asking import SEEN, WHO, Asked, see
from rekam.station.use.sign_in import sign_in


def show_sign_in(asked: Asked) -> Response:
    """The form; says so when the page locked itself."""
    locked = asked.account is None and WHO in asked.request.session
    return _form(asked, asked.request.query_params.get("lanjut", "/"), locked=locked)


def do_sign_in(asked: Asked) -> Response:
    """Checks name and password."""
    onward = asked.field("lanjut")
    try:
        account = sign_in(asked.station, asked.field("nama"), asked.field("sandi"))
    except Problem as problem:
        return _form(asked, onward, problems=[problem], status=problem.row.http)
    asked.request.session[WHO] = account.name
    asked.request.session[SEEN] = asked.station.now()
    return see(_own(onward))


def do_sign_out(asked: Asked) -> Response:
    """Ends the session; drafts stay."""
    if asked.account is not None:
        asked.station.own_keys.lock(asked.account.name)
        asked.station.store.journal.write(asked.station.now(), asked.account.name, "signed_out")
    asked.request.session.clear()
    return see("/masuk")


def _form(
    asked: Asked,
    onward: str,
    *,
    locked: bool = False,
    problems: list[Problem] | None = None,
    status: int = 200,
) -> Response:
    name = asked.field("nama") or str(asked.request.session.get(WHO, ""))
    return asked.page(
        "masuk.html",
        status=status,
        onward=_own(onward),
        locked=locked,
        recovered="pulih" in asked.request.query_params,
        problems=problems or [],
        name=name,
    )


def _own(onward: str) -> str:
    """Only a path of this station: nobody is sent elsewhere after signing in."""
    return onward if onward.startswith("/") and not onward.startswith(("//", "/\\")) else "/"
