"""``rekam statement check``: one object, or one line and exit 2."""

import json
from pathlib import Path

import pytest

from rekam.command import main

JAMBI = Path(__file__).parents[2].parent / "shared" / "data" / "wilayah" / "jambi_perekaman_ktpel_berita.csv"
TITLES = "tanggal,kode,wilayah,wajib_ktp,sudah_rekam,belum_rekam,persen_dilaporkan,catatan\n"

EXPECTED = {
    1: {"percent_mismatch", "parts_not_sum", "remainder_mismatch"},
    4: {"percent_mismatch"},
    6: {"percent_mismatch"},
    9: {"percent_mismatch"},
    10: {"percent_mismatch"},
    17: {"coverage_fell"},
    19: {"percent_mismatch"},
    20: {"other_base"},
    22: {"percent_mismatch", "unit_confusion"},
    26: {"parts_not_sum", "remainder_mismatch"},
    27: {"parts_not_sum", "remainder_mismatch"},
    30: {"denominator_conflict"},
    31: {"denominator_conflict"},
    47: {"numerator_over_denominator", "over_100"},
}
"""Rows of the Jambi file that contradict something, found by hand; all 33 others agree with what is known."""


def run(capsys, *words):
    with pytest.raises(SystemExit) as ended:
        main(["statement", "check", *map(str, words)])
    out, err = capsys.readouterr()
    return ended.value.code, out, err


@pytest.mark.shared
def test_the_jambi_file(capsys):
    if not JAMBI.is_file():
        pytest.skip("the published figures of Jambi are not beside this checkout")

    code, out, err = run(capsys, JAMBI, "--json")

    report = json.loads(out)
    assert (code, err) == (0, "")
    assert {row["id"]: set(row["problems"]) for row in report["rows"] if row["problems"]} == EXPECTED
    assert [row["id"] for row in report["rows"]] == list(range(1, 48))
    assert {(one["kind"], *one["rows"]) for one in report["contradictions"] if len(one["rows"]) > 1} == {
        ("coverage_fell", 11, 17),
        ("claim_conflict", 18, 24),
        ("denominator_conflict", 30, 31),
    }


def test_a_row_keeps_the_name_that_the_table_gives_it(capsys, tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes("\ufeffid;tanggal;kode;wilayah;catatan;lain\nx-7;;15;Jambi;;y\n".encode())

    code, out, _ = run(capsys, file, "--json")

    assert (code, [row["id"] for row in json.loads(out)["rows"]]) == (0, ["x-7"])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (TITLES + "2017-10-17,15,Jambi,banyak,,,,\n", "Baris 2, kolom wajib_ktp"),
        (TITLES + "2017-10-17,15,Jambi,1,,,,\n2017-13-40,15,Jambi,1,,,,\n", "Baris 3, kolom tanggal"),
        (TITLES + "2017-10-17,15,Jambi,,-5,,,\n", "kolom sudah_rekam"),
        (TITLES + "2017-10-17,15,Jambi,,,,hampir semua,\n", "kolom persen_dilaporkan"),
        ("nama,umur\nSiti,20\n", "Judul kolom tidak dikenal"),
        ("", "Judul kolom tidak dikenal"),
        ("\0\1", "tidak dapat dibaca"),
    ],
)
def test_bad_input_ends_with_2_and_one_line(capsys, tmp_path, content, said):
    file = tmp_path / "a.csv"
    file.write_text(content, encoding="utf-8")

    code, out, err = run(capsys, file, "--json")

    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_a_file_that_is_not_there(capsys, tmp_path):
    code, _, err = run(capsys, tmp_path / "none.csv")

    assert code == 2
    assert "none.csv" in err


def test_people_read_the_sentences(capsys, tmp_path):
    file = tmp_path / "a.csv"
    file.write_text(TITLES + "2016-11-30,15.01,Kerinci,174391,159874,14517,80,\n", encoding="utf-8")

    code, out, _ = run(capsys, file)

    assert code == 0
    assert "Tertulis 80 %, tetapi angkanya sendiri menghasilkan 91,68 %" in out
