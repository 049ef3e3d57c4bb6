"""What a person sees when something is wrong: a page in words, in either language, and never a traceback."""

import logging
import re

import pytest
from pages_bed import REGENCY, VILLAGE, Reader, found, open_bed, text_of

from rekam.centre.pages.menu import UNBUILT
from rekam.edge.web.language import catalogue
from rekam.edge.web.shell import HERE


@pytest.fixture(scope="module")
def bed(postgres, migrated, tmp_path_factory):
    with open_bed(tmp_path_factory.mktemp("pages"), postgres, migrated) as bed:
        yield found(bed)


def pages(bed):
    """Every page with something on it, and who opens it."""
    handed, failed, doubtful = (bed.packets[name].packet_id for name in ("handed", "failed", "doubtful"))
    case = bed.value("SELECT case_id FROM adjudication WHERE packet_id = %(p)s", p=doubtful)
    yield "", "/masuk"
    for path in ("/", "/peta", "/perjalanan", "/perjalanan/isi-hilang", *(item.href for item in UNBUILT)):
        yield "pusat", path
    for path in (
        f"/peta?wilayah={VILLAGE}",
        "/belum",
        "/cetak",
        "/cetak?selesai=2",
        "/jejak",
        "/jejak?cari=x",
    ):
        yield "rudi", path
    for packet in (handed, failed):
        yield "rudi", f"/rekaman/{packet.hex()}"
    for path in ("/ajudikasi", f"/ajudikasi/{case}"):
        yield "ani", path
    yield "siti", "/"
    yield "tono", "/tidak-ada"


def reader(bed, name):
    return bed.reader(name) if name else Reader(bed.app)


def test_every_page_is_drawn_in_both_languages_with_nothing_missing(bed):
    """StrictUndefined: a value that a template names and nobody gives would be a failure here."""
    for name, path in pages(bed):
        texts = {}
        for language in ("id", "en"):
            answer = reader(bed, name).get(path, bahasa=language)
            assert answer.status_code in {200, 403, 404}, path
            assert f'<html lang="{language}"' in answer.text
            texts[language] = text_of(answer.text)
        assert texts["id"] != texts["en"], path
        reader(bed, name).get(path, bahasa="id")


def test_an_english_page_holds_no_indonesian_sentence_that_has_an_english_one(bed):
    sentences = {**catalogue(HERE / "locale"), **catalogue(HERE.parents[1] / "centre" / "locale")}
    long = {one for one, english in sentences.items() if len(one) > 12 and "{" not in one and one != english}
    left = set()
    for name, path in pages(bed):
        page = text_of(reader(bed, name).get(path, bahasa="en").text)
        left |= {(path, one) for one in long if one in page}
        reader(bed, name).get(path, bahasa="id")

    assert len(long) > 100
    assert left == set()


def test_the_language_is_remembered(bed):
    one = Reader(bed.app)
    one.get("/masuk", bahasa="en")
    assert "Sign in" in text_of(one.page("/masuk"))
    one.get("/masuk", bahasa="id")
    assert "Kata sandi" in text_of(one.page("/masuk"))


def test_numbers_dates_and_times_have_the_form_of_the_language(bed):
    indonesian = text_of(bed.reader("pusat").get("/peta", wilayah=REGENCY, bahasa="id").text)
    english = text_of(bed.reader("prita").get("/peta", wilayah=REGENCY, bahasa="en").text)
    bed.reader("prita").get("/peta", bahasa="id")

    assert re.search(r"\d+,\d\d % sudah direkam.*dihitung 10 Oktober 2017 \d\d\.\d\d WIB", indonesian)
    assert re.search(r"\d+\.\d\d % .*counted 10 October 2017 \d\d:\d\d WIB", english)


@pytest.mark.parametrize(
    "path",
    ["/tidak-ada", "/peta/x", "/ajudikasi/1/2", "/.env", "/kartu/x", "/bukti/1/1/face.jpg", "/_app/x.css"],
)
def test_an_address_that_is_none_is_a_page_in_indonesian(bed, path):
    for one in (Reader(bed.app), bed.reader("rudi")):
        answer = one.get(path)
        assert answer.status_code == 404
        assert "Halaman ini tidak ada." in text_of(answer.text)
        assert '<html lang="id"' in answer.text


def test_a_page_asked_for_in_the_wrong_way_answers_in_words(bed):
    answer = bed.reader("rudi").http.post("/peta", headers={"accept": "text/html"})

    assert answer.status_code == 405
    assert "Permintaan ini tidak dapat dilayani" in answer.text


