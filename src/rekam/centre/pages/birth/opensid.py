"""What goes out to villages (OpenSID) and kecamatan (OpenDK), as files that those systems know."""

import csv
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from io import StringIO

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, may
from rekam.centre.pages.coverage import cut_name
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import WIDTH, asked_place, level_below, listed, trail
from rekam.edge.store.centre.village_status import VillagePerson
from rekam.edge.web import check_form_token
from rekam.place import Level
from rekam.problem import Problem
from rekam.registry.opensid import village_card, village_status

PERSON_COLUMNS = ("nik", "ktp_el", "status_rekam", "tempat_cetak_ktp", "tanggal_cetak_ktp", "akta_lahir")
"""As OpenSID names them in its table of residents and its import sheet."""

VILLAGE_COLUMNS = (
    "kode_desa", "nama_desa", "total_penduduk", "ktp_wajib", "ktp_terpenuhi", "ktp_persen_terpenuhi",
    "anak_0_18", "akta_terpenuhi", "akta_persen_terpenuhi", "data", "dihitung",
)  # fmt: skip
"""As OpenDK names them on its page of residents; the children, the data cut and the moment stand beside."""

_WIB = timedelta(hours=7)


def export_page(desk: Desk, request: Request) -> Response:
    """Where the files are fetched, village by village."""
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_COVERAGE, request.query_params.get("wilayah", ""))
    assert account is not None
    below = level_below(place)
    regions = (
        desk.store.births.within(place.code, WIDTH[below], today=desk.today) if below is not None else []
    )
    rows = [listed(desk.gazetteer, row.territory) for row in regions]
    return desk.shell.page(
        request,
        "birth_village.html",
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        here="desa",
        rows=sorted(rows, key=lambda row: row.title),
        villages=below is Level.VILLAGE,
        is_village=place.level is Level.VILLAGE,
        sums=place.level is not None and place.level >= Level.REGENCY,
        cut=cut_name(desk),
        counted_at=desk.now(),
        columns=PERSON_COLUMNS,
        may_fetch=may(account, Act.SEE_MISSING_PEOPLE, place.code) and bool(place.code),
        may_see_children=may(account, Act.SEE_CHILDREN, place.code) and bool(place.code),
    )


def village_file(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """Every resident of a village by NIK with OpenSID's codes; fetching it leaves a line in the audit.

    Raises:
        Problem: ``birth.village_needed``.
    """
    check_form_token(request, form.get("_token"))
    account = desk.reader(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_MISSING_PEOPLE, form.get("wilayah", ""))
    if place.level is not Level.VILLAGE:
        raise Problem("birth.village_needed")
    people = desk.store.village_status.people(place.code)
    desk.store.audit.write(
        account.name, "export_village_status", place.code, place.code, at=desk.now(),
        details={"names": len(people)},
    )  # fmt: skip
    rows = (_person(desk, one) for one in people)
    return _file(f"opensid-{place.code}.csv", PERSON_COLUMNS, rows)


def sums_file(desk: Desk, request: Request) -> Response:
    """The sums of every village of a kabupaten/kota or kecamatan, without a name.

    Raises:
        Problem: ``birth.regency_needed``.
    """
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_COVERAGE, request.query_params.get("wilayah", ""))
    if place.level is None or place.level < Level.REGENCY:
        raise Problem("birth.regency_needed")
    cut = cut_name(desk)
    counted = (datetime.fromtimestamp(desk.now(), UTC) + _WIB).strftime("%Y-%m-%d %H:%M WIB")
    rows = (
        (
            one.village, listed(desk.gazetteer, one.village).name, one.people, one.obliged, one.recorded,
            _percent(one.recorded, one.obliged), one.children, one.certified,
            _percent(one.certified, one.children), cut, counted,
        )
        for one in desk.store.village_status.villages(place.code)
    )  # fmt: skip
    return _file(f"opendk-{place.code}.csv", VILLAGE_COLUMNS, rows)


def _person(desk: Desk, one: VillagePerson) -> Sequence[object]:
    code = village_status(obliged=one.obliged, recorded_before=one.recorded_before, status=one.status)
    printed = ""
    if one.printed_at is not None:
        printed = (datetime.fromtimestamp(one.printed_at, UTC) + _WIB).strftime("%Y-%m-%d")
    place = listed(desk.gazetteer, one.printed_place).title if one.printed_place else ""
    return one.nik, village_card(code), int(code), place, printed, one.certificate or ""


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}" if whole else ""


def _file(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(rows)
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(text.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)
