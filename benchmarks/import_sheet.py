"""Checks a file of 100,000 rows with one bad cell in every hundredth of them: time, peak memory, and that each is named.

The rows are villages of the nation, and beside them places that are named twice: no country has 100,000 villages.
The bound is the bare reading of the workbook's XML, which no check can be faster than.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from pathlib import Path

import xlsxwriter

from rekam.edge.packed import gazetteer
from rekam.edge.sheet import open_sheet
from rekam.operations.report import COUNTS, Month
from rekam.operations.report.check import check_sheet
from rekam.operations.report.places import PlaceBook
from rekam.place import Level

BAD = ((0, "15.99.99.9999"), (2, "seratus"), (3, -1), (3, 1_001), (4, "1,234"))
"""Column and value of each kind of mistake in turn: place, number, below zero, above 100 %, English thousands."""


def write(path: Path, rows: int) -> dict[str, str]:
    """The file; address and value of each bad cell."""
    regions = gazetteer()
    villages = [one for top in regions.provinces() for one in regions.within(top.code, Level.VILLAGE)]
    known = [(one.code, one.name) for one in villages]
    # More rows than villages: the codes of 2017 that are no more are places too, and then each a second file's worth.
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Desa")
    headings = [
        "Kode wilayah",
        "Nama wilayah",
        "Wajib KTP",
        "Sudah direkam",
        *list(COUNTS.values())[3:],
        "Jumlah penduduk",
    ]
    sheet.write_row(0, 0, headings)
    wrong: dict[str, str] = {}
    for at in range(rows):
        code, name = known[at % len(known)]
        values: list[object] = [code, name, 1_000, 900, *[at % 800] * 9, 1_400]
        if at % 100 == 50:
            column, value = BAD[at // 100 % len(BAD)]
            values[column] = value
            wrong["ABCDE"[column] + str(at + 2)] = str(value)
        sheet.write_row(at + 1, 0, values)
    book.close()
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desa.xlsx"
        wrong = write(path, asked.rows)
        size = path.stat().st_size
        places = PlaceBook(gazetteer(), "")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.process_time()
        with path.open("rb") as file, open_sheet(file) as sheet:
            read = sum(1 for _ in sheet.rows)
        bare = time.process_time() - start
        start = time.process_time()
        with path.open("rb") as file, open_sheet(file) as sheet:
            found = check_sheet(sheet.rows, sheet.merged, places, Month(2017, 9))
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    named = {one.address: one.value for one in found.findings}
    villages = len(gazetteer().register.codes) and sum(
        code.count(".") == 3 for code in gazetteer().register.codes
    )
    twice = {one.address for one in found.findings if one.code == "report.place_twice"}
    missed = [
        address for address, value in wrong.items() if named.get(address) != value and address not in twice
    ]
    false = [address for address in named if address not in wrong and address not in twice]
    report = {
        "rows": asked.rows, "rows_read": read - 1, "file_mb": round(size / 1e6, 1), "bad_cells": len(wrong),
        "named": len(named), "missed": len(missed), "false_alarms": len(false),
        "place_twice": len(twice), "villages": villages, "check_cpu_seconds": round(seconds, 2),
        "bare_cpu_seconds": round(bare, 2), "ratio_to_bare": round(seconds / bare, 2),
        "rows_per_second": round(asked.rows / seconds), "peak_mb": round(peak / 1024), "before_mb": round(before / 1024),
        "loaded_half": bool(found.findings) and found.good,
    }  # fmt: skip
    sys.stdout.write(
        json.dumps(report) + "\n" if asked.json else "".join(f"{k}: {v}\n" for k, v in report.items())
    )
    return 0 if not missed and not false and not found.good else 1


if __name__ == "__main__":
    sys.exit(main())
