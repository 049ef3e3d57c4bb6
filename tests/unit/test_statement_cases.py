"""Written by hand before the checker: what each published case must be called, and what must be left in peace.

The cases are those of the domain report (2.3), the two seed articles and figures of the same kind; rows are
(id, day, code, place, population, obliged, recorded, missing, percent, source, remark). A case names the problems
that must be found; rows that it does not name must be left without any.
"""

import csv
import io
from datetime import date

import pytest

from rekam.edge.packed.statement_places import children_of, residents_of
from rekam.operations.statement import as_json, check, read_text

TITLES = [
    "id",
    "tanggal",
    "kode",
    "wilayah",
    "penduduk",
    "wajib_ktp",
    "sudah_rekam",
    "belum_rekam",
    "persen_dilaporkan",
    "sumber",
    "catatan",
]
JAMBI = ("15", "Jambi")
MERANGIN = ("15.02", "Merangin")
SAROLANGUN = ("15.03", "Sarolangun")
UNPRINTED = "Kerinci 6.288, Merangin 13.661, Sarolangun 12.582, Batanghari 15.281, Muaro Jambi 13.582, Tanjung Jabung Barat 8.748, Tanjung Jabung Timur 3.718, Bungo 4.030, Tebo 4.030, Kota Jambi 37.786, Sungai Penuh 5.013"


def row(
    id_, day, place, *, people="", obliged="", recorded="", missing="", percent="", source="berita", note=""
):
    return [id_, day, *place, people, obliged, recorded, missing, percent, source, note]


