"""Impor angka: all of a file or nothing, the same file once, and every bad cell of a large one."""

import io

import openpyxl
import pytest
from pages_bed import REGENCY, open_bed, tables, text_of

from rekam.centre.monthly import parameters
from rekam.edge.packed import gazetteer
from rekam.edge.sheet.report_sheet import form_xlsx
from rekam.operations.report import Month
from rekam.place import Level

MONTH = "2017-09"
HEADINGS = ["Kode", "Kecamatan", "Wajib KTP", "Sudah direkam", "Dicetak", "Suket"]
DISTRICTS = gazetteer().within(REGENCY, Level.DISTRICT)
VILLAGES = gazetteer().within("15", Level.VILLAGE) + gazetteer().within("16", Level.VILLAGE)


@pytest.fixture(scope="module")
def bed(postgres, migrated, tmp_path_factory):
    with open_bed(tmp_path_factory.mktemp("pages"), postgres, migrated) as bed:
        yield bed


def rows(count=24, *, recorded=900):
    return [[one.code, one.name, 1000 + at, recorded, 800, None] for at, one in enumerate(DISTRICTS[:count])]


def workbook(lines, headings=HEADINGS):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Laporan")
    sheet.append(headings)
    for line in lines:
        sheet.append(line)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def send(reader, content, *, name="laporan.xlsx", **fields):
    values = {
        "_token": reader.token,
        "wilayah": REGENCY,
        "bulan": MONTH,
        "asal": "Dinas Merangin, contoh",
        **fields,
    }
    return reader.http.post("/laporan/impor", data=values, files={"berkas": (name, io.BytesIO(content))})


def loaded(bed):
    return bed.value("SELECT count(*) FROM rekam.reported_count")


def test_a_good_file_is_looked_at_before_it_is_loaded_and_loaded_once(bed):
    reader = bed.reader("rudi")
    content = workbook(rows(recorded=901))
    answer = send(reader, content)
    assert answer.status_code == 303, text_of(answer.text)
    page = text_of(reader.page(answer.headers["location"]))
    assert "Semua sel benar. Belum dimuat." in page
    before = loaded(bed)
    assert reader.post(answer.headers["location"]).status_code == 303
    assert loaded(bed) == before + 24
    assert reader.post(answer.headers["location"]).status_code == 303
    again = send(reader, content)
    assert again.headers["location"] == answer.headers["location"]
    assert loaded(bed) == before + 24
    kept = bed.world.centre.store.counts.now(DISTRICTS[3].code)
    assert (kept.obliged, kept.recorded, kept.printed, kept.temporary_letters) == (1003, 901, 800, None)
    assert kept.source == "Dinas Merangin, contoh (laporan.xlsx)"
    assert ("rudi", REGENCY, f"{REGENCY} {MONTH}") in bed.audit("import_figures")
    report = text_of(reader.page("/laporan", wilayah=REGENCY, bulan=MONTH))
    assert "Diimpor dari berkas" in report
    assert "bukan hitungan Rekam" in report


def test_one_bad_cell_loads_nothing_and_the_list_names_it(bed):
    reader, before = bed.reader("rudi"), loaded(bed)
    lines = rows()
    lines[6][3] = "sembilan"
    answer = send(reader, workbook(lines))
    place = answer.headers["location"]
    page = reader.page(place)
    assert [row[:2] for row in tables(page)[0][1:]] == [["D8", "sembilan"]]
    assert reader.post(place).status_code == 409
    assert loaded(bed) == before
    book = openpyxl.load_workbook(io.BytesIO(reader.get(f"{place}/salah.xlsx").content))
    assert [cell.value for cell in book.active[3]][:2] == ["D8", "sembilan"]
    assert "D8;sembilan;" in reader.get(f"{place}/salah.csv").content.decode("utf-8-sig")


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"asal": ""}, 422),
        ({"bulan": "2019-01"}, 422),
        ({"bulan": "?"}, 422),
        ({"wilayah": "15.03"}, 403),
        ({"wilayah": ""}, 303),
        ({"_token": "x"}, 403),
    ],
)
def test_a_form_that_is_not_right_is_refused_and_keeps_what_was_typed(bed, changes, status):
    answer = send(bed.reader("rudi"), workbook(rows(3)), **changes)
    assert answer.status_code in {status, 400} if "_token" in changes else answer.status_code == status
    if status == 422 and changes.get("asal") is None:
        assert "Dinas Merangin, contoh" in answer.text


