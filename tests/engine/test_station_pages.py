"""The station's pages over HTTP: the operator's way, what is refused, what is never stored."""

import base64
import html
import re
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from pypdf import PdfReader
from station_counter import make_counter, resident

import rekam.station
from rekam.biometric import ExceptionReason
from rekam.biometric.drawn import signature
from rekam.edge.web.language import catalogue
from rekam.edge.wire.serving import Serving
from rekam.problem import Problem
from rekam.recording import Item
from rekam.station.app import station_app
from rekam.station.pages import words

WOMAN = resident(1).nik


@pytest.fixture
def counter(tmp_path):
    people = [resident(number) for number in range(1, 5)]
    return make_counter(tmp_path, [*people, resident(9, sex="L", name="WAHYUDI")])


@pytest.fixture
def station(counter):
    return counter.open(deliver_every_s=3600)


@pytest.fixture
def browser(station):
    with (
        Serving(station_app(station)) as served,
        httpx.Client(base_url=served.url, headers={"accept": "text/html"}, follow_redirects=True) as client,
    ):
        yield client


class Page:
    """An answer with what a person can do on it."""

    def __init__(self, browser, answer):
        self.browser, self.answer, self.text = browser, answer, html.unescape(answer.text)
        token = re.search(r'name="_token" value="([^"]+)"', answer.text)
        self.token = token.group(1) if token else ""

    def post(self, path, **fields):
        return Page(self.browser, self.browser.post(path, data={"_token": self.token, **fields}))

    @property
    def path(self):
        return self.answer.url.path


def get(browser, path):
    return Page(browser, browser.get(path))


def sign_in(browser, name="rina", password="rahasia"):
    return get(browser, "/masuk").post("/masuk", nama=name, sandi=password, lanjut="/")


def search(browser, text):
    return get(browser, "/cari").post("/cari", q=text)


def begin(browser, nik=WOMAN):
    sign_in(browser)
    return search(browser, nik).post("/rekam", nik=nik)


def test_the_whole_way_without_script(browser, station, counter):
    page = begin(browser)
    draft = page.path.rsplit("/", 1)[0]
    assert "Periksa biodata" in page.text
    page = page.post(f"{draft}/1/lanjut")
    assert page.path == f"{draft}/2"
    page = page.post(f"{draft}/2/ambil")
    assert re.search(r"tersimpan \d\d\.\d\d\.\d\d WIB", page.text)
    page = page.post(f"{draft}/2/lanjut")
    upload = {"berkas": ("ttd.png", signature(1, "SULASTRI"), "image/png")}
    page = Page(browser, browser.post(f"{draft}/tanda-tangan", data={"_token": page.token}, files=upload))
    page = page.post(f"{draft}/3/lanjut")
    for step in (4, 5, 6, 7):
        assert page.path == f"{draft}/{step}"
        page = page.post(f"{draft}/{step}/ambil").post(f"{draft}/{step}/lanjut")
    assert page.path == f"{draft}/8"
    page = page.post(f"{draft}/setuju")
    code = station.store.outbox.latest(1)[0].code
    assert page.path == f"/tanda-terima/{code}"
    assert code in page.text
    assert "************0001" in page.text
    assert WOMAN not in page.text
    paper = browser.get(f"/tanda-terima/{code}/80mm.pdf")
    assert paper.content.startswith(b"%PDF-")
    assert code in get(browser, "/kotak-keluar").text
    assert "Sudah direkam di sini" in search(browser, WOMAN).text


def test_who_has_to_come_back_reads_until_when_on_slip_and_page(browser, station, counter):
    sign_in(browser)
    operator = counter.operator(station)
    bandaged = [([Item.LEFT_INDEX], ExceptionReason.BANDAGED)]
    owing = operator.record(WOMAN, signature(1, "SULASTRI"), excepted=bandaged)
    whole = operator.record(resident(2).nik, signature(1, "SULASTRI"))
    # 17 October 2017 and the sixty days in which a bandaged finger heals.
    for code, sentence in ((owing.code, "Datang lagi paling lambat 16 Desember 2017"), (whole.code, "")):
        page = get(browser, f"/tanda-terima/{code}").text
        assert ("Datang lagi" in page) is bool(sentence)
        assert sentence in page
        paper = (
            PdfReader(BytesIO(browser.get(f"/tanda-terima/{code}/a4.pdf").content)).pages[0].extract_text()
        )
        assert ("DATANG LAGI" in paper) is bool(sentence)
    assert "jari" not in str(station.store.journal.about("sealed", owing.code))


