"""``rekam report``."""

from pathlib import Path

from cyclopts import App

from rekam.console.output import tell
from rekam.problem import Problem

report = App(name="report", help="Monthly reports: whether one is genuine, and figures that come in files.")

_SHOWN = 20
"""Bad cells that are told to a person; ``--json`` names all."""


@report.command(name="verify")
def report_verify(
    file: Path, *, key: Path | None = None, folder: Path | None = None, json: bool = False
) -> int:
    """Check that a PDF, XLSX or JSON file is a report as it was signed; the centre is not asked.

    Parameters
    ----------
    file
        The report.
    key
        The centre's public key (kunci-pusat.json).
    folder
        The centre's folder, where the key lies.
    """
    from rekam.centre.monthly.verify import FILE_MOST, verify_report
    from rekam.edge.key import Ed25519Verifier, KeyFolder, import_public

    if (key is None) == (folder is None):
        raise Problem("command.bad_option", option="--key", reason="--key / --folder")
    _check_there(file, folder)
    if folder is not None:
        verifier = KeyFolder(folder / "keys").verifier("centre")
    else:
        assert key is not None
        public = import_public(key.read_bytes())
        if not isinstance(public, Ed25519Verifier):
            raise Problem("packet.public_key_unreadable")
        verifier = public
    with file.open("rb") as source:
        data = source.read(FILE_MOST + 1)
    tell(verify_report(data, verifier).as_json(), json=json)
    return 0


@report.command(name="import")
def report_import(
    file: Path,
    *,
    folder: Path,
    month: str,
    source: str,
    territory: str = "",
    load: bool = False,
    json: bool = False,
) -> int:
    """Check a file of figures for the centre of a folder; every bad cell is named, and nothing is loaded half.

    Parameters
    ----------
    file
        XLSX or CSV.
    folder
        The centre's folder; it may be running.
    month
        What the figures are of, 2017-09.
    source
        Whose figures they are.
    territory
        Region code that they may be for; the nation when it is not given.
    load
        Load the figures when every cell is right.
    """
    from rekam.centre.main import import_figures

    _check_there(file, folder)
    found = import_figures(folder, file, territory=territory, month=month, source=source, load=load)
    if not json and isinstance(found["bad"], list):
        found["bad"] = "".join(f"\n  {one['address']}: {one['id']}" for one in found["bad"][:_SHOWN])
    tell(found, json=json)
    return 0 if found["sound"] else 1


def _check_there(file: Path, folder: Path | None) -> None:
    """What is named has to be there: a mistyped folder must not become a new centre."""
    if not file.is_file():
        raise Problem("command.file_not_found", path=str(file))
    if folder is not None and not (folder / "keys").is_dir():
        raise Problem("command.file_not_found", path=str(folder))
