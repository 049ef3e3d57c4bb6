"""Importing a file of figures from the command line, by whoever may start programs at the centre."""

from pathlib import Path

from rekam.account import Account, Role
from rekam.centre.centre import Centre
from rekam.centre.monthly.intake import put_figures
from rekam.centre.monthly.load import load_figures
from rekam.edge.store.centre.figure_files import GOOD, LOADED
from rekam.operations.report import Month
from rekam.place import Gazetteer

CONSOLE = Account("console", "Baris perintah pusat", Role.CENTRE, "", "")
"""Stands in the audit for what was typed at the centre itself."""


def import_file(
    centre: Centre, gazetteer: Gazetteer, path: Path, *, territory: str, month: str, source: str, load: bool
) -> dict[str, object]:
    """Check a file, and load it when it is right and that is wanted.

    Raises:
        Problem: As `put_figures` and `load_figures`; what is wrong with the file itself is in the answer.
    """
    place = gazetteer.region(territory).code if territory else ""
    with path.open("rb") as file:
        number = put_figures(
            centre,
            gazetteer,
            CONSOLE,
            place,
            Month.parse(month),
            file=file,
            name=path.name,
            source=source,
            wait=True,
        )
    found = centre.store.figure_files.file(number)
    assert found is not None
    added = load_figures(centre, CONSOLE, number) if load and found.state == GOOD else 0
    trouble = found.trouble
    return {
        "file": number,
        "rows": found.rows_read,
        "bad_cells": found.bad_cells,
        "problem": trouble.as_json() if trouble else None,
        "bad": [{"address": one.address, "value": one.value, **one.problem.as_json()} for one in found.bad],
        "loaded": added,
        "sound": found.state in {GOOD, LOADED},
    }
