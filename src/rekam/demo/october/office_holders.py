"""Who holds which post in the demo: two names stand in the articles, every other name and all telephones are invented."""

from datetime import date

from rekam.account import Account
from rekam.centre.centre import Centre
from rekam.centre.directive.appointment import Term, appoint, appoint_all
from rekam.centre.directive.office import OfficeState, keep_office
from rekam.edge.packed import gazetteer
from rekam.operations.directive import APPOINTED_BY_MINISTER, Post, posts_at, provinces_of
from rekam.place import Level

JPNN = "JPNN 10-10-2017"
AKSI_POST = "Aksi Post 17-10-2017"
EXAMPLE = "contoh"
"""Declares a line invented."""

JAMBI, MERANGIN, TEBO = "15", "15.02", "15.09"
_BEGUN = date(2017, 1, 2)
"""First day of invented terms."""

_FIRST_NAMES = (
    "Nurdin", "Rahmawati", "Syahrul", "Hartini", "Zulkifli", "Erlina", "Bambang", "Yusnita", "Asril", "Marlina",
    "Suparno", "Dewi", "Hasan", "Lestari", "Mukhlis", "Ratna",
)  # fmt: skip


def enter_holders(centre: Centre, keeper: Account) -> None:
    """Minister, director, governors of Sumatra, everybody in Jambi down to the camat, and Merangin's units."""
    _known(centre, keeper)
    sumatra = provinces_of("sumatera", (region.code for region in gazetteer().provinces()))
    places = ["", *sumatra]
    places += [
        region.code
        for level in (Level.REGENCY, Level.DISTRICT)
        for region in gazetteer().within(JAMBI, level)
    ]
    taken = {(Post.MINISTER, ""), (Post.HEAD_OF_PROVINCE_OFFICE, JAMBI)}
    terms: list[Term] = []
    for place in places:
        for post in posts_at(place):
            # Other provinces have their governor only: nothing else of them is on the stage.
            on_stage = place.startswith(JAMBI) or not place or post is Post.GOVERNOR
            unit = post is Post.HEAD_OF_UNIT and not place.startswith(MERANGIN)
            if not on_stage or post is Post.DEPOT or unit or (post, place) in taken:
                continue
            number = len(terms) + 1
            name = f"{_FIRST_NAMES[number % len(_FIRST_NAMES)]} Contoh"
            telephone = f"0700-{place.replace('.', '').ljust(6, '0') or '000000'}-{number:03}"
            shown = EXAMPLE if post in APPOINTED_BY_MINISTER else ""
            terms.append(
                Term(
                    post.value,
                    place,
                    name,
                    _BEGUN,
                    EXAMPLE,
                    telephone=telephone,
                    permission=shown,
                    source=EXAMPLE,
                )
            )
    appoint_all(centre, keeper, terms)


def _known(centre: Centre, keeper: Account) -> None:
    appoint(
        centre, keeper,
        Term(
            Post.MINISTER.value, "", "Tjahjo Kumolo", date(2014, 10, 27), "Presiden", telephone="0700-000000-000",
            source=f"{JPNN}; hari pelantikan: pengetahuan umum; telepon: {EXAMPLE}",
        ),
    )  # fmt: skip
    appoint(
        centre, keeper,
        Term(
            Post.HEAD_OF_PROVINCE_OFFICE.value, JAMBI, "Arief Munandar", _BEGUN, "tidak disebut sumber", permission="tidak disebut sumber",
            telephone="0700-150000-000", source=f"{JPNN}; {AKSI_POST}; hari pertama dan telepon: {EXAMPLE}",
        ),
    )  # fmt: skip


def enter_offices(centre: Centre, keeper: Account) -> None:
    """What the articles tell of the offices of Jambi: merged with social affairs; Tebo was raised to type A."""
    keep_office(
        centre, keeper, JAMBI,
        OfficeState(
            "Dinas Sosial, Kependudukan dan Catatan Sipil Provinsi Jambi", _BEGUN, merged_with="sosial",
            telephone="0700-150000-000", open_hours="Senin–Jumat 08.00–15.30 (contoh)", basis="tidak disebut sumber",
            source=f"{JPNN}; {AKSI_POST}; hari, telepon, dan jam: {EXAMPLE}",
        ),
    )  # fmt: skip
    tebo = "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tebo"
    keep_office(
        centre, keeper, TEBO,
        OfficeState(tebo, _BEGUN, basis="Aturan perangkat daerah yang dianggap menyalahi aturan", source=AKSI_POST),
    )  # fmt: skip
    keep_office(
        centre, keeper, TEBO,
        OfficeState(
            tebo, date(2017, 10, 9), type="A",
            basis="Aturan OPD diperbaiki Bupati Tebo, dinas dinaikkan menjadi tipe A",
            source=f"{AKSI_POST}; hari pastinya tidak diberitakan, paling lambat 17 Oktober 2017",
        ),
    )  # fmt: skip
