"""``rekam abis``."""

import json as json_text
import sys
from pathlib import Path

from cyclopts import App

from rekam.console.output import print_json
from rekam.problem import Problem

abis = App(name="abis", help="The identification engine.")


@abis.command
def evaluate(directory: Path, *, protocol: str = "fvc", json: bool = False) -> int:
    """Measure the engine's accuracy on a folder of images: EER, FNMR at FMR 1 % and 0.1 %, failures, times.

    Parameters
    ----------
    directory
        The images themselves (``101_1.tif``) or one folder a set.
    protocol
        ``fvc`` for fingerprints.
    """
    from rekam.edge.store.picture_folder import evaluate_folder

    if protocol != "fvc":
        raise Problem("command.bad_option", option="--protocol", reason="fvc")
    if not directory.is_dir():
        raise Problem("command.file_not_found", path=str(directory))
    from time import perf_counter

    report = evaluate_folder(directory, perf_counter)
    if json:
        print_json(report)
        return 0
    for name, value in report.items():
        sys.stdout.write(f"{name}: {json_text.dumps(value)}\n")
    return 0
