"""The people behind "belum direkam", by reason and by name."""

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act
from rekam.centre.pages.coverage.figures import cut_name, figure_of
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import asked_place, listed, trail
from rekam.person.absence import Absence

MOST_PAGES = 100
"""Further names are read one kecamatan or village at a time."""

PAGE = 100
"""Names on one page of the list of missing people."""

ABSENCE_WORDS = {
    Absence.DEAD: "Meninggal",
    Absence.MOVED: "Pindah",
    Absence.ABROAD: "Di luar negeri",
    Absence.REFUSES: "Menolak",
    Absence.ILL: "Sakit di rumah",
    Absence.DOUBLE: "Data ganda",
    Absence.NOT_FOUND: "Tidak ditemukan di alamat",
}
"""Reasons against a name, as stations note them."""


def missing_page(desk: Desk, request: Request) -> Response:
    """The named people behind "belum direkam"; opening the list leaves a line in the audit."""
    account = desk.account(request)
    place = asked_place(
        desk.gazetteer, account, Act.SEE_MISSING_PEOPLE, request.query_params.get("wilayah", "")
    )
    assert account is not None
    # Pages are numbered, because the place of the last name in an address would carry a NIK.
    asked = request.query_params.get("halaman", "1")
    number = min(int(asked), MOST_PAGES) if asked.isascii() and asked.isdigit() and int(asked) else 1
    found = desk.store.people.missing(place.code, limit=number * PAGE + 1)
    more = number + 1 if len(found) > number * PAGE and number < MOST_PAGES else 0
    found = found[(number - 1) * PAGE : number * PAGE]
    desk.store.audit.write(
        account.name,
        Act.SEE_MISSING_PEOPLE.value,
        place.code,
        place.code,
        at=desk.now(),
        details={"names": len(found)},
    )
    absences = desk.store.absences.now_of(one.biodata.nik for one in found)
    rows = [
        {
            "absence": absences.get(one.biodata.nik),
            "name": one.biodata.name,
            "nik": one.biodata.nik,
            "birth_year": one.biodata.birth_date.year,
            "address": f"{one.biodata.address}, RT {one.biodata.rt}/RW {one.biodata.rw}",
            "village": listed(desk.gazetteer, one.biodata.village).name,
        }
        for one in found
    ]
    count = desk.store.people.missing_count(place.code)
    reasons = desk.store.absences.counts(place.code)
    return desk.shell.page(
        request,
        "missing.html",
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        figure=figure_of(desk.store.coverage.of(place.code), "direkam", cut_name(desk), desk.now()),
        count=count,
        people=rows,
        reasons=reasons,
        # Who has no reason yet is a line of the sum: the lines add up to the people on the list.
        unasked=max(0, count - sum(reasons.values())),
        absence_words=ABSENCE_WORDS,
        more=more,
    )
