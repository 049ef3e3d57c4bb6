"""Sambungan: the list, one case from letter to restoration, lines, examples; what is typed stays, who may not sees nothing."""

import re

import pytest
from pages_bed import CHEAP, DISTRICT, PASSWORD, open_bed, people, tables, text_of

from rekam.account import Account, Role
from rekam.centre.pages.connection import urgent
from rekam.centre.pages.places import named
from rekam.demo.october.connection import seed
from rekam.edge.key import hash_password
from rekam.edge.packed import gazetteer
from rekam.edge.store.centre.accounts import put_account
from rekam.operations.connection import DAY_S
from rekam.operations.connection.examples import EXAMPLES
from rekam.problem.table import TABLE

REASON = "jawaban kantor tidak memenuhi yang diminta surat kedua"
OPENING = {
    "wilayah": "15.02",
    "alasan": "officials",
    "aturan": "Permendagri 76/2015",
    "kata": "kadis diganti",
}


@pytest.fixture
def bed(postgres, migrated, tmp_path):
    with open_bed(tmp_path, postgres, migrated) as bed:
        second = Account("wakil", "Wakil Pusat", Role.CENTRE, "", hash_password(PASSWORD, cost=CHEAP))
        with bed.world.centre.store.database.transaction() as connection:
            put_account(connection, second)
        yield bed


def opened(bed, **changes):
    answer = bed.reader("pusat").post("/sambungan/buka", **{**OPENING, **changes})
    assert answer.status_code == 303, text_of(answer.text)
    return answer.headers["location"]


def step(bed, who, case, button, **fields):
    answer = bed.reader(who).post(case, tindakan=button, **fields)
    assert answer.status_code == 303, text_of(answer.text)


def letter(bed, case, number):
    step(bed, "pusat", case, "surat", nomor=number, tanggal="2017-10-01", hari="3", kata="kembalikan pejabat")
    bed.clock.seconds += 3 * DAY_S + 60


def cut(bed):
    case = opened(bed)
    step(bed, "pusat", case, "syarat", kata="pejabat lama dikembalikan")
    letter(bed, case, "471/1")
    letter(bed, case, "471/2")
    step(bed, "pusat", case, "usul_putus", kata=REASON)
    step(bed, "wakil", case, "sahkan_putus")
    return case


def test_a_case_goes_from_letter_to_restoration_through_its_page(bed):
    (someone,) = people(1)
    bed.world.load(someone)
    case = cut(bed)
    bed.record(someone, "person:1")

    page = text_of(bed.reader("rudi").page(case))
    assert "Diputus sejak" in page
    assert "dari 1 yang pernah ditahan" in page
    assert "Perekaman warga di kecamatan dan desa" in page
    listed = tables(bed.reader("rudi").page("/sambungan"))[0]
    assert listed[1][0] == "Kabupaten Merangin"
    step(bed, "rudi", case, "jawab", kata="SK bupati sudah dicabut")
    (number,) = re.findall(r'name="nomor_syarat" value="(\d+)"', bed.reader("pusat").page(case))
    step(bed, "pusat", case, "penuhi", nomor_syarat=number, kata="SK pencabutan dilihat")
    step(bed, "pusat", case, "usul_pulih", kata="pejabat sudah dikembalikan sesuai surat")
    assert "Anda yang mengusulkan" in text_of(bed.reader("pusat").page(case))
    step(bed, "wakil", case, "sahkan_pulih")

    page = text_of(bed.reader("rudi").page(case))
    assert "Dipulihkan" in page
    assert "Tidak ada kantor yang diputus" in text_of(bed.reader("rudi").page("/sambungan"))
    printed = text_of(bed.reader("rudi").page(f"{case}/surat"))
    for said in (
        "471/2",
        "Permendagri 76/2015",
        "☑ pejabat lama dikembalikan",
        "Pencetakan kartu yang sudah siap cetak",
    ):
        assert said in printed
    kinds = re.findall(r"<strong>([^<]*)</strong> <small>", bed.reader("rudi").page(case))
    assert kinds[0] == "Sambungan dipulihkan (disahkan orang kedua)"
    assert kinds[-1] == "Kasus dibuka"


def test_a_refused_step_says_why_and_keeps_what_was_typed(bed):
    case = opened(bed)
    answer = bed.reader("pusat").post(case, tindakan="usul_putus", kata=REASON)
    assert answer.status_code == TABLE["connection.letters_needed"].http
    assert "perlu 2 surat peringatan, baru 0" in text_of(answer.text)
    assert REASON in answer.text
    answer = bed.reader("pusat").post(
        case, tindakan="surat", nomor="471/1", tanggal="2017-10-01", hari="1", kata="x"
    )
    assert answer.status_code == 422
    assert 'value="471/1"' in answer.text
    answer = bed.reader("pusat").post(case, tindakan="tidak_ada")
    assert answer.status_code == 422
    answer = bed.reader("pusat").post("/sambungan/buka", **{**OPENING, "alasan": "bosan"})
    assert (answer.status_code, "kadis diganti" in answer.text) == (422, True)