CASES = {
    # seeds
    "185 broken, eight days later all repaired": (
        [row("a", "2017-10-09", JAMBI, percent="88.5", note="kendala: rusaknya 185 item peralatan perekaman di kabupaten/kota"),
         row("b", "2017-10-17", JAMBI, note="untuk peralatan semuanya sudah dilakukan perbaikan")],
        {"a": {"claim_conflict"}, "b": {"claim_conflict"}}),
    "all repaired, later all of a regency broken": (
        [row("a", "2018-09-01", JAMBI, note="Seluruh alat perekam sudah diperbaiki"),
         row("b", "2019-01-20", ("15.08", "Bungo"), note="alat di 17 kecamatan rusak, tinggal 3 unit")],
        {"a": {"claim_conflict"}, "b": {"claim_conflict"}}),
    "about 60 beside 84,9": (
        [row("a", "2017-01-22", MERANGIN, obliged="231713", missing="35000", note="belum kira-kira 35 ribu; 17-18 ribu antre cetak"),
         row("b", "2017-10-17", MERANGIN, percent="60", note="sekitar 60 persen")],
        {"b": {"coverage_fell"}}),
    "Merangin among the others": (
        [row("a", "2017-10-17", JAMBI, note="dua kabupaten rendah, sekitar 60 persen, yakni Sarolangun dan Merangin; dua kabupaten lain jaringannya diputus yaitu Merangin dan Tebo")],
        {"a": {"claim_conflict"}}),
    "others maximal, and they are not": (
        [row("a", "2017-10-17", MERANGIN, percent="60", note="sekitar 60 persen, sementara daerah lain sudah maksimal"),
         row("b", "2017-11-20", SAROLANGUN, percent="71.2")],
        {"a": {"claim_conflict"}, "b": {"claim_conflict"}}),
    "already maximal at 61": (
        [row("a", "2017-10-17", SAROLANGUN, percent="61.4", note="perekaman sudah maksimal")],
        {"a": {"claim_conflict"}}),
    # 22 October 2017
    "92 beside 2,1 of 2,4 million in cells": (
        [row("a", "2017-10-22", JAMBI, people="3400000", obliged="2400000", recorded="2100000", percent="92")],
        {"a": {"percent_mismatch"}}),
    "the same in words only": (
        [row("a", "2017-10-22", JAMBI, note="2,1 juta dari 2,4 juta wajib KTP sudah merekam, atau 92 persen")],
        {"a": {"percent_mismatch"}}),
    "300-odd people left": (
        [row("a", "2017-10-22", JAMBI, obliged="2,4 juta", recorded="2,1 juta", note="tinggal 300-an orang yang belum merekam")],
        {"a": {"unit_confusion", "remainder_mismatch", "parts_not_sum"}}),
    "eleven numbers that do not sum, in one sentence": (
        [row("a", "2017-10-22", JAMBI, note=f"belum cetak: {UNPRINTED}, total 125.719")],
        {"a": {"parts_not_sum", "duplicated_value"}}),
    # others of 2.3
    "Sarolangun August 2018": (
        [row("a", "2018-08-31", SAROLANGUN, people="316210", obliged="223445", recorded="168160", missing="56295", percent="75.25")],
        {"a": {"remainder_mismatch", "parts_not_sum"}}),
    "Sungai Gelam": (
        [row("a", "2017-12-06", ("15.05.08", "Sungai Gelam"), obliged="43621", missing="16403", percent="84", note="16.403 dari 43.621 atau 16 persen belum")],
        {"a": {"percent_mismatch", "unit_confusion"}}),
    "Sungai Gelam in words": (
        [row("a", "2017-12-06", ("15.05.08", "Sungai Gelam"), note="belum merekam 16.403 dari 43.621 wajib KTP atau 16 persen")],
        {"a": {"percent_mismatch", "unit_confusion"}}),
    "Kerinci 80": (
        [row("a", "2016-11-30", ("15.01", "Kerinci"), obliged="174.391", recorded="159.874", percent="80", note="dilaporkan 80 persen, hitungan 91,68")],
        {"a": {"percent_mismatch"}}),
    "two denominators in January": (
        [row("a", "2019-01-31", JAMBI, obliged="2472223", recorded="2367771", missing="104452", percent="95.77", source="halojambi"),
         row("b", "2019-01-31", JAMBI, obliged="2467725", recorded="2367456", missing="100269", percent="95.94", source="kabardaerah")],
        {"a": {"denominator_conflict"}, "b": {"denominator_conflict"}}),
    "100 % of the rest": (
        [row("a", "2017-11-01", ("15.07", "Tanjung Jabung Timur"), obliged="8812", recorded="8812", percent="100", note="target DKB 8.812 (sisa belum rekam), bukan seluruh wajib KTP")],
        {"a": {"other_base"}}),
    "100 % of the rest, told only by another row": (
        [row("a", "2017-11-01", ("15.07", "Tanjung Jabung Timur"), obliged="8812", recorded="8812", percent="100"),
         row("b", "2019-01-31", ("15.07", "Tanjung Jabung Timur"), obliged="163166", recorded="162508", percent="99.6")],
        {"a": {"other_base"}}),
    "birth certificates above 100": (
        [row("a", "2018-03-31", JAMBI, percent="106.79", note="cakupan akta kelahiran 0-18 tahun; pembilang s.d. Maret 2018, penyebut 31-12-2017")],
        {"a": {"over_100"}}),
    "Merangin above 100": (
        [row("a", "2019-08-31", MERANGIN, people="341999", obliged="232804", recorded="234615", note="melebihi 100 persen dari wajib KTP semester I 2019")],
        {"a": {"numerator_over_denominator", "over_100"}}),
    "19,3 % of 6.465 and of 12 thousand": (
        [row("a", "2017-09-19", ("0", "Indonesia"), note="1.248 dari 6.465 unit alat rusak atau 19,30 persen"),
         row("b", "2017-10-09", ("0", "Indonesia"), note="Dari 12 ribu unit alat perekam, yang rusak itu ada sekitar 19,3 persen")],
        {"b": {"other_base"}}),
    "185 items, 185 sets": (
        [row("a", "2017-10-09", JAMBI, note="185 item peralatan rusak"), row("b", "2017-10-20", JAMBI, note="185 unit alat perekam rusak")],
        {"a": {"unit_confusion"}, "b": {"unit_confusion"}}),
    # kinds in other clothes
    "a fraction as per cent": ([row("a", "2018-01-31", MERANGIN, obliged="232000", recorded="205320", percent="0.885")], {"a": {"percent_mismatch", "unit_confusion"}}),
    "the missing share as the share": ([row("a", "2018-01-31", MERANGIN, obliged="236124", recorded="225417", percent="4.53")], {"a": {"percent_mismatch", "unit_confusion"}}),
    "thousands beside people": ([row("a", "2018-01-31", MERANGIN, obliged="236", recorded="225417")], {"a": {"unit_confusion", "numerator_over_denominator", "over_100"}}),
    "a count in the column of per cent": ([row("a", "2018-01-31", MERANGIN, obliged="236124", recorded="225417", percent="225417")], {"a": {"percent_mismatch", "unit_confusion", "over_100"}}),
    "per cent of the population": (
        [row("a", "2018-01-31", MERANGIN, people="337755", obliged="236124", recorded="225417", percent="66.74")], {"a": {"percent_mismatch", "other_base"}}),
    "per cent of pupils": ([row("a", "2018-01-31", MERANGIN, percent="98", note="98 persen dari siswa SMA sudah direkam")], {"a": {"other_base"}}),
    "men and women": (
        [row("a", "2018-01-31", MERANGIN, obliged="236124", note="laki-laki 120.300 dan perempuan 114.824")], {"a": {"parts_not_sum"}}),
    "fell on one denominator": (
        [row("a", "2018-03-31", MERANGIN, obliged="236124", recorded="225417", percent="95.47"), row("b", "2018-06-30", MERANGIN, obliged="236124", recorded="224800", percent="95.2")],
        {"b": {"coverage_fell"}}),
    "fell with a renewed denominator": (
        [row("a", "2017-03-31", ("0", "Indonesia"), recorded="172046898", missing="6160452", percent="96.54", note="pembagi kira-kira 178,2 juta"),
         row("b", "2017-09-18", ("0", "Indonesia"), recorded="175948127", missing="9300584", percent="94.98", note="pembagi = 175.948.127+9.300.584 = 185.248.711")],
        {}),
    "everybody recorded, some missing": (
        [row("a", "2018-05-31", MERANGIN, obliged="236124", recorded="231000", missing="5124", note="seluruh wajib KTP sudah direkam")], {"a": {"claim_conflict"}}),
    "no obstacle, and a power cut": (
        [row("a", "2018-05-31", MERANGIN, note="tidak ada kendala dalam perekaman"), row("b", "2018-06-10", MERANGIN, note="pemadaman listrik sering terjadi")],
        {"a": {"claim_conflict"}, "b": {"claim_conflict"}}),
    "same number in two regencies": (
        [row("a", "2018-05-31", MERANGIN, missing="14030"), row("b", "2018-05-31", SAROLANGUN, missing="14030")],
        {"a": {"duplicated_value"}, "b": {"duplicated_value"}}),
    "lowest, and it is not": (
        [row("a", "2018-05-31", MERANGIN, percent="84.2", note="terendah"), row("b", "2018-05-31", SAROLANGUN, percent="79.9")], {"a": {"claim_conflict"}}),
    "risen downwards": ([row("a", "2018-05-31", MERANGIN, note="naik dari 90,5 persen menjadi 88,2 persen")], {"a": {"claim_conflict"}}),
    "a sum written out wrongly": ([row("a", "2018-05-31", MERANGIN, note="120.300 + 114.824 = 236.124")], {"a": {"parts_not_sum"}}),
    # consistent rows
    "honest: rounded, cut off, rounded up with decimals": (
        [row("a", "2018-05-31", MERANGIN, obliged="236124", recorded="225417", percent="95"), row("b", "2018-05-31", SAROLANGUN, obliged="223445", recorded="168160", missing="55285", percent="75.25"),
         row("c", "2018-05-31", ("15.04", "Batanghari"), obliged="211202", recorded="187219", percent="88.65"), row("d", "2018-05-31", ("15.08", "Bungo"), obliged="2,5 juta", recorded="2,2 juta", percent="88.26")], {}),
    "honest: words around figures": (
        [row("a", "2017-10-09", JAMBI, percent="88.5", note="88,50 persen dengan target 100 persen pada tahun 2017"),
         row("b", "2017-08-28", JAMBI, people="3469230", obliged="2454206", recorded="2166190", note="Wakil Gubernur, Rakor 30-08-2017"),
         row("c", "2018-12-31", MERANGIN, people="337755", obliged="236124", recorded="225417", missing="10707", note="naik 3,2 persen dari 92,27 persen; 1.200 pemula; di 24 kecamatan; 12.400 KTP belum dicetak, blangko 5.000 keping"),
         row("d", "2018-12-31", SAROLANGUN, obliged="223445", recorded="168160", missing="55285", note="target tuntas akhir tahun; semua alat harus diperbaiki; belum maksimal; diharapkan tidak ada kendala")], {}),
    "honest: repaired what was broken long ago": (
        [row("a", "2017-03-01", MERANGIN, note="12 unit alat perekam rusak"), row("b", "2018-05-31", MERANGIN, note="semua alat sudah diperbaiki")], {}),
    "honest: two subjects of one place and month": (
        [row("a", "2017-10-09", JAMBI, obliged="2454206", recorded="2172000", percent="88.5"),
         row("b", "2017-10-09", JAMBI, obliged="1344435", recorded="1042743", percent="77.56", note="akta kelahiran 0-18 tahun"),
         row("c", "2017-10-20", JAMBI, obliged="6465", recorded="1248", percent="19.3", note="19,3 persen unit rusak dari 6.465 unit")], {}),
    "honest: two cuts that are named": (
        [row("a", "2019-08-05", MERANGIN, obliged="236124", recorded="225417", note="DKB semester II 2018"), row("b", "2019-08-20", MERANGIN, obliged="232804", recorded="226000", note="DKB semester I 2019")], {}),
    "honest: a partial list under a total": (
        [row("a", "2019-01-31", JAMBI, obliged="2467725", recorded="2367456", missing="100269"), row("b", "2019-01-31", SAROLANGUN, obliged="223211", recorded="178804", missing="44407"),
         row("c", "2019-01-31", ("15.04", "Batanghari"), obliged="212130", recorded="187529", missing="24601")], {}),
}  # fmt: skip


