"""Whatever stands in a file: statements, or a problem that names the place; never anything else."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from rekam.edge.statement_file import read_statement_file
from rekam.operations.statement import as_json, check
from rekam.problem import Problem

TITLES = [
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
NUMBERS = st.one_of(
    st.integers(-10, 10**9).map(str), st.floats(-5, 1e7).map(str),
    st.sampled_from(["", "0", "0,0", "2,1 juta", "2.454.206", "1.2.3", "1,2,3", "12.00.0", "17-18 ribu", "sekitar 60", "300-an", "9" * 40, "١٢", "½", "1e9", "nan", "-", "%"]),
    st.text(max_size=12),
)  # fmt: skip
WORDS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(["2,1", "dari", "2,4 juta", "0", "0 dari 0 persen", "92 persen", "semua alat", "sudah diperbaiki", "rusak", "185 item", "Bungo 4.030,", "Tebo 4.030,", "Muaro 0,", "total 0", "sisa", "belum", "laki-laki 0", "perempuan 0", "dua kabupaten lain yakni", "5 + 5 = 11", "10-10=0", "kurang dari", "sekitar 0", "31-31", "/"]), max_size=12).map(" ".join),
)  # fmt: skip
DAYS = st.one_of(
    st.sampled_from(
        [
            "",
            "2017-10-17",
            "17 Oktober 2017",
            "2017-13-45",
            "2017",
            "0000-00-00",
            "31/12/17",
            "29 Februari 2017",
        ]
    ),
    st.text(max_size=12),
)
CODES = st.sampled_from(["0", "", "15", "15.02", "1502", "15.0", "..", "~", "15.02.01.2001", "99.99", "x"])
ROWS = st.tuples(DAYS, CODES, st.text(max_size=8), *[NUMBERS] * 5, st.text(max_size=5), WORDS)


def answered(name, data):
    try:
        table = read_statement_file(name, data)
    except Problem as problem:
        if not problem.code.startswith("statement."):
            raise
        return None
    return table, as_json(check(table.statements))


@given(
    st.lists(ROWS, max_size=5),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_any_table(rows, delimiter, encoding):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([TITLES, *rows])

    answer = answered("tabel.csv", text.getvalue().encode(encoding, "replace"))

    if answer is not None:
        table, report = answer
        assert len(report["rows"]) == len(table.statements)
        assert all(problem.details["row"] >= 2 for problem in table.problems)


@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx"]))
def test_any_bytes(data, name):
    answered(name, data)


@given(st.binary(max_size=60))
def test_any_workbook(data):
    answered("a.xlsx", b"PK\x03\x04" + data)


@given(WORDS, st.integers(0, 3_000_000), st.integers(0, 3_000_000))
def test_numbers_that_agree_are_agreed_with_whatever_the_remark(words, recorded, missing):
    row = [
        "2017-10-17",
        "15.02",
        "Merangin",
        "",
        str(recorded + missing),
        str(recorded),
        str(missing),
        "",
        "",
        "",
    ]
    text = io.StringIO()
    csv.writer(text).writerows(
        [TITLES, row, ["2017-10-18", "15.03", "Sarolangun", *[""] * 6, words.replace("\0", "")]]
    )

    table, report = answered("tabel.csv", text.getvalue().encode())

    assert table.problems == ()
    assert not {"remainder_mismatch", "parts_not_sum", "numerator_over_denominator"} & set(
        report["rows"][0]["problems"]
    )