def test_a_program_gets_the_same_as_json(bed):
    answer = Reader(bed.app, "application/json").get("/tidak-ada")

    assert (answer.status_code, answer.json()["code"]) == (404, "command.page_not_found")


@pytest.mark.parametrize("path", ["/peta", "/belum", "/perjalanan", "/cetak", "/jejak", "/masuk"])
@pytest.mark.parametrize(
    "query",
    [
        "wilayah=%00",
        "cari=%00",
        "halaman=%00",
        "wilayah=%ff",
        "cari=%ed%a0%80",
        "halaman=²",
        "ukuran=%00",
        "selesai=%00",
        "ke=%00",
    ],
)
def test_odd_bytes_in_an_address_are_no_failure_of_the_system(bed, path, query):
    assert bed.reader("rudi").get(f"{path}?{query}").status_code < 500


@pytest.mark.parametrize("odd", ["\0", "a\0b", "\ud7ff\ue000", "%", "' OR ''='", "x" * 100_000, "🙂"])
def test_odd_text_in_a_form_is_no_failure_of_the_system(bed, odd):
    packet = bed.packets["ready"].packet_id.hex()
    forms = {
        "/masuk": {"nama": odd, "sandi": odd, "ke": odd},
        "/cetak": {"wilayah": odd, "jumlah": odd},
        "/serah": {"paket": odd, "penerima": odd},
        "/ajudikasi/1": {"putusan": odd, "alasan": odd, "calon": odd},
    }
    for path, fields in forms.items():
        for name in ("rudi", "ani"):
            one = Reader(bed.app) if path == "/masuk" else bed.reader(name)
            assert one.post(path, **fields).status_code < 500, path
    assert bed.reader("rudi").post("/serah", paket=packet, penerima=odd).status_code < 500


def test_a_form_with_a_file_is_refused_before_it_is_stored(bed):
    one = bed.reader("rudi")
    answer = one.http.post("/cetak", data={"_token": one.token}, files={"jumlah": ("x", b"1" * 2_000_000)})

    assert answer.status_code == 400


def broken(bed, monkeypatch, where):
    """A centre whose store fails at one place with words that nobody outside should read."""

    def fail(*_, **__):
        message = "secret detail of the database"
        raise RuntimeError(message)

    monkeypatch.setattr(f"rekam.edge.store.centre.{where}", fail)


@pytest.mark.parametrize("where", ["coverage.Coverage.of", "accounts.Accounts.account"])
def test_a_failure_of_ours_is_a_numbered_page_without_details_and_is_logged(bed, monkeypatch, caplog, where):
    one = Reader(bed.app, raises=False)
    one.sign_in("rudi")
    broken(bed, monkeypatch, where)

    with caplog.at_level(logging.ERROR, "rekam.web"):
        answer = one.get("/peta")

    assert answer.status_code == 500
    text = text_of(answer.text)
    number = re.search(r"Sebutkan nomor ([0-9a-f]{8}) kepada petugas teknis", text)[1]
    assert number in caplog.text
    assert "secret detail" in caplog.text
    assert "/peta" in caplog.text
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


def test_a_failure_of_ours_is_numbered_for_a_program_too(bed, monkeypatch):
    broken(bed, monkeypatch, "accounts.Accounts.account")
    answer = Reader(bed.app, "application/json", raises=False).get("/peta")

    assert answer.status_code in {401, 500}
    assert "secret" not in answer.text


def test_a_failure_while_printing_leaves_nothing_half_done(postgres, migrated, tmp_path, monkeypatch):
    with open_bed(tmp_path, postgres, migrated) as fresh:
        made = found(fresh)
        one = Reader(fresh.app, raises=False)
        one.sign_in("rudi")
        token = one.token
        monkeypatch.setattr("rekam.centre.printing.audit.write", lambda *_, **__: 1 / 0)

        answer = one.http.post("/cetak", data={"_token": token, "wilayah": REGENCY, "jumlah": "1"})

        assert answer.status_code == 500
        assert fresh.world.status(made.packets["ready"]) == "print_ready_record"
        assert fresh.world.centre.store.cards.card(made.packets["ready"].packet_id) is None


def test_names_that_hold_html_are_shown_as_text(bed):
    answer = bed.reader("rudi").get("/jejak", cari='"><script>alert(1)</script>')

    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;" in answer.text


def test_pages_need_nothing_from_another_machine(bed):
    for name, path in pages(bed):
        page = reader(bed, name).get(path).text
        assert re.findall(r'(?:src|href|action)="(?:https?:)?//', page) == [], path
        for asset in re.findall(r'(?:src|href)="(/_[^"]+)"', page):
            assert reader(bed, name).get(asset).status_code == 200, asset
