"""Figures in sheets: every bad cell is named with its address, and files made to do harm are refused by name."""

import io
import zipfile
from zipfile import ZIP_DEFLATED

import openpyxl
import pytest

from rekam.edge.packed import gazetteer
from rekam.edge.sheet import open_sheet
from rekam.operations.report import Month
from rekam.operations.report.check import check_sheet
from rekam.operations.report.places import PlaceBook
from rekam.problem import Problem

HEADINGS = ["No", "Kode", "Kecamatan", "Wajib KTP", "Sudah Rekam", "Belum Rekam", "%", "Keterangan"]
GOOD = [
    [1, "15.02.01", "Jangkat", 9000, 8000, 1000, 0.8889, None],
    [2, "15.02.02", "Bangko", "35.000", "30.000", "5.000", "85,71", None],
    [3, "15.02.03", "Muara Siau", "12 000", 12100, None, None, "pindahan belum masuk DKB"],
]


def workbook(rows, *, change=None):
    """A file as Excel would write it, by another library than the one under test."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book)
    file = io.BytesIO()
    book.save(file)
    return file


def check(file, *, territory="15.02"):
    with open_sheet(file) as sheet:
        return check_sheet(sheet.rows, sheet.merged, PlaceBook(gazetteer(), territory), Month(2017, 9))


def bad(rows, **options):
    """Address and code of each bad cell of rows under the headings, which stand in row 1."""
    found = check(workbook([HEADINGS, *rows], change=options.pop("change", None)), **options)
    assert not found.good
    return [(one.address, one.code.removeprefix("report.")) for one in found.findings]


def with_(number, **cells):
    """The good rows with some cells of one changed, by the heading's letter."""
    rows = [list(row) for row in GOOD]
    for letter, value in cells.items():
        rows[number]["ABCDEFGH".index(letter)] = value
    return rows


def test_a_good_sheet_gives_its_lines_under_a_letterhead_and_a_line_of_numbers():
    head = [["DINAS DUKCAPIL"], ["Bulan September 2017"], [], HEADINGS, [f"({n})" for n in range(1, 9)]]
    found = check(
        workbook([*head, *GOOD, ["", "", "JUMLAH", 56000, "50.100"], [], ["", "", "Bangko, 2 Oktober 2017"]])
    )
    assert found.findings == []
    assert [(one.place, one.obliged, one.recorded) for one in found.lines] == [
        ("15.02.01", 9000, 8000), ("15.02.02", 35000, 30000), ("15.02.03", 12000, 12100),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "cells", "expected"),
    [
        (0, {"B": None, "C": None}, [("B2", "place_missing")]),
        (0, {"B": "99.99.99", "C": None}, [("B2", "place_unknown")]),
        (0, {"B": None, "C": "Jangkatt"}, [("C2", "place_unknown_near")]),
        (0, {"B": "15.03.01", "C": None}, [("B2", "place_outside")]),
        (0, {"C": "Tabir Ulu"}, [("C2", "place_mismatch")]),
        (1, {"B": "15.02.01", "C": None}, [("B3", "place_twice")]),
        (0, {"D": "banyak"}, [("D2", "not_number")]),
        (0, {"D": "9,000"}, [("D2", "thousands_by_comma")]),
        (0, {"D": "9.000,5"}, [("D2", "not_whole")]),
        (0, {"D": 9000.5}, [("D2", "not_whole")]),
        (0, {"E": -8000}, [("E2", "negative")]),
        (0, {"E": "-8.000"}, [("E2", "negative")]),
        (0, {"D": None}, [("D2", "value_missing")]),
        (0, {"D": "=1/0"}, [("D2", "formula_error")]),
        (0, {"D": 10**12}, [("D2", "too_large")]),
        (0, {"F": 999}, [("F2", "remainder_differs")]),
        (1, {"G": "85,17"}, [("G3", "percent_differs")]),
        (1, {"G": "85,71 %"}, None),
        (2, {"H": None}, [("E4", "more_than_obliged")]),
        (
            1,
            {"D": "x", "F": "y", "G": "z"},
            [("D3", "not_number"), ("F3", "not_number"), ("G3", "not_number")],
        ),
        (1, {"B": "nol", "C": None, "D": "x"}, [("B3", "place_unknown"), ("D3", "not_number")]),
    ],
)
def test_each_bad_cell_is_named_with_its_address(number, cells, expected):
    rows = with_(number, **cells)
    if expected is None:
        assert check(workbook([HEADINGS, *rows])).good
    else:
        assert bad(rows) == expected


def test_a_wrong_sum_is_named_in_its_column_and_a_right_one_of_a_group_is_not():
    assert bad([*GOOD, [None, None, "Jumlah", 56000, 50000]]) == [("E5", "sum_differs")]
    group = [*GOOD[:2], [None, None, "Jumlah", 44000, 38000], GOOD[2], [None, None, "Total", 12000, 12100]]
    assert check(workbook([HEADINGS, *group])).good


def test_a_regency_above_its_districts_is_their_sum():
    above = ["", "15.02", "Kab. Merangin", 56000, 50100]
    assert len(check(workbook([HEADINGS, above, *GOOD])).lines) == 3
    assert bad([["", "15.02", "Kab. Merangin", 56001, 50100], *GOOD]) == [("D2", "sum_differs")]
    assert bad([["", "15.03", "Kab. Sarolangun", 5, 5], *GOOD], territory="15") == [("B2", "level_mixed")]


