"""Instruksi, as people open it: what came, what was given, who holds which post, what a meeting decided."""

import re
from datetime import date

import pytest
from pages_bed import open_bed, people, tables, text_of
from starlette.requests import Request

from rekam.centre.pages.desk import Desk
from rekam.centre.pages.directive import urgent
from rekam.centre.pages.places import named
from rekam.demo.october import directive as october
from rekam.edge.packed import gazetteer
from rekam.edge.store.centre.officials import call_line
from rekam.operations.directive import EventKind, fold

TODAY = date(2017, 10, 17)
NOW = 1_508_205_600
"""17 October 2017, 09.00 WIB."""


@pytest.fixture(scope="module")
def bed(postgres, migrated, tmp_path_factory):
    with open_bed(tmp_path_factory.mktemp("pages"), postgres, migrated) as bed:
        bed.world.load(*people(), recorded=[people(1)[0].nik])
        bed.clock.seconds = NOW
        october.seed(bed.world.centre, NOW)
        yield bed


NEW = {
    "tindakan": "beri", "pemberi": "governor", "judul": "Jemput bola", "isi": "Turun ke desa.", "dasar": "Surat 1",
    "tenggat": "2017-12-01", "bukti": "coverage", "sasaran": "88,5", "jabatan_regent": "1", "jabatan_mayor": "1",
}  # fmt: skip


def given(bed, who="prita", **changes) -> int:
    """A directive through the form; its number."""
    answer = bed.reader(who).post("/instruksi/baru", **{**NEW, **changes})
    assert answer.status_code == 303, text_of(answer.text)
    return int(answer.headers["location"].rsplit("/", 1)[1])


def line(bed, number, place):
    return bed.value(
        "SELECT addressee_id FROM addressee WHERE directive_id = %(number)s AND place = %(place)s",
        number=number, place=place,
    )  # fmt: skip


def test_the_ministers_directive_stands_with_its_words_source_and_responsible(bed):
    page = text_of(bed.reader("pusat").page("/instruksi/1"))

    for said in (
        "94 persen", "Soal e-KTP ini tanggung jawab saya", "JPNN 10-10-2017; Aksi Post 17-10-2017", "Tjahjo Kumolo",
        "10 / 552", "31 Desember 2017", "Rapat Koordinasi Gubernur se-Sumatera",
    ):  # fmt: skip
        assert said in page, said


def test_merangin_sees_its_own_lines_and_no_neighbours(bed):
    reader = bed.reader("rudi")
    page = text_of(reader.page("/instruksi/1"))

    assert "Bupati Merangin" in page
    assert "Bupati Sarolangun" not in page
    assert reader.get(f"/instruksi/baris/{line(bed, 1, '15.03')}").status_code == 404
    assert reader.get("/instruksi", wilayah="15.03").status_code == 403
    assert reader.get("/instruksi/baru").status_code == 403
    assert reader.get("/instruksi/999999").status_code == reader.get("/instruksi/x").status_code == 404


def test_those_without_a_part_in_it_get_no_page(bed):
    for who in ("siti", "sari", "ani"):
        for path in (
            "/instruksi",
            "/instruksi/1",
            "/instruksi/pejabat",
            "/instruksi/rapat",
            "/instruksi/rapat/1",
        ):
            assert bed.reader(who).get(path).status_code == 403, (who, path)


def test_addressees_are_shown_before_anything_is_given(bed):
    before = bed.value("SELECT count(*) FROM directive")
    answer = bed.reader("prita").post("/instruksi/baru", **{**NEW, "tindakan": "lihat"})

    assert "Penerima: 11" in text_of(answer.text)
    assert "Wali Kota Sungai Penuh" in text_of(answer.text)
    assert bed.value("SELECT count(*) FROM directive") == before


def test_a_form_with_a_mistake_keeps_what_was_typed_and_says_the_way_out(bed):
    answer = bed.reader("prita").post(
        "/instruksi/baru", **{**NEW, "dasar": " ", "judul": "Judul yang diketik"}
    )

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert "dasar hukum" in text_of(answer.text)
    assert 'value="Judul yang diketik"' in answer.text
    for field, value in (
        ("tenggat", "besok"),
        ("sasaran", "banyak"),
        ("bukti", "apa saja"),
        ("pemberi", "raja"),
    ):
        assert bed.reader("prita").post("/instruksi/baru", **{**NEW, field: value}).status_code == 422