def test_a_file_of_another_office_is_not_shown(bed):
    place = send(bed.reader("rudi"), workbook(rows(5))).headers["location"]
    assert bed.reader("tono").get(place).status_code == 403
    assert bed.reader("siti").get("/laporan/impor").status_code == 403
    assert bed.reader("rudi").get("/laporan/impor/999999").status_code == 404


def test_too_large_a_file_is_refused_by_name(bed, monkeypatch):
    from rekam.centre.pages.report import upload

    monkeypatch.setattr(upload, "FILE_MB_MOST", 0)
    monkeypatch.setattr(upload, "_FORM_BYTES", 1_000)
    answer = send(bed.reader("rudi"), b"x" * 5_000)
    assert answer.status_code == 413
    assert "lebih besar dari" in text_of(answer.text)


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 cut off", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", b"<html>"]
)
def test_a_file_that_cannot_be_read_is_told_so(bed, content):
    answer = send(bed.reader("rudi"), content)
    text = answer.text if answer.status_code == 422 else bed.reader("rudi").page(answer.headers["location"])
    assert any(words in text for words in ("Tidak ada yang dimuat", "Belum ada berkas yang dipilih"))


def test_of_two_thousand_rows_each_bad_cell_is_named_and_nothing_is_loaded(bed):
    before = loaded(bed)
    lines = [[one.code, one.name, 100, 90, None, None] for one in VILLAGES[:2000]]
    wrong = {}
    for at in range(50, 2000, 100):
        column, value, code = [
            (0, "15.99.99.9999", "place_unknown"),
            (2, "seratus", "not_number"),
            (3, -1, "negative"),
            (3, 101, "more_than_obliged"),
        ][at // 100 % 4]
        lines[at][column] = value
        wrong["ABCD"[column] + str(at + 2)] = f"report.{code}"
    reader = bed.reader("pusat")
    place = send(reader, workbook(lines, ["Kode", "Desa", *HEADINGS[2:]]), wilayah="").headers["location"]
    file = bed.world.centre.store.figure_files.file(int(place.rpartition("/")[2]))
    assert {one.address: one.code for one in file.bad} == wrong
    assert (file.state, file.bad_cells, file.rows_read, file.lines) == ("bad", 20, 2000, [])
    assert loaded(bed) == before


def test_a_large_file_is_checked_behind_a_page_that_renews_itself(bed, monkeypatch):
    import threading

    from rekam.centre.monthly import intake

    monkeypatch.setattr(parameters, "CHECK_AT_ONCE_BYTES", 10)
    go = threading.Event()
    real = intake.check_figures

    def held(*arguments):
        assert go.wait(60)
        return real(*arguments)

    monkeypatch.setattr(intake, "check_figures", held)
    reader = bed.reader("rudi")
    place = send(reader, workbook(rows(7))).headers["location"]
    page = reader.page(place)
    assert "Sedang diperiksa" in text_of(page)
    assert 'http-equiv="refresh"' in page
    (work,) = [
        thread for thread in threading.enumerate() if thread.name == f"figures {place.rpartition('/')[2]}"
    ]
    go.set()
    work.join(60)
    assert "Semua sel benar" in text_of(reader.page(place))


def test_the_empty_form_names_the_places_and_is_understood_when_filled_in(bed):
    content = bed.reader("rudi").get("/laporan/formulir.xlsx", wilayah=REGENCY, bulan=MONTH).content
    assert content == form_xlsx(
        ((one.code, one.title) for one in DISTRICTS),
        Month(2017, 9),
        "Kabupaten Merangin",
        created=bed.clock.seconds,
    )
    book = openpyxl.load_workbook(io.BytesIO(content))
    for number in range(len(DISTRICTS)):
        book.active.cell(4 + number, 4, 500)
        book.active.cell(4 + number, 5, 400)
    file = io.BytesIO()
    book.save(file)
    place = send(bed.reader("rudi"), file.getvalue()).headers["location"]
    assert "24 wilayah dari 1 kabupaten/kota" in text_of(bed.reader("rudi").page(place))
