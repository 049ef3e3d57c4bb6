"""Makes the packed files of ``rekam/data`` from the public files of ``data/wilayah``.

Run ``python -m rekam.edge.packed.pack SHARED_DIR``, where SHARED_DIR holds ``data/wilayah``. The
same input gives the same bytes.
"""

import json
import lzma
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from rekam.edge.packed.column import Column, write_columns
from rekam.edge.packed.source import features, regions, rows
from rekam.place.fold import tight
from rekam.place.former import CHANGES
from rekam.place.level import KINDS
from rekam.place.succession import Change, follow

DEGREE = 10_000
"""Stored steps a degree: 0.0001 degrees, about 11 m, the precision of the sources."""

UNKNOWN = -2_147_483_648
"""Stored instead of a coordinate that is not known."""

TABLES = {
    "populations": "penduduk_luas_prov_kabkota_2025.csv",
    "published_coverage": "jambi_perekaman_ktpel_berita.csv",
    "published_certificates": "jambi_akta_blangko_2017.csv",
    "merangin_2010": "merangin_kecamatan_penduduk_2010.csv",
    "code_lists": "kode_referensi.csv",
    "name_tokens": "nama_token_gender.csv",
}
"""Small tables, kept whole: packed name and source file."""

OUTLINES = {
    "regency_outlines": "kabupaten_kota_2025_simplified.geojson",
    "district_outlines": "kecamatan_2025_simplified.geojson",
    "jambi_regency_outlines": "jambi_kabupaten_kota_2025.geojson",
    "jambi_district_outlines": "jambi_kecamatan_2025.geojson",
}
"""Outlines: packed name and source file."""


def pack_regions(source: Path) -> Mapping[str, Column]:
    """Columns of the code list of 2025, of what 2017 had otherwise, and of the centres."""
    today = regions(source / "wilayah_2025.csv")
    then = regions(source / "wilayah_2017.csv")
    successions = follow(then.values(), today)
    differing = []
    for code in sorted(then):
        succession = successions[code]
        now = today.get(code)
        plainly_same = succession.change is Change.SAME and now == then[code]
        respelt = code.count(".") < 2 and now is not None and tight(now.name) == tight(then[code].name)
        if not plainly_same and not (respelt and succession.change is Change.SAME):
            differing.append(succession)
    codes = sorted(today)
    lat, lon = _centres(source, codes)
    return {
        "codes": codes,
        "names": [today[code].name for code in codes],
        "kinds": bytes(KINDS.index(today[code].kind) for code in codes),
        "former_codes": [one.former.code for one in differing],
        "former_names": [one.former.name for one in differing],
        "former_kinds": bytes(KINDS.index(one.former.kind) for one in differing),
        "former_today": [one.today or "" for one in differing],
        "former_changes": bytes(CHANGES.index(one.change) for one in differing),
        "newcomers": sorted(set(today) - set(then)),
        "lat": lat,
        "lon": lon,
    }


def _centres(source: Path, codes: list[str]) -> tuple[np.ndarray, np.ndarray]:
    row_of = {code: row for row, code in enumerate(codes)}
    lat = np.full(len(codes), UNKNOWN, dtype=np.int32)
    lon = np.full(len(codes), UNKNOWN, dtype=np.int32)
    for name in (
        "penduduk_luas_prov_kabkota_2025.csv",
        "kecamatan_koordinat_2025.csv",
        "desa_koordinat_2025.csv",
    ):
        for row in rows(source / name):
            if row["kode"] in row_of and row["lat"]:
                lat[row_of[row["kode"]]] = round(float(row["lat"]) * DEGREE)
                lon[row_of[row["kode"]]] = round(float(row["lng"]) * DEGREE)
    return lat, lon


def pack_outlines(path: Path) -> Mapping[str, Column]:
    """Columns of a GeoJSON file: where regions, polygons and rings begin, and their corners."""
    codes: list[str] = []
    polygons, rings, corners = [0], [0], [0]
    xy: list[tuple[int, int]] = []
    for code, shapes in features(path):
        codes.append(code)
        for shape in shapes:
            for ring in shape:
                points = [(round(lon * DEGREE), round(lat * DEGREE)) for lon, lat in ring]
                xy.extend(points[:-1])
                corners.append(len(xy))
            rings.append(rings[-1] + len(shape))
        polygons.append(polygons[-1] + len(shapes))
    points_array = np.array(xy, dtype=np.int32)
    return {
        "codes": codes,
        "polygons": np.array(polygons, dtype=np.int32),
        "rings": np.array(rings, dtype=np.int32),
        "corners": np.array(corners, dtype=np.int32),
        "lon": points_array[:, 0].copy(),
        "lat": points_array[:, 1].copy(),
    }


def pack_all(source: Path, target: Path) -> dict[str, int]:
    """Writes every packed file.

    Args:
        source: The folder ``data/wilayah``.
        target: Where the files go.

    Returns:
        Bytes of each file by name.
    """
    contents = {"regions.col.xz": write_columns(pack_regions(source))}
    for name, file in OUTLINES.items():
        contents[f"{name}.col.xz"] = write_columns(pack_outlines(source / file))
    for name, file in TABLES.items():
        contents[f"{name}.csv.xz"] = lzma.compress((source / file).read_bytes(), preset=9)
    target.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (target / name).write_bytes(content)
    return {name: len(content) for name, content in contents.items()}


def main(arguments: list[str]) -> int:
    """Packs, and prints the sizes; returns the exit status."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "data" / "wilayah").is_dir():
        print("usage: python -m rekam.edge.packed.pack SHARED_DIR (holding data/wilayah)", file=sys.stderr)
        return 2
    target = Path(__file__).parents[2] / "data"
    print(json.dumps(pack_all(Path(arguments[0]) / "data" / "wilayah", target), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