def checked(rows, delimiter=","):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([TITLES, *rows])
    table = read_text(text.getvalue())
    assert table.problems == ()
    return as_json(check(table.statements, children=children_of, residents=residents_of))


@pytest.mark.parametrize("name", CASES)
def test_case(name):
    rows, expected = CASES[name]

    found = {one["id"]: set(one["problems"]) for one in checked(rows)["rows"]}

    assert {id_: kinds for id_, kinds in found.items() if kinds} == expected


def test_a_contradiction_names_its_rows_and_says_it_in_both_languages():
    rows, _ = CASES["two denominators in January"]

    [found] = checked(rows)["contradictions"]

    assert (found["kind"], found["rows"], found["certain"]) == ("denominator_conflict", ["a", "b"], True)
    assert (
        found["words_id"]
        == "Dua penyebut untuk tempat dan bulan yang sama: 2.472.223 dan 2.467.725 (selisih 4.498)."
    )
    assert (
        found["words_en"]
        == "Two denominators for one place and month: 2,472,223 and 2,467,725 (off by 4,498)."
    )


def test_a_leap_is_doubted_and_not_called_wrong():
    report = checked(
        [
            row("a", "2017-10-17", SAROLANGUN, percent="60", note="sekitar 60 persen"),
            row("b", "2017-12-31", SAROLANGUN, percent="73.64"),
        ]
    )

    assert [one["problems"] for one in report["rows"]] == [[], []]
    assert [(one["rows"], one["certain"]) for one in report["contradictions"]] == [(["a", "b"], False)]


