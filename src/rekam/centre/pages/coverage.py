"""Peta cakupan: map, table, and the people behind a figure."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, may, reaches
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import WIDTH, asked_place, level_below, listed, trail
from rekam.edge.packed import outlines
from rekam.edge.store.centre.coverage import CoverageRow
from rekam.edge.web.map_svg import Frame, paths
from rekam.operations.coverage import NOTHING, SHADES, Figure, Shade, shade_of
from rekam.person.absence import Absence
from rekam.place import Level

MOST_PAGES = 100
"""Further names are read one kecamatan or village at a time."""

PAGE = 100
"""Names on one page of the list of missing people."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What the map shows: one share at a time, its denominator named."""

    key: str
    words: str


MEASURES = (
    Measure("direkam", "sudah direkam, dari wajib KTP"),
    Measure("tunggal", "sudah tunggal, dari yang diterima pusat"),
    Measure("dicetak", "sudah dicetak, dari yang tunggal"),
    Measure("diserahkan", "sudah diserahkan, dari yang dicetak"),
)


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


@dataclass(frozen=True, slots=True)
class Shown:
    """One region on the map and in the table."""

    title: str
    href: str
    path: str
    figure: Figure
    shade: Shade


def figure_of(row: CoverageRow, measure: str, cut: str, now: int) -> Figure:
    """The figure of a measure, with its own numerator and denominator."""
    pair = {
        "tunggal": (row.unique, row.received),
        "dicetak": (row.printed, row.unique),
        "diserahkan": (row.handed_over, row.printed),
    }.get(measure, (row.recorded, row.obliged))
    return Figure(*pair, cut, datetime.fromtimestamp(now, UTC))


def cut_name(desk: Desk) -> str:
    """Name of the newest data cut, or words that there is none."""
    cut = desk.store.people.cut()
    return cut.name if cut else "(belum ada data DKB)"


@lru_cache(maxsize=64)
def _drawn(level: Level, within: str) -> tuple[Frame, dict[str, str]]:
    frame, drawn = paths(outlines(level, within or None))
    return frame, drawn if within else {code: _coarse(path) for code, path in drawn.items()}


def _coarse(path: str) -> str:
    """An outline by whole points: all regencies of the nation are 0.6 MB otherwise."""
    rings = []
    for ring in path.removesuffix("Z").split("Z"):
        points = [
            " ".join(str(round(float(n))) for n in one.split()) for one in ring.removeprefix("M").split("L")
        ]
        kept = [one for one, _ in groupby(points)]
        if len(kept) > 2:
            rings.append("M" + "L".join(kept) + "Z")
    return "".join(rings) or path


def map_page(desk: Desk, request: Request) -> Response:
    """The map, the sums above it and the regions below it."""
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_COVERAGE, request.query_params.get("wilayah", ""))
    assert account is not None
    key = request.query_params.get("ukuran", MEASURES[0].key)
    measure = next((one for one in MEASURES if one.key == key), MEASURES[0])
    cut, now = cut_name(desk), desk.now()
    whole = desk.store.coverage.of(place.code)
    below = level_below(place)
    frame: Frame | None = None
    blank: set[str] = set()
    drawn: dict[str, str] = {}
    if below in {Level.PROVINCE, Level.REGENCY, Level.DISTRICT}:
        frame, drawn = _drawn(Level.REGENCY if below is Level.PROVINCE else below, place.code)
        blank = set(drawn)
    regions: list[Shown] = []
    if below is not None:
        for row in desk.store.coverage.within(place.code, WIDTH[below]):
            figure = figure_of(row, measure.key, cut, now)
            # A nation's map is drawn by regency; its regions are provinces: all their regencies in one colour.
            inside = [code for code in drawn if reaches(row.territory, code)]
            blank -= set(inside)
            path = "".join(drawn[code] for code in inside)
            regions.append(
                Shown(
                    listed(desk.gazetteer, row.territory).title,
                    f"/peta?wilayah={row.territory}&ukuran={measure.key}",
                    path,
                    figure,
                    shade_of(figure.fraction),
                )
            )
    regions.sort(key=lambda region: (-region.figure.missing, region.title))
    return desk.shell.page(
        request,
        "map.html",
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        measure=measure,
        measures=MEASURES,
        figure=figure_of(whole, measure.key, cut, now),
        frame=frame if any(region.path for region in regions) else None,
        regions=regions,
        blank="".join(drawn[code] for code in sorted(blank)),
        nothing=NOTHING,
        shades=(*SHADES, NOTHING) if blank else SHADES,
        may_see_people=may(account, Act.SEE_MISSING_PEOPLE, place.code) and bool(place.code),
        missing_recorded=desk.store.people.missing_count(place.code) if place.code else 0,
    )


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
    return desk.shell.page(
        request,
        "missing.html",
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        figure=figure_of(desk.store.coverage.of(place.code), "direkam", cut_name(desk), desk.now()),
        count=desk.store.people.missing_count(place.code),
        people=rows,
        reasons=desk.store.absences.counts(place.code),
        absence_words=ABSENCE_WORDS,
        more=more,
    )
