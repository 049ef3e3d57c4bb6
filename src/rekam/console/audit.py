"""``rekam audit``."""

from pathlib import Path

from cyclopts import App

from rekam.console.output import note, tell
from rekam.problem import Problem

audit = App(name="audit", help="The chains of logs and packets.")


@audit.command
def copies(*, folder: Path, refill: bool = False, json: bool = False) -> int:
    """Read every copy of every received packet again and mend what is damaged or missing.

    The centre may be running meanwhile; its worker does the same every night with a thirtieth of them.

    Args:
        folder: The centre's state folder.
        refill: Also where most copies are missing in one folder: after a disk was replaced.
        json: Print JSON.
    """
    from rekam.centre.main import read_copies
    from rekam.edge.witness import kind_of

    # A centre is founded where none is: a mistyped folder would be told to be in order.
    if kind_of(folder) != "centre":
        raise Problem("centre.not_here", folder=str(folder))
    report = read_copies(folder, refill=refill, told=lambda read: note(f"{read} …"))
    tell(report, json=json)
    return 0 if not report["lost"] else 1


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
