"""Reading the public files of ``data/wilayah`` that the packed files are made from."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rekam.place import Kind, Level, Region, level_of

_KINDS = {
    "PROVINSI": Kind.PROVINCE,
    "KABUPATEN": Kind.REGENCY,
    "KOTA": Kind.CITY,
    "KECAMATAN": Kind.DISTRICT,
    "KELURAHAN": Kind.URBAN_VILLAGE,
    "DESA": Kind.VILLAGE,
    "DESA_ADAT": Kind.CUSTOMARY_VILLAGE,
}


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def regions(path: Path) -> dict[str, Region]:
    """A code list by code.

    The list of 2017 writes provinces and regencies in capitals; they become "Aceh Selatan" here.
    """
    found: dict[str, Region] = {}
    for row in rows(path):
        level = level_of(row["kode"])
        name = " ".join(row["nama"].split())
        if level <= Level.REGENCY and name.isupper():
            name = name.title()
        found[row["kode"]] = Region(row["kode"], row["induk"] or None, level, _KINDS[row["jenis"]], name)
    return found


def features(path: Path) -> list[tuple[str, list[list[list[list[float]]]]]]:
    """(code, polygons) of each feature of a GeoJSON file, in the order of the codes."""
    found = []
    collection: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for feature in collection["features"]:
        geometry = feature["geometry"]
        shape = geometry["coordinates"]
        found.append((feature["properties"]["kode"], [shape] if geometry["type"] == "Polygon" else shape))
    return sorted(found)
