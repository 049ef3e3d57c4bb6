"""The children without a certificate, by name: looking is written down, finding goes by a form."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Account, Act, may
from rekam.centre.pages.birth.child import act, child_shown, known_child
from rekam.centre.pages.birth.coverage import figure_of
from rekam.centre.pages.coverage import cut_name
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import Named, asked_place, listed, trail
from rekam.edge.store.centre.children import Child
from rekam.edge.web import check_form_token
from rekam.operations.birth import leaves_on
from rekam.person import name_key
from rekam.problem import Problem

PAGE = 100
"""Children on one page of the list."""

MOST_PAGES = 100
"""Further names are read one kecamatan or village at a time."""

FOUND_MOST = 50
"""Children that a search by name shows."""

SEARCHED_LEAST = 3
"""Letters of a name to search by; fewer would open a whole village's names at once."""

_NIK_LETTERS = 16


def children_page(desk: Desk, request: Request) -> Response:
    """The list of a place, page by page."""
    account = desk.reader(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_CHILDREN, request.query_params.get("wilayah", ""))
    # Pages are numbered, because the place of the last name in an address would carry a NIK.
    asked = request.query_params.get("halaman", "1")
    number = min(int(asked), MOST_PAGES) if asked.isascii() and asked.isdigit() and int(asked) else 1
    found = desk.store.children.missing(place.code, skipped=(number - 1) * PAGE, limit=PAGE + 1)
    more = number + 1 if len(found) > PAGE and number < MOST_PAGES else 0
    done = request.query_params.get("selesai", "")
    return _listed(desk, request, account, place, found[:PAGE], more=more, done=done)


def take(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """A search, a child opened from the list, or one act."""
    check_form_token(request, form.get("_token"))
    account = desk.reader(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_CHILDREN, form.get("wilayah", ""))
    match form.get("tindakan"):
        case "cari":
            return _search(desk, request, account, place, form.get("cari", "").strip()[:80])
        case "buka":
            return child_shown(desk, request, account, known_child(desk, account, form.get("nik", "")))
        case "akta" | "batal" | "alasan" | "kia" as done:
            child = known_child(desk, account, form.get("nik", ""))
            problems = act(desk, account, child, form)
            if problems:
                return child_shown(desk, request, account, child, problems=problems, typed=form)
            return RedirectResponse(f"/akta/anak?wilayah={child.village}&selesai={done}", 303)
        case _:
            raise Problem("command.page_not_found")


def _search(desk: Desk, request: Request, account: Account, place: Named, wanted: str) -> Response:
    digits = wanted.replace(" ", "")
    if digits.isascii() and digits.isdigit() and len(digits) == _NIK_LETTERS:
        return child_shown(desk, request, account, known_child(desk, account, digits))
    key = name_key(wanted)
    if len(key) < SEARCHED_LEAST:
        problems = [Problem("birth.search_too_short", least=SEARCHED_LEAST)]
        return _listed(desk, request, account, place, [], wanted=wanted, problems=problems)
    found = desk.store.children.named(key, place.code, limit=FOUND_MOST)
    problems = [] if found else [Problem("birth.nobody_found")]
    return _listed(desk, request, account, place, found, wanted=wanted, problems=problems)


def _listed(
    desk: Desk,
    request: Request,
    account: Account,
    place: Named,
    found: list[Child],
    *,
    more: int = 0,
    done: str = "",
    wanted: str = "",
    problems: list[Problem] | None = None,
) -> Response:
    desk.store.audit.write(
        account.name, Act.SEE_CHILDREN.value, place.code, place.code, at=desk.now(),
        details={"names": len(found)},
    )  # fmt: skip
    reasons = desk.store.children.reasons_now(child.nik for child in found)
    rows = [
        {
            "child": child,
            "village": listed(desk.gazetteer, child.village).name,
            "left": leaves_on(child.birth_date) <= desk.today,
            "reason": reasons.get(child.nik),
        }
        for child in found
    ]
    counts = desk.store.births.reasons(place.code)
    figure = figure_of(desk.store.births.of(place.code, today=desk.today), cut_name(desk), desk.now())
    return desk.shell.page(
        request,
        "birth_children.html",
        status=problems[0].row.http if problems else 200,
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        here="anak",
        figure=figure,
        rows=rows,
        reasons={reason.value: number for reason, number in counts.items()},
        unasked=figure.missing - sum(counts.values()),
        more=more,
        done=done,
        wanted=wanted,
        problems=problems or [],
        may_keep=may(account, Act.KEEP_CHILDREN, place.code),
        may_see_children=True,
    )
