import csv
import json
import lzma
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from rekam.edge.packed import (
    centres,
    code_list,
    district_populations,
    gazetteer,
    name_tokens,
    outlines,
    pack,
    published_certificates,
    published_coverage,
)
from rekam.edge.packed import file as packed_file
from rekam.edge.packed.column import read_columns, write_columns
from rekam.place import Change, Level
from rekam.problem import Problem

SHARED = Path(__file__).parents[2].parent / "shared"
WILAYAH = SHARED / "data" / "wilayah"
DATA = Path(packed_file.__file__).parents[2] / "data"

shared = pytest.mark.skipif(not WILAYAH.is_dir(), reason="../shared/data/wilayah is not beside the checkout")


def rows(name):
    with (WILAYAH / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_code_lists_are_those_of_the_forms():
    assert code_list("agama")["1"] == "Islam"
    assert len(code_list("pekerjaan")) == 88
    assert len(code_list("status_perekaman")) == 18
    assert code_list("shdk")["1"] == "Kepala Keluarga"


def test_published_figures_keep_their_contradictions():
    merangin = [row for row in published_coverage() if row.code == "15.02" and row.day.year == 2017]
    assert [row.reported_percent for row in merangin] == [None, 60.0]
    assert merangin[0].computed_percent == 84.9
    assert all(row.source for row in published_coverage())
    assert published_certificates()["15.08"].unprinted_cards == 4_030
    assert sum(row.unprinted_cards for row in published_certificates().values()) == 124_719
    assert len(district_populations()) == 24


def test_name_tokens_know_men_and_women():
    tokens = {one.token: one for one in name_tokens()}
    assert len(tokens) == 8_576
    assert tokens["muhammad"].men == 75_196
    assert tokens["putri"].women > tokens["putri"].men


def test_the_packed_data_stays_small_and_carries_its_licence():
    assert sum(file.stat().st_size for file in DATA.iterdir()) < 6_000_000
    licence = (DATA / "LICENCE").read_text(encoding="utf-8")
    assert "Cahya DSN" in licence
    assert "Noviyanto Rahmadi" in licence
    for file in DATA.glob("*.xz"):
        assert file.name in licence


def test_a_damaged_packed_file_is_a_named_problem(monkeypatch):
    good = (DATA / "code_lists.csv.xz").read_bytes()
    monkeypatch.setattr(packed_file, "_content", lambda _file: good[:-40] + bytes(40))
    with pytest.raises(Problem) as caught:
        packed_file.table("code_lists")
    assert caught.value.code == "place.packed_unreadable"


def test_a_missing_packed_file_is_a_named_problem():
    with pytest.raises(Problem) as caught:
        packed_file.columns("nothing")
    assert caught.value.code == "place.packed_unreadable"


def test_columns_come_back_as_they_went():
    columns = {
        "numbers": np.array([3, -(2**31), 2**31 - 1, 0], dtype=np.int32),
        "none": np.array([], dtype=np.int32),
        "lines": ["a", "", "Regapu’u"],
        "nothing": [],
        "bytes": b"\x00\n\xff",
    }
    back = read_columns(write_columns(columns))
    assert back.keys() == columns.keys()
    assert back["numbers"].tolist() == columns["numbers"].tolist()
    assert back["none"].tolist() == []
    assert (back["lines"], back["nothing"], back["bytes"]) == (["a", "", "Regapu’u"], [], b"\x00\n\xff")


def test_a_line_with_a_line_break_cannot_be_packed():
    with pytest.raises(ValueError, match="line break"):
        write_columns({"lines": ["a\nb"]})


def test_there_are_no_outlines_of_villages():
    with pytest.raises(ValueError, match="VILLAGE"):
        outlines(Level.VILLAGE)


def test_packing_without_the_data_exits_2_with_one_line():
    run = subprocess.run(
        [sys.executable, "-m", "rekam.edge.packed.pack", "/nowhere"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert len(run.stderr.splitlines()) == 1


@pytest.mark.shared
@shared
def test_all_regions_of_2025_are_packed_as_published():
    published = {row["kode"]: row for row in rows("wilayah_2025.csv")}
    packed = {region.code: region for region in gazetteer().register}
    assert packed.keys() == published.keys()
    for code, region in packed.items():
        assert region.name == " ".join(published[code]["nama"].split())
        assert (region.parent or "") == published[code]["induk"]
        assert region.kind.upper().replace(" ", "_") == published[code]["jenis"]


@pytest.mark.shared
@shared
def test_all_regions_of_2017_can_be_read_back():
    published = {row["kode"]: row for row in rows("wilayah_2017.csv")}
    packed = {region.code: region for region in gazetteer().regions_of_2017()}
    assert len(packed) == 91_185
    assert packed.keys() == published.keys()
    for code, region in packed.items():
        name = "".join(published[code]["nama"].split()).casefold()
        ours = "".join(region.name.split()).casefold()
        if region.level > Level.REGENCY:
            assert ours == name
            assert region.kind.upper().replace(" ", "_") == published[code]["jenis"]
        else:  # provinces and regencies are spelt as in 2025 where only a blank or a hyphen differs
            assert "".join(filter(str.isalnum, ours)) == "".join(filter(str.isalnum, name))


@pytest.mark.shared
@shared
def test_the_changes_in_jambi_are_those_listed_independently():
    gaz = gazetteer()
    listed = rows("jambi_perubahan_kode_2017_2025.csv")
    new_codes = {row["kode"] for row in listed if row["perubahan"] == "baru"}
    for row in listed:
        if row["perubahan"] == "hapus":
            assert gaz.forward(row["kode"]).code in new_codes
        elif row["perubahan"] == "ganti_nama":
            assert gaz.succession(row["kode"]).change is Change.RENAMED
            assert gaz.forward(row["kode"]).name == row["nama_2025"]
        else:
            assert row["kode"] in gaz.former.newcomers
    touched = {row["kode"] for row in listed}
    for code in gaz.former.codes:
        if code.startswith("15.") and gaz.succession(code).change is not Change.SAME:  # not only respelt
            assert code in touched


@pytest.mark.shared
@shared
def test_centres_are_those_of_the_source():
    points = centres()
    villages = {row["kode"]: row for row in rows("desa_koordinat_2025.csv")}
    for code in list(villages)[::997]:
        assert points[code].lat == pytest.approx(float(villages[code]["lat"]), abs=1e-4)
        assert points[code].lon == pytest.approx(float(villages[code]["lng"]), abs=1e-4)
    assert sum(code.startswith("15.") and len(code) == 13 for code in points) == 1_568


@pytest.mark.shared
@shared
def test_outlines_are_those_of_the_source():
    collection = json.loads((WILAYAH / "jambi_kecamatan_2025.geojson").read_text(encoding="utf-8"))
    for feature in collection["features"]:
        assert outlines(Level.DISTRICT, "15")[feature["properties"]["kode"]].geometry() == feature["geometry"]


@pytest.mark.shared
@shared
def test_packing_again_gives_the_same_bytes(tmp_path):
    pack.pack_all(WILAYAH, tmp_path)
    for made in tmp_path.iterdir():
        assert lzma.decompress(made.read_bytes()) == lzma.decompress((DATA / made.name).read_bytes()), (
            made.name
        )
