"""The minister's directive of 9 October 2017, as the two articles tell it, and how it went down to Jambi's offices.

Words, people and numbers of the articles carry their source. Who acknowledged when is invented, and said so by the
account ``contoh`` that stands beside it; nobody is said to have refused.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from rekam.account import Account, Role
from rekam.centre.centre import Centre
from rekam.centre.directive.addressing import Call
from rekam.centre.directive.meeting import Gathering, decide, keep_meeting
from rekam.centre.directive.order import Order, issue, pass_on
from rekam.centre.directive.round import make_round
from rekam.centre.directive.say import say
from rekam.demo.october.office_holders import AKSI_POST, EXAMPLE, JAMBI, JPNN, enter_holders, enter_offices
from rekam.operations.directive import EventKind, Post

YEAR_END = date(2017, 12, 31)
RAKOR = date(2017, 10, 9)
HEARD_IN_SUMATRA = ("12", "13", "16", "18", "19")
"""Provinces beside Jambi that acknowledge in the demo (invented)."""

HEARD_IN_JAMBI = ("15.01", "15.02", "15.04", "15.05", "15.08", "15.09", "15.71")
"""Offices that acknowledge in the demo (invented); the four others have not by 17 October."""

_PUSAT = Account("contoh", "Data percontohan", Role.CENTRE, "", "")
_JAMBI = Account("contoh", "Data percontohan", Role.PROVINCE, JAMBI, "")


def seed(centre: Centre, now: int) -> None:
    """Enter officials, offices, the meeting, three directives and their first answers, once.

    Args:
        centre: The open centre.
        now: Unix seconds of the demo's clock.
    """
    if centre.store.meetings.within("") or now < _at(11, 9):
        return
    early = _then(centre)(_at(9, 8))
    enter_holders(early, _PUSAT)
    enter_offices(early, _PUSAT)
    decision = _rakor(early)
    national = _minister(_then(centre)(_at(9, 10)), decision)
    _heard(_then(centre), national)
    _down_to_the_offices(_then(centre), national)
    _into_the_villages(_then(centre)(_at(9, 14)))
    while any(make_round(centre)):
        pass


def _rakor(centre: Centre) -> int:
    meeting = keep_meeting(
        centre, _PUSAT,
        Gathering(
            "Rapat Koordinasi Gubernur se-Sumatera", RAKOR, JAMBI, "gedung tidak disebut sumber",
            "tidak disebut sumber", "sumatera", Post.GOVERNOR.value, JPNN,
        ),
    )  # fmt: skip
    number = decide(
        centre, _PUSAT, meeting,
        "“Posisi sekarang baru 94 persen, akhir tahun ini harus selesai 100 persen”: semua perekaman e-KTP rampung.",
        owner_post=Post.MINISTER.value, owner_place="", deadline_on=YEAR_END,
    )  # fmt: skip
    decide(
        centre, _PUSAT, meeting,
        "Saran Menteri: kepala dinas yang tidak terima instruksi diganti; penggantian kepala dinas Dukcapil perlu izin Menteri (UU 24/2013 pasal 83A).",
        owner_post=Post.MINISTER.value, owner_place="",
    )  # fmt: skip
    return number


def _minister(centre: Centre, decision: int) -> int:
    return issue(
        centre, _PUSAT,
        Order(
            post=Post.MINISTER.value, title="Selesaikan semua perekaman e-KTP, 100 persen akhir tahun ini",
            words="Gubernur, wali kota, dan bupati diminta mendesak Kepala Dinas Dukcapil menyelesaikan semua perekaman e-KTP. “Posisi sekarang baru 94 persen, akhir tahun ini harus selesai 100 persen.”",
            basis="Arahan lisan pada Rakor Gubernur se-Sumatera, Jambi, Senin 9 Oktober 2017", deadline=YEAR_END,
            call=Call((Post.GOVERNOR.value, Post.REGENT.value, Post.MAYOR.value), "nasional"), evidence="coverage",
            goal=1.0, responsible="Tjahjo Kumolo: “Soal e-KTP ini tanggung jawab saya”",
            station_words="Target Menteri: perekaman 100 % pada 31 Desember 2017.", source=f"{JPNN}; {AKSI_POST}",
            decision_id=decision,
        ),
    )  # fmt: skip


def _heard(then: Callable[[int], Centre], national: int) -> None:
    """Acknowledged, invented: some governors of Sumatra, Jambi's among them, and a few of Jambi's regents."""
    centre = then(_at(10, 9))
    for province in (*HEARD_IN_SUMATRA, JAMBI):
        _acknowledge(centre, national, province, Role.PROVINCE)
    for regency in ("15.01", "15.02", "15.09", "15.71"):
        _acknowledge(centre, national, regency, Role.REGENCY)


def _down_to_the_offices(then: Callable[[int], Centre], national: int) -> None:
    line = _line(then(0), national, JAMBI)
    order = Order(
        post=Post.GOVERNOR.value, title="Meneruskan instruksi Menteri: 100 persen sebelum akhir tahun",
        words="Kepala Dinas Dukcapil kabupaten/kota menyelesaikan semua perekaman. “Kita targetkan sebelum akhir tahun dapat diselesaikan.”",
        basis="Instruksi Menteri Dalam Negeri, 9 Oktober 2017", deadline=YEAR_END,
        call=Call((Post.HEAD_OF_OFFICE.value,), places=(JAMBI,)), evidence="coverage", goal=1.0,
        source=f"{JPNN} (target provinsi); penerusannya: {EXAMPLE}",
    )  # fmt: skip
    child = pass_on(then(_at(10, 11)), _JAMBI, line, order)
    for regency in HEARD_IN_JAMBI:
        _acknowledge(then(_at(11, 9)), child, regency, Role.REGENCY)


def _into_the_villages(centre: Centre) -> None:
    issue(
        centre, _JAMBI,
        Order(
            post=Post.HEAD_OF_PROVINCE_OFFICE.value, title="Tingkatkan perekaman dengan langsung turun ke desa",
            words="Kepala Dinas Sosial, Kependudukan dan Catatan Sipil kabupaten/kota beserta jajarannya selalu meningkatkan upaya perekaman KTP elektronik dengan langsung turun ke desa.",
            basis="Disampaikan Kepala Dinas Sosial, Kependudukan dan Catatan Sipil Provinsi Jambi", deadline=YEAR_END,
            call=Call((Post.HEAD_OF_OFFICE.value, Post.HEAD_OF_UNIT.value), places=(JAMBI,)), evidence="coverage",
            goal=1.0, responsible="Arief Munandar", source=JPNN,
        ),
    )  # fmt: skip


def _acknowledge(centre: Centre, directive: int, place: str, role: Role) -> None:
    account = Account("contoh", "Data percontohan", role, place, "")
    say(centre, account, _line(centre, directive, place), EventKind.ACKNOWLEDGED)


def _line(centre: Centre, directive: int, place: str) -> int:
    lines: Iterable[int] = (
        one.addressee_id for one in centre.store.directives.addressees(directive) if one.place == place
    )
    return next(iter(lines))


def _then(centre: Centre) -> Callable[[int], Centre]:
    """The same centre with its clock at another moment."""
    return lambda moment: replace(centre, now=lambda: moment)


def _at(day: int, hour: int) -> int:
    """A whole hour of October 2017, WIB."""
    return int(datetime(2017, 10, day, hour, tzinfo=UTC).timestamp()) - 7 * 3600