def test_a_goal_in_per_cent_and_only_ticked_regencies(bed):
    number = given(bed, **{"tempat_15.02": "1", "tempat_15.71": "1"})
    kept = bed.world.centre.store.directives.directive(number)

    assert kept.goal == pytest.approx(0.885)
    assert [one.place for one in bed.world.centre.store.directives.addressees(number)] == ["15.02", "15.71"]
    assert ("prita", "15", str(number)) in bed.audit("issue_directive")


def test_an_office_acknowledges_from_the_list_and_the_issuer_sees_it(bed):
    number = given(bed)
    merangin = line(bed, number, "15.02")
    answer = bed.reader("rudi").post(f"/instruksi/baris/{merangin}", tindakan="acknowledged", dari="daftar")
    assert (answer.status_code, answer.headers["location"]) == (303, "/instruksi")

    assert "1 / 11" in text_of(bed.reader("prita").page(f"/instruksi/{number}"))
    again = bed.reader("rudi").post(f"/instruksi/baris/{merangin}", tindakan="acknowledged")
    assert again.status_code == 409
    foreign = bed.reader("tono").post(
        f"/instruksi/baris/{merangin}", tindakan="refused", kata="Bukan milik kami"
    )
    assert foreign.status_code == 403
    assert bed.reader("rudi").post(f"/instruksi/baris/{merangin}", tindakan="menari").status_code == 404


def test_a_page_offers_only_what_its_reader_may_do(bed):
    number = given(bed)
    merangin = f"/instruksi/baris/{line(bed, number, '15.02')}"
    offered = {who: set(re.findall(r'name="tindakan" value="(\w+)"', bed.reader(who).page(merangin)))
               for who in ("rudi", "prita", "pusat")}  # fmt: skip

    assert offered["rudi"] == {"acknowledged", "refused"}
    assert offered["prita"] == {"reminded", "warned", "withdrawn"}
    assert offered["pusat"] == set()


def test_every_step_of_the_table_has_words_on_a_page(bed):
    number = given(bed, **{"jabatan_head_of_office": "1", "tempat_15.02": "1"})
    head = bed.value(
        "SELECT addressee_id FROM addressee WHERE directive_id = %(n)s AND post = 'head_of_office'", n=number
    )
    for who, kind in (
        ("rudi", EventKind.REFUSED), ("prita", EventKind.WARNED), ("rudi", EventKind.ACKNOWLEDGED),
        ("rudi", EventKind.ANSWERED), ("prita", EventKind.RETURNED), ("prita", EventKind.WITHDRAWN),
    ):  # fmt: skip
        answer = bed.reader(who).post(
            f"/instruksi/baris/{head}", tindakan=kind.value, kata="Surat nomor 12, lengkap"
        )
        assert answer.status_code == 303, (kind, text_of(answer.text))
        assert "Surat nomor 12" in text_of(bed.reader("prita").page(f"/instruksi/baris/{head}"))
    assert "Dicabut" in text_of(bed.reader("rudi").page(f"/instruksi/baris/{head}"))


def test_officials_are_kept_by_the_centre_alone_and_two_at_once_are_refused_by_name(bed):
    fields = {"tindakan": "angkat", "wilayah": "15.03", "jabatan": "head_of_office", "nama": "Pengganti",
              "sejak": "2017-10-10", "pengangkat": "Menteri"}  # fmt: skip
    assert bed.reader("prita").post("/instruksi/pejabat", **fields).status_code == 403
    answer = bed.reader("pusat").post("/instruksi/pejabat", **fields)
    holder = bed.world.centre.store.officials.holder("head_of_office", "15.03", TODAY)
    assert answer.status_code == 409
    assert holder.name in text_of(answer.text)
    assert 'value="Pengganti"' in answer.text
    assert call_line(bed.world.centre.store.database, "15.03", "head_of_office", TODAY).startswith(
        f"{holder.name}, Kepala Dinas Dukcapil Sarolangun, 0700-"
    )