def test_merged_cells_among_the_figures_are_named_and_those_of_the_title_are_not():
    assert bad(GOOD, change=lambda book: book.active.merge_cells("D2:D3"))[0] == ("D2", "merged_cells")
    titled = workbook([["LAPORAN"], HEADINGS, *GOOD], change=lambda book: book.active.merge_cells("A1:H1"))
    assert check(titled).good


def test_another_month_in_the_head_or_in_a_row_is_named():
    head = [["Bulan Agustus 2017"], [], HEADINGS]
    assert [one.address for one in check(workbook([*head, *GOOD])).findings] == ["A1"]
    dated = [[*HEADINGS, "Per tanggal"], *([*row, "30-09-2017"] for row in GOOD)]
    assert check(workbook(dated)).good
    dated[2][-1] = "31 Agustus 2017"
    assert [(one.address, one.code) for one in check(workbook(dated)).findings] == [
        ("I3", "report.other_month")
    ]


def test_villages_of_one_name_need_their_district():
    rows = [["Kecamatan", "Desa", "Wajib KTP", "Sudah direkam"], ["Bangko", "Pasar Bangko", 10, 9]]
    assert check(workbook(rows)).lines[0].place == "15.02.02.1010"
    names = [one.name for one in gazetteer().within("15", 4)]
    double = next(name for name in names if names.count(name) > 1)
    rows = [["Desa", "Wajib KTP", "Sudah direkam"], [double, 10, 9]]
    assert check(workbook(rows), territory="15").findings[0].code == "report.place_ambiguous"


@pytest.mark.parametrize(
    "text",
    [
        "Kode;Kecamatan;Wajib KTP;Sudah direkam\r\n15.02.02;Bangko;35.000;30.000\r\n",
        "Kode,Kecamatan,Wajib KTP,Sudah direkam\n15.02.02,Bangko,35000,30000\n",
        "\ufeffKode\tKecamatan\tWajib KTP\tSudah direkam\n15.02.02\tBangko\t35.000\t30.000\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_csv_is_read_with_any_separator_and_either_encoding(text, encoding):
    data = text.encode(encoding, errors="ignore") + (
        "Catatan;“ringkas”\n".encode(encoding) if ";" in text else b""
    )
    (line,) = check(io.BytesIO(data)).lines
    assert (line.obliged, line.recorded) == (35000, 30000)


def archive(**parts):
    """A workbook made by hand: ``sheet`` is the XML of its one sheet."""
    names = {
        "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>',
        "xl/worksheets/sheet1.xml": parts.pop("sheet", "<worksheet/>"),
        **{name.replace("__", "/"): content for name, content in parts.items()},
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, content in names.items():
            made.writestr(name, content)
    return file


ROW = '<worksheet><sheetData><row r="1"><c r="{}" t="inlineStr"><is><t>{}</t></is></c></row></sheetData></worksheet>'


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (io.BytesIO(b""), "file_missing"),
        (io.BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600), "file_old"),
        (io.BytesIO(b"%PDF-1.7 something"), "file_unknown"),
        (io.BytesIO(b"<html><table></table></html>"), "file_unknown"),
        (io.BytesIO(b"PK\x03\x04 cut off"), "file_damaged"),
        (io.BytesIO(b"a,b\0c"), "file_unknown"),
        (archive(sheet="<worksheet><row></worksheet>"), "file_damaged"),
        (archive(sheet="0" * 30_000_000), "file_bomb"),
        (archive(sheet='<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&b;</worksheet>'), "file_entities"),
        (archive(xl__sharedStrings="", **{"xl/sharedStrings.xml": '<!DOCTYPE l [<!ENTITY l "ll">]><sst>&l;</sst>'}), "file_entities"),
        (archive(sheet=ROW.format("XFD1", "far")), "too_many_columns"),
        (archive(sheet=ROW.format("ZZZZZZZ1", "far")), "too_many_columns"),
        (archive(sheet=ROW.format("A2", "elsewhere")), "file_damaged"),
        (archive(sheet=ROW.format("A1", "x" * 9_000)), "cell_too_long"),
        (archive(sheet='<worksheet><sheetData><row r="900000"><c r="A900000"><v>1</v></c></row></sheetData></worksheet>'), "too_many_rows"),
        (archive(sheet='<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>'), "file_damaged"),
        (archive(**{f"xl/many/{n}.xml": "" for n in range(2_100)}), "file_bomb"),
        (archive(), "no_headings"),
    ],
)  # fmt: skip
def test_files_that_do_harm_or_hold_nothing_are_refused_by_name(file, code):
    with pytest.raises(Problem) as refused:
        check(file)
    assert refused.value.code == f"report.{code}"


def test_coloured_empty_cells_down_to_the_last_row_harm_nobody():
    def colour(book):
        book.active.cell(1_048_576, 16_000).fill = openpyxl.styles.PatternFill("solid", "FFFF00")

    assert check(workbook([HEADINGS, *GOOD], change=colour)).good


def test_the_sheet_with_headings_is_found_and_macros_are_not_looked_at():
    def cover(book):
        book.create_sheet("Sampul", 0).append(["Laporan"])
        book.create_sheet("Grafik")

    assert check(workbook([HEADINGS, *GOOD], change=cover)).good