def test_eleven_regencies_and_their_total():
    recorded = {
        "15.01": 170058,
        "15.02": 227213,
        "15.03": 178804,
        "15.04": 187529,
        "15.05": 268108,
        "15.06": 210308,
        "15.07": 162508,
        "15.08": 230964,
        "15.09": 220681,
        "15.71": 438024,
        "15.72": 73574,
    }
    parts = [row(code, "2019-01-31", (code, code), recorded=str(count)) for code, count in recorded.items()]

    right, wrong = (
        checked([row("all", "2019-01-31", JAMBI, recorded=total), *parts])["rows"]
        for total in ("2367771", "2368771")
    )

    assert [one["problems"] for one in right if one["problems"]] == []
    assert {one["id"]: one["problems"] for one in wrong if one["problems"]} == {"all": ["parts_not_sum"]}


def test_other_delimiters_are_read():
    rows, expected = CASES["Kerinci 80"]

    assert [set(one["problems"]) for one in checked(rows, ";")["rows"]] == [expected["a"]]


def test_somebody_elses_arithmetic_is_no_evidence():
    titles = "tanggal,kode,wilayah,wajib_ktp,sudah_rekam,persen_dilaporkan,persen_hitung,selisih_wajib_rekam_belum\n"

    report = as_json(
        check(read_text(titles + "2018-01-31,15.02,Merangin,236124,225417,95.47,12.5,99999\n").statements)
    )

    assert report["rows"][0]["problems"] == []
    assert report["rows"][0]["id"] == 1


def test_a_workbook_is_read_with_its_days_and_percentages():
    from openpyxl import Workbook

    from rekam.edge.statement_file import read_statement_file

    book = Workbook()
    book.active.append(TITLES)
    book.active.append(
        ["a", date(2016, 11, 30), "15.01", "Kerinci", None, 174391, 159874, 14517, 0.8, "berita", None]
    )
    book.active.append(
        ["b", date(2017, 10, 17), "15.02", "Merangin", None, 231713, None, None, 0.885, "berita", "x"]
    )
    data = io.BytesIO()
    book.save(data)

    table = read_statement_file("tabel.xlsx", data.getvalue())

    assert [(one.day, one.percent.value) for one in table.statements] == [
        (date(2016, 11, 30), 80),
        (date(2017, 10, 17), 88.5),
    ]
    assert check(table.statements).problems(0) == ["percent_mismatch"]