def test_the_signature_pad_sends_its_drawing(browser, station):
    page = begin(browser)
    draft = page.path.rsplit("/", 1)[0]
    page.post(f"{draft}/1/lanjut").post(f"{draft}/2/ambil").post(f"{draft}/2/lanjut")
    drawing = "data:image/png;base64," + base64.b64encode(signature(2, "SULASTRI")).decode()
    assert "✓ tersimpan" in page.post(f"{draft}/tanda-tangan", gambar=drawing).text
    empty = page.post(f"{draft}/tanda-tangan", gambar="data:image/png;base64,???")
    assert empty.answer.status_code == 422
    assert Problem("recording.signature_unreadable", largest=200).say() in empty.text


def test_who_is_not_signed_in_goes_to_the_door_and_comes_back(browser):
    page = get(browser, "/kotak-keluar")
    assert page.path == "/masuk"
    assert page.post("/masuk", nama="rina", sandi="rahasia", lanjut="/kotak-keluar").path == "/kotak-keluar"


@pytest.mark.parametrize("onward", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_nobody_is_sent_elsewhere_after_signing_in(browser, onward):
    assert get(browser, "/masuk").post("/masuk", nama="rina", sandi="rahasia", lanjut=onward).path == "/"


def test_a_form_from_elsewhere_is_refused(browser, station):
    sign_in(browser)
    answer = browser.post("/rekam", data={"nik": WOMAN, "_token": "guessed"})
    assert answer.status_code == 403
    assert station.store.drafts.open_lines() == []


def test_the_page_locks_itself_and_keeps_the_draft(browser, counter):
    page = begin(browser)
    counter.clock.now += 901
    locked = get(browser, page.path)
    assert locked.path == "/masuk"
    assert "Layar terkunci" in locked.text
    again = locked.post("/masuk", nama="rina", sandi="rahasia", lanjut=page.path)
    assert again.path == page.path


def test_asking_for_the_lamps_does_not_keep_the_page_open(browser, counter):
    sign_in(browser)
    for _ in range(4):
        counter.clock.now += 300
        browser.get("/lampu")
    assert get(browser, "/").path == "/masuk"


def test_pages_and_pictures_are_not_stored_by_the_browser(browser):
    page = begin(browser)
    draft = page.path.rsplit("/", 1)[0]
    page.post(f"{draft}/1/lanjut").post(f"{draft}/2/ambil")
    picture = browser.get(f"{draft}/gambar/face")
    assert picture.content.startswith(b"\xff\xd8")
    assert picture.headers["cache-control"] == page.answer.headers["cache-control"] == "no-store"
    cookie = sign_in(browser).answer.history[0].headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_biodata_that_does_not_fit_says_what_and_the_way_out(browser, station):
    page = begin(browser, resident(9).nik)
    assert "Jenis kelamin" in page.text
    assert "Tolak rekaman ini" in page.text
    draft = page.path.rsplit("/", 1)[0]
    blocked = page.post(f"{draft}/1/lanjut")
    assert blocked.answer.status_code == 422
    refused = page.post(f"{draft}/tolak")
    assert "Rekaman WAHYUDI ditolak" in refused.text
    assert station.store.roster.resident(resident(9).nik).state == "refused"


def test_a_correction_needs_its_document_and_keeps_what_was_typed(browser):
    page = begin(browser, resident(9).nik)
    draft = page.path.rsplit("/", 1)[0]
    bare = page.post(f"{draft}/betulkan", isian="name", nilai="WAHYUDI PUTRI", dokumen="")
    assert "WAHYUDI PUTRI" in bare.text
    assert bare.answer.status_code == 422
    mended = page.post(f"{draft}/betulkan", isian="sex", nilai="P", dokumen="Akta 1502-LT-1")
    assert "dibetulkan dengan Akta 1502-LT-1" in mended.text


def test_a_poor_finger_stands_with_its_advice_and_lanjut_stays_shut(browser, counter):
    counter.bench.quality[Item.RIGHT_INDEX] = 10
    page = begin(browser)
    draft = page.path.rsplit("/", 1)[0]
    page = page.post(f"{draft}/1/lanjut").post(f"{draft}/2/ambil").post(f"{draft}/2/lanjut")
    page = page.post(f"{draft}/3/kecualikan", bagian="signature", alasan="cannot_sign").post(
        f"{draft}/3/lanjut"
    )
    page = page.post(f"{draft}/4/ambil")
    assert "Kurang <small>10/100" in page.text
    assert "ulangi." in page.text
    shut = page.post(f"{draft}/4/lanjut")
    assert shut.answer.status_code == 409
    assert Problem("recording.item_open", count=1).say() in shut.text
    asked = page.post(f"{draft}/4/kecualikan", bagian="finger.2", alasan="unreadable")
    assert Problem("recording.supervisor_needed").say() in asked.text
    assert 'value="unreadable" selected' in asked.text
    page = page.post(
        f"{draft}/4/kecualikan",
        bagian="finger.2",
        alasan="unreadable",
        penyelia="budi",
        sandi_penyelia="rahasia",
    )
    assert "disetujui budi" in page.text
    assert page.post(f"{draft}/4/lanjut").path == f"{draft}/5"


def test_a_device_that_fails_is_said_at_the_top_of_the_same_step(browser, counter):
    page = begin(browser)
    draft = page.path.rsplit("/", 1)[0]
    page = page.post(f"{draft}/1/lanjut")
    counter.bench.problem = Problem("device.not_found")
    failed = page.post(f"{draft}/2/ambil")
    assert failed.answer.status_code == 503
    assert Problem("device.not_found").say() in failed.text
    assert "2 · Foto" in failed.text
    # Loading the address again leads back to the step, not to an error.
    assert get(browser, f"{draft}/2/ambil").answer.status_code == 200


def test_a_later_step_leads_back_to_the_one_that_is_open(browser):
    page = begin(browser)
    draft = page.path.rsplit("/", 1)[0]
    assert get(browser, f"{draft}/7").path == f"{draft}/1"
    assert get(browser, draft).path == f"{draft}/1"


def test_the_start_page_tells_the_four_lamps_in_words(browser):
    text = sign_in(browser).text
    for word in ("Semua alat siap", "Listrik", "Jaringan", "Kosong: semua rekaman sudah diterima pusat"):
        assert word in text


def test_an_unfinished_recording_is_offered_and_can_be_deleted(browser, station):
    begin(browser)
    home = get(browser, "/")
    draft_id = station.store.drafts.open_lines()[0].draft_id
    assert f'href="/rekam/{draft_id}"' in home.text
    home.post(f"/rekam/{draft_id}/hapus")
    assert station.store.drafts.open_lines() == []
    gone = get(browser, f"/rekam/{draft_id}/1")
    assert gone.answer.status_code == 404
    assert Problem("station.draft_gone").say() in gone.text


def test_what_is_not_found_explains_itself(browser):
    sign_in(browser)
    assert "Tidak ditemukan" in search(browser, "Bambang").text
    assert Problem("station.search_empty").say() in search(browser, "").text


def test_what_was_typed_is_only_text(browser):
    sign_in(browser)
    page = search(browser, "<script>alert(1)</script>")
    assert "<script>alert" not in page.answer.text
    assert "&lt;script&gt;alert" in page.answer.text


def test_who_was_sought_stands_in_no_address(browser):
    sign_in(browser)
    assert str(search(browser, WOMAN).answer.url).endswith("/cari")
    assert WOMAN not in get(browser, f"/cari?q={WOMAN}").text


@pytest.mark.parametrize(
    "path", ["/rekam/x/9", "/nowhere", "/rekam/zz/gambar/nose", "/tanda-terima/0000-0000-00000"]
)
def test_a_wrong_address_is_a_plain_page(browser, path):
    sign_in(browser)
    answer = browser.get(path)
    assert answer.status_code in {404, 409, 422}
    assert "Traceback" not in answer.text


def test_today_counts_and_names_the_events(browser, counter, station):
    sign_in(browser)
    counter.operator(station).record(WOMAN, signature(1, "SULASTRI"))
    text = get(browser, "/hari-ini").text
    assert "17 Oktober 2017" in text
    assert "Rekaman disegel" in text


def test_english_is_complete_on_every_page(browser):
    page = begin(browser)
    for path in ("/", "/cari", "/kotak-keluar", "/alat", "/hari-ini", page.path):
        separator = "&" if "?" in path else "?"
        text = get(browser, f"{path}{separator}bahasa=en").text
        assert 'lang="en"' in text
        for indonesian in ("Langkah", "Warga<", "Belum ", "Keadaan", "Periksa"):
            assert indonesian not in text, (path, indonesian)


FOLDER = Path(rekam.station.__file__).parent


def sentences():
    """Every sentence that a template or a table of words asks to be translated."""
    found = set()
    for template in (FOLDER / "templates").glob("*.html"):
        found |= {text for _, text in re.findall(r"\bt\(([\"'])(.*?)\1[,)]", template.read_text("utf-8"))}
    for name, table in words.WORDS.items():
        if name.isupper() and name != "APPROVERS":
            found |= set(table.values())
    return found


def test_every_sentence_has_its_english():
    assert sentences() - set(catalogue(FOLDER / "locale")) == set()


def test_translations_keep_their_places():
    for indonesian, english in catalogue(FOLDER / "locale").items():
        places = re.compile(r"\{\w+\}")
        assert sorted(places.findall(indonesian)) == sorted(places.findall(english)), indonesian
