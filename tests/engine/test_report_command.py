"""``rekam report``: a report is checked without the centre, and a file of figures is checked and loaded at it."""

import hashlib
import io
import json

import openpyxl
import pytest
from centre_world import NOON

from rekam.centre.monthly.at_console import import_file
from rekam.centre.monthly.verify import report_json
from rekam.command import main
from rekam.demo.october import report as october
from rekam.edge.key import Ed25519Signer, export_public
from rekam.edge.packed import gazetteer
from rekam.edge.print.monthly_report import report_pdf
from rekam.edge.sheet.report_sheet import report_xlsx
from rekam.operations.report import ReportLine, Signed, Statement, canonical
from rekam.operations.report.statement import CONTEXT

SIGNER, OTHER = Ed25519Signer(b"1" * 32), Ed25519Signer(b"2" * 32)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A signed report in its three forms, and the public key."""
    folder = tmp_path_factory.mktemp("report")
    line = ReportLine("15.02.02", "Kecamatan Bangko", 35_000, 30_000, population=50_000, blanks_left=12)
    statement = Statement(
        "15.02",
        "Kabupaten Merangin",
        "2017-09",
        1,
        NOON,
        "DKB Semester I 2017",
        (line,),
        "rudi",
        "Rudi",
        NOON,
    )
    data = canonical(statement)
    signed = Signed(data, SIGNER.key_id, SIGNER.sign(CONTEXT + data))
    (folder / "l.pdf").write_bytes(report_pdf(signed))
    (folder / "l.xlsx").write_bytes(report_xlsx(signed, hashlib.sha256(data).digest()))
    (folder / "l.json").write_bytes(report_json(signed))
    (folder / "key.json").write_bytes(export_public(SIGNER.verifier))
    (folder / "other.json").write_bytes(export_public(OTHER.verifier))
    return folder


def run(capsys, *words):
    """Exit code, what was told and what was refused."""
    with pytest.raises(SystemExit) as ended:
        main([str(word) for word in words])
    told = capsys.readouterr()
    return ended.value.code, told.out, told.err


@pytest.mark.parametrize("form", ["pdf", "xlsx", "json"])
def test_a_genuine_report_is_named_with_its_sums(files, capsys, form):
    code, out, _ = run(capsys, "report", "verify", files / f"l.{form}", "--key", files / "key.json", "--json")
    found = json.loads(out)
    assert (code, found["sound"], found["place"], found["month"]) == (0, True, "15.02", "2017-09")
    assert (found["total"]["obliged"], found["total"]["not_recorded"]) == (35_000, 5_000)


def saved_again(path, **cells):
    """The workbook as another program saves it, with some cells changed."""
    book = openpyxl.load_workbook(path)
    for address, value in cells.items():
        book.worksheets[0][address] = value
    file = io.BytesIO()
    book.save(file)
    path = path.with_name(f"again-{len(cells)}.xlsx")
    path.write_bytes(file.getvalue())
    return path


def test_a_workbook_saved_again_is_genuine_until_a_figure_is_changed(files, capsys):
    key = files / "key.json"
    assert run(capsys, "report", "verify", saved_again(files / "l.xlsx"), "--key", key)[0] == 0
    code, _, err = run(capsys, "report", "verify", saved_again(files / "l.xlsx", E4=31_000), "--key", key)
    assert code == 2
    assert "E4" in err


def test_whatever_is_not_what_was_signed_is_refused_in_one_line(files, capsys):
    pdf = (files / "l.pdf").read_bytes()
    letter = pdf.index(b"rekam-report:") + 200
    for name, data in {
        "text.pdf": pdf + b"% more",
        "envelope.pdf": pdf[:letter] + bytes([pdf[letter] ^ 1]) + pdf[letter + 1 :],
        "none.pdf": b"%PDF-1.4",
        "empty.json": b"",
        "deep.json": b"[" * 100_000,
        "other.json.txt": b'{"rekam_report": 5}',
        "cut.xlsx": (files / "l.xlsx").read_bytes()[:900],
    }.items():
        (files / name).write_bytes(data)
        code, out, err = run(capsys, "report", "verify", files / name, "--key", files / "key.json", "--json")
        assert (code, out, err.count("\n")) == (2, "", 1), name
    assert run(capsys, "report", "verify", files / "l.pdf", "--key", files / "other.json")[0] == 2
    assert run(capsys, "report", "verify", files / "l.pdf")[0] == 2
    assert run(capsys, "report", "verify", files / "nothing.pdf", "--key", files / "key.json")[0] == 2


def test_a_file_is_checked_first_and_loaded_only_when_every_cell_is_right(world, tmp_path):
    centre, regions = world.centre, gazetteer()
    path = tmp_path / "jambi.csv"
    options = {"territory": "15", "month": "2017-09", "source": "Provinsi Jambi, contoh", "load": True}
    path.write_text("Kabupaten;Wajib KTP;Sudah direkam\nMerangin;231.713;196.700\nTebbo;1.000;90O\n")
    found = import_file(centre, regions, path, **options)
    assert (found["sound"], found["bad_cells"], found["loaded"]) == (False, 2, 0)
    assert [(one["address"], one["code"]) for one in found["bad"]] == [
        ("A3", "report.place_unknown_near"), ("C3", "report.not_number"),
    ]  # fmt: skip
    path.write_text("Kabupaten;Wajib KTP;Sudah direkam\nMerangin;231.713;196.700\nTebo;1.000;900\n")
    assert import_file(centre, regions, path, **options)["loaded"] == 2
    assert import_file(centre, regions, path, **options)["loaded"] == 0
    assert centre.store.counts.now("15.02").recorded == 196_700


def test_the_demo_of_october_says_who_was_late_and_again_changes_nothing(world):
    centre, at = world.centre, 1_508_205_600  # 17 October 2017, 09.00 WIB
    object.__setattr__(centre, "now", lambda: at)
    october.seed(centre, at)
    october.seed(centre, at)
    (month,) = october.duties(centre, "15", [october.SEPTEMBER])
    assert (month.counts.expected, month.counts.received, month.counts.on_time) == (11, 8, 7)
    assert [one.place for one in month.overdue] == ["15.02", "15.03", "15.09"]
    assert {one.source for one in centre.store.reports.versions("15.01", october.AUGUST.first)} == {"contoh"}


@pytest.mark.parametrize(
    "words", [["import", "{file}", "--month", "2017-09", "--source", "x"], ["verify", "{file}"]]
)
@pytest.mark.parametrize("missing", ["file", "folder"])
def test_what_is_not_there_is_told_and_nothing_is_made(tmp_path, capsys, words, missing):
    file, folder = tmp_path / "angka.csv", tmp_path / "pusat"
    if missing == "folder":
        file.write_text("kode\n")
    else:
        (folder / "keys").mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(SystemExit) as ended:
        main(["report", *(word.format(file=file) for word in words), "--folder", str(folder)])

    assert ended.value.code == 2
    assert "command.file_not_found" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before