def test_the_other_office_sees_and_does_nothing_of_it(bed):
    case = opened(bed)
    assert bed.reader("tono").get(case).status_code == 403
    assert bed.reader("tono").get(f"{case}/surat").status_code == 403
    assert bed.reader("tono").post(case, tindakan="jawab", kata="kami").status_code == 403
    assert bed.reader("rudi").post(case, tindakan="tutup", kata=REASON).status_code == 403
    assert bed.reader("rudi").post("/sambungan/buka", **OPENING).status_code == 403
    assert "Merangin" not in text_of(bed.reader("tono").page("/sambungan"))
    # Who works in the office that is warned may read it.
    assert bed.reader("sari").get(case).status_code == 200
    assert bed.reader("pusat").get("/sambungan/kasus/999").status_code == 404
    assert bed.reader("rudi").http.post(case, data={"tindakan": "jawab", "kata": "x"}).status_code == 403


def test_urgent_names_what_is_late_and_what_waits(bed):
    (someone,) = people(1)
    bed.world.load(someone)
    cut(bed)
    bed.record(someone, "person:1")
    opened(bed, wilayah="15.03")
    late = opened(bed, wilayah="15.01")
    letter(bed, late, "471/9")

    class Asked:
        query_params, cookies = {}, {}

    from rekam.centre.pages.desk import Desk

    desk = Desk(bed.world.centre, gazetteer(), None)
    told = urgent(desk, Asked(), named(gazetteer(), "15"))
    assert [(one.href, one.weight) for one in told] == [(late, 1.0), ("/sambungan?wilayah=15", 1.0)]
    assert all(one.words.format_map(one.values) for one in told)
    assert urgent(desk, Asked(), named(gazetteer(), "16")) == []


def test_an_office_reports_an_outage_and_says_why(bed):
    bed.world.station("ST-1", DISTRICT)
    reader = bed.reader("rudi")
    fields = {
        "wilayah": "15.02",
        "tindakan": "lapor",
        "mulai": "2017-10-09T08:00",
        "sebab": "unpaid",
        "kata": "sewa",
    }
    assert reader.post("/sambungan/jalur", **fields).status_code == 303
    page = reader.page("/sambungan/jalur")
    assert "sewa jalur belum dibayar sewa" in text_of(page)
    assert "belum pernah" in text_of(page)
    answer = reader.post("/sambungan/jalur", **{**fields, "mulai": "2030-01-01T00:00"})
    assert answer.status_code == 422
    assert 'value="2030-01-01T00:00"' in answer.text
    assert reader.post("/sambungan/jalur", **{**fields, "wilayah": "15.03"}).status_code == 403


def test_the_october_of_2017_has_both_cuts_with_their_sources(bed):
    bed.clock.seconds += 7 * DAY_S
    for _ in range(2):
        seed(bed.world.centre, bed.clock.seconds)
    ended = tables(bed.reader("prita").page("/sambungan"))[-1][1:]
    assert sorted((row[0], row[1], row[5]) for row in ended) == [
        ("Kabupaten Merangin", "Pejabat (SDM)", "92"),
        ("Kabupaten Tebo", "Kelembagaan (perangkat daerah)", "92"),
    ]
    (merangin,) = [row.case_id for row in bed.world.centre.store.connection_cases.touching("15.02")]
    page = text_of(bed.reader("rudi").page(f"/sambungan/kasus/{merangin}"))
    for said in (
        "membantah pemutusan",
        "Tribun 18-07-2017",
        "Aksi Post 17-10-2017",
        "sekitar 11 Juli 2017 · Sambungan diputus",
        "92 hari",
    ):
        assert said in page


def test_the_library_tells_every_example_with_its_sources(bed):
    page = text_of(bed.reader("rudi").page("/sambungan/contoh"))
    for example in EXAMPLES:
        assert example.name in page
        for one in example.steps:
            assert one.source in page
            assert one.words.id in page
    assert "Berita menyebut 1 surat sebelum diputus; Rekam menolak pemutusan sebelum 2 surat" in page
    assert "Bertentangan:" in page
    assert {one.name: one.days for one in EXAMPLES if one.days} == {
        "Merangin 2017": 92, "Tebo 2017": 92, "Pulau Morotai 2021": 35,
    }  # fmt: skip
