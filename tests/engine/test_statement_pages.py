"""Statements entered, judged and shown on real pages over a real database."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from pages_bed import Reader, open_bed, tables, text_of

from rekam.account import Account, Role
from rekam.centre.statement.taking import enter_statement, take_table
from rekam.centre.statement.verdict import judge
from rekam.demo.october import statement as october
from rekam.demo.october.article import AKSI_POST, JPNN
from rekam.operations.statement import read_text
from rekam.problem import Problem

OCTOBER_17 = 1_508_205_600
"""17 October 2017, 09.00 WIB."""
SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
CSV = "tanggal,kode,wilayah,wajib_ktp,sudah_rekam,belum_rekam,persen_dilaporkan,sumber,catatan\n"
KEEPER = Account("rudi", "Rudi", Role.REGENCY, "15.02", "")


@pytest.fixture(scope="module")
def bed(tmp_path_factory, postgres, migrated):
    """A centre that tests write into, each its own statements."""
    with open_bed(tmp_path_factory.mktemp("written"), postgres, migrated) as bed:
        bed.clock.seconds = OCTOBER_17
        yield bed


@pytest.fixture(scope="module")
def staged(tmp_path_factory, postgres, migrated):
    """The stage of October 2017, only read."""
    with open_bed(tmp_path_factory.mktemp("staged"), postgres, migrated) as bed:
        bed.clock.seconds = OCTOBER_17
        october.seed(bed.world.centre, OCTOBER_17)
        yield bed


def kept(bed):
    return bed.value("SELECT count(*) FROM rekam.statement")


def statement(**cells):
    return {"code": "15.02", "day": "2017-10-17", "source": "Antara 17-10-2017", **cells}


def test_the_stage_has_every_number_of_both_articles_on_a_page_with_its_source(staged):
    numbers = {
        "JPNN 10-10-2017": ["94 persen", "31 persen", "100 persen", "12 ribu unit", "19,3 persen", "88,50 persen", "77,56 persen", "185 item", "15.600 Data"],
        "Aksi Post 17-10-2017": ["sekitar 60 persen", "tiga bulan", "dua kabupaten", "100 persen", "tipe A"],
    }  # fmt: skip
    reader = staged.reader("pusat")
    pages = [
        text_of(reader.page(f"/pernyataan/{one.published.statement_id}"))
        for one in judge(staged.world.centre, "")[0]
    ]

    missing = [
        (source, number)
        for source, wanted in numbers.items()
        for number in wanted
        if not any(source in page and number in page for page in pages)
    ]

    assert missing == []


@pytest.mark.shared
def test_the_words_stand_so_in_the_articles():
    if not SEEDS.is_dir():
        pytest.skip("the two articles are not beside this checkout")
    texts = [" ".join(file.read_text(encoding="utf-8").split()) for file in sorted(SEEDS.glob("*.txt"))]
    for text, article in zip(texts, (JPNN, AKSI_POST), strict=True):
        wrong = [part for cells in article for part in cells["wording"].split(" … ") if part not in text]
        assert wrong == []


@pytest.mark.shared
def test_every_number_of_the_articles_stands_in_a_record():
    if not SEEDS.is_dir():
        pytest.skip("the two articles are not beside this checkout")
    furniture = {"200"}
    """Rupiah a day for refugees: a link to another story."""
    for file, article in zip(sorted(SEEDS.glob("*.txt")), (JPNN, AKSI_POST), strict=True):
        text = re.sub(r"\d{1,2} Oktober 2017 – \d\d:\d\d|\(\d+/\d+\)", " ", file.read_text(encoding="utf-8"))
        wordings = " ".join(cells["wording"] for cells in article)
        numbers = set(re.findall(r"\d[\d.,]*\d|\d", text)) - furniture
        assert {one for one in numbers if one not in wordings} == set()


def test_the_stage_shows_its_contradictions_and_spares_the_rest(staged):
    judged, _ = judge(staged.world.centre, "")
    wrong = {
        (str(one.published.day), one.published.place, finding.kind.value)
        for one in judged for finding in one.findings if finding.certain and one.published.day >= date(2017, 1, 1)
    }  # fmt: skip

    assert wrong == {
        ("2017-10-09", "", "other_base"),
        ("2017-10-09", "15", "claim_conflict"),
        ("2017-10-17", "15", "claim_conflict"),
        ("2017-10-17", "15.02", "coverage_fell"),
    }


def test_seeding_again_changes_nothing(staged):
    before = kept(staged)

    october.seed(staged.world.centre, OCTOBER_17)

    assert kept(staged) == before > 30


def test_an_office_enters_a_statement_and_reads_its_recomputation(bed):
    reader = bed.reader("rudi")
    answer = reader.post(
        "/pernyataan/baru", kode="15.02", tanggal="17-10-2017", wajib="2,4 juta", sudah="2,1 juta", persen="92", sumber="Aksi Post 22-10-2017", bunyi="92 persen",
    )  # fmt: skip

    assert answer.status_code == 303
    page = text_of(reader.page(answer.headers["location"]))
    assert "Bertentangan" in page
    assert "2.100.000 sudah rekam : 2.400.000 wajib KTP = 87,50 %" in page
    assert "Tertulis 92 % tidak cocok" in page
    assert ("rudi", "15.02", answer.headers["location"].rpartition("/")[2]) in bed.audit("keep_statement")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("wajib", "banyak", "Isian wajib: “banyak” bukan angka"),
        ("tanggal", "31-02-2017", "bukan angka atau tanggal"),
        ("tanggal", "18-10-2017", "belum tiba"),
        ("sumber", "", "sumbernya"),
        ("kode", "15.03", "wilayah"),
        ("kode", "88.88", "88.88"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(bed, field, value, said):
    fields = {
        "kode": "15.02",
        "tanggal": "17-10-2017",
        "wajib": "236.124",
        "sumber": "Antara",
        "bunyi": "dua ratus ribu",
    }
    before = kept(bed)

    answer = bed.reader("rudi").post("/pernyataan/baru", **{**fields, field: value})

    assert answer.status_code >= 400
    assert said in text_of(answer.text)
    assert "dua ratus ribu" in answer.text
    assert kept(bed) == before


def test_one_statement_is_kept_once(bed):
    enter_statement(bed.world.centre, KEEPER, statement(percent="60"))

    with pytest.raises(Problem, match="known_already"):
        enter_statement(bed.world.centre, KEEPER, statement(percent="60"))


def test_nobody_reads_or_writes_beyond_their_territory(staged):
    nation = staged.value("SELECT statement_id FROM rekam.statement WHERE place = '' LIMIT 1")
    sarolangun = staged.value("SELECT statement_id FROM rekam.statement WHERE place = '15.03' LIMIT 1")
    reader = staged.reader("rudi")

    assert reader.get(f"/pernyataan/{nation}").status_code == 404
    assert reader.get(f"/pernyataan/{sarolangun}").status_code == 404
    assert reader.get("/pernyataan", wilayah="15.03").status_code == 403
    assert "Sarolangun," not in text_of(reader.page("/pernyataan"))
    assert staged.reader("siti").get("/pernyataan").status_code == 403
    assert staged.reader("sari").get("/pernyataan/baru").status_code == 403


def test_a_file_is_checked_without_storing_and_stored_whole(bed):
    reader = bed.reader("rudi")
    rows = "2017-08-31,15.02,Merangin,231713,196700,35013,84.9,Antara,\n2017-09-30,15.02,Merangin,231713,196000,35713,84.6,Antara,\n"
    before = kept(bed)
    page = send(reader, CSV + rows, "periksa")

    assert "Cakupan turun" in text_of(page.text)
    assert kept(bed) == before

    answer = send(reader, CSV + rows, "simpan")
    assert answer.headers["location"] == "/pernyataan?hasil=tabel&baru=2&lama=0"
    assert "2 pernyataan disimpan" in text_of(reader.page(answer.headers["location"]))


def test_one_bad_row_keeps_the_whole_file_out(bed):
    reader = bed.reader("rudi")
    rows = "2017-08-31,15.02,Merangin,231713,,,,Antara,\n2017-08-31,15.03,Sarolangun,231713,,,,Antara,\n2017-08-31,15.02,Merangin,x,,,,Antara,\n"
    before = kept(bed)

    page = send(reader, CSV + rows, "simpan")

    assert page.status_code == 422
    assert "Baris 4, kolom wajib_ktp" in text_of(page.text)
    with pytest.raises(Problem):
        take_table(bed.world.centre, KEEPER, read_text(CSV + rows))
    assert kept(bed) == before


def send(reader, text, act):
    return reader.http.post(
        "/pernyataan/periksa",
        data={"_token": reader.token, "tindakan": act},
        files={"berkas": ("tabel.csv", io.BytesIO(text.encode()), "text/csv")},
    )


def test_a_file_that_is_none_is_refused_with_words(bed):
    answer = send(bed.reader("rudi"), "\0\1\2", "periksa")

    assert answer.status_code == 422
    assert "CSV" in text_of(answer.text)


def test_the_list_says_the_verdict_in_a_sentence(staged):
    [table] = tables(staged.reader("prita").page("/pernyataan", hanya="contradicted"))

    merangin = next(row for row in table if "Merangin" in row[0])
    assert "Pada 22 Januari 2017 tercatat 84,9 %, pada 17 Oktober 2017 hanya 60 %" in merangin[3]


def test_pages_read_in_english_too(staged):
    reader = Reader(staged.app)
    reader.sign_in("prita")
    page = text_of(reader.page("/pernyataan", bahasa="en"))

    assert "coverage fell though no recording is undone" in page
    assert "Tidak ada" not in page


def test_statements_are_append_only(staged):
    with (
        pytest.raises(Exception, match="append-only"),
        staged.world.centre.store.database.transaction() as connection,
    ):
        connection.execute("UPDATE rekam.statement SET wording = ''")