def test_the_office_of_tebo_was_raised_to_type_a(bed):
    page = bed.reader("pusat").page("/instruksi/pejabat", wilayah="15.09")
    row = next(row for table in tables(page) for row in table if row[0] == "Kabupaten Tebo")

    assert row[2] == "A"
    assert "Aturan OPD diperbaiki Bupati Tebo" in row[6]
    assert "Aksi Post 17-10-2017" in row[6]
    assert "menyalahi aturan" in text_of(page)


def test_a_decision_of_a_meeting_becomes_a_directive(bed):
    reader = bed.reader("pusat")
    answer = reader.post(
        "/instruksi/rapat", judul="Rakor Sumatera II", hari="2017-10-16", tempat="15", ruang="Kantor Gubernur",
        pemimpin="Menteri", undangan="governor", kelompok="sumatera",
    )  # fmt: skip
    meeting = answer.headers["location"]
    came = reader.post(meeting, tindakan="hadir", hadir_governor_15="present", nama_governor_15="Tuan rumah")
    decided = reader.post(meeting, tindakan="putus", keputusan="Laporan tiap Senin", pemilik="governor_15",
                          tenggat="2017-11-30")  # fmt: skip
    assert came.status_code == decided.status_code == 303
    page = reader.page(meeting)
    assert "Hadir: 1" in text_of(page)
    decision = re.search(r"/instruksi/baru\?keputusan=(\d+)", page)[1]
    assert 'value="Laporan tiap Senin"' in reader.page("/instruksi/baru", keputusan=decision)
    number = given(
        bed, "pusat", pemberi="minister", jabatan_governor="1", kelompok="sumatera", keputusan=decision
    )
    assert f"/instruksi/{number}" in reader.page(meeting)
    assert reader.post(meeting, tindakan="putus", keputusan=" ", pemilik="x").status_code == 422
    assert bed.reader("prita").post(meeting, tindakan="putus", keputusan="Lain").status_code == 403
    assert "Rakor Sumatera II" in text_of(bed.reader("rudi").page(meeting))


def test_what_presses_today_names_the_number_the_page_and_whom_to_call(bed):
    request = Request({"type": "http", "method": "GET", "query_string": b"", "headers": []})
    desk = Desk(bed.world.centre, gazetteer(), None)
    number = given(bed)
    merangin = urgent(desk, request, named(gazetteer(), "15.02"))
    assert any("belum diakui" in one.words for one in merangin)
    assert all(one.href.startswith("/instruksi/baris/") and one.call for one in merangin)
    refusing = line(bed, number, "15.02")
    bed.reader("rudi").post(f"/instruksi/baris/{refusing}", tindakan="refused", kata="Alat kami semua rusak")
    jambi = urgent(desk, request, named(gazetteer(), "15"))
    pressing = next(one for one in jambi if one.href == f"/instruksi/{number}")
    assert pressing.values["n"] == "1"
    assert "Merangin" in pressing.call
    missing = bed.value("SELECT sum(obliged - recorded_before) FROM coverage WHERE village LIKE '15.02.%%'")
    assert pressing.weight == missing


def test_a_late_line_is_on_top_and_says_so(bed):
    number = given(bed, tenggat="2017-10-20")
    bed.clock.seconds = NOW + 10 * 86_400
    try:
        page = bed.reader("prita").page(f"/instruksi/{number}")
        rows = next(table for table in tables(page) if table[0][0] == "Penerima")
        listed = text_of(bed.reader("prita").page("/instruksi"))
    finally:
        bed.clock.seconds = NOW
    assert all("lewat tenggat" in row[3] for row in rows[1:])
    assert "11 lewat tenggat" in text_of(page)
    assert "Jemput bola" in listed


def test_the_step_kept_beside_the_events_is_their_fold(bed):
    number = given(bed)
    bed.reader("rudi").post(f"/instruksi/baris/{line(bed, number, '15.02')}", tindakan="acknowledged")
    store = bed.world.centre.store.directives
    for directive in (1, 2, 3, number):
        for kept in store.addressees(directive):
            found = fold(store.events(kept.addressee_id))
            assert (found.step.value, found.since, found.sequence, found.acknowledged_at, found.reminded_at) == (
                kept.state, kept.since, kept.last_event, kept.acknowledged_at, kept.reminded_at,
            )  # fmt: skip
