"""``rekam audit``."""

from pathlib import Path

from cyclopts import App

from rekam.console.output import tell

audit = App(name="audit", help="The chains of logs and packets.")


@audit.command
def verify(*, folder: Path, json: bool = False) -> int:
    """Check chains, receipts and log heads of a station, a courier's disk, an office's folder of them, or a centre.

    Only at the centre itself is the centre asked; everywhere else what it signed before has to hold by itself.
    """
    from rekam.edge.witness import audit_folder, kind_of

    if not folder.exists() or kind_of(folder) == "centre":
        from rekam.centre.main import verify_chains

        report = {"kind": "centre", **verify_chains(folder)}
    else:
        report = audit_folder(folder)
    tell(report, json=json)
    return 0 if report["sound"] else 1
