"""What ``rekam fault run`` does."""

import tempfile
from pathlib import Path

from rekam.fault.case import case_of, run_case
from rekam.fault.outcome import Outcome
from rekam.fault.trial import Trials
from rekam.problem import Problem


def run_fault(
    case: str, *, trials: int | None, seed: int, control: str, folder: Path | None, quiet: bool, load: int = 0
) -> Outcome:
    """Runs a case in a scratch folder of its own, which is removed afterwards.

    Raises:
        Problem: ``command.bad_option``, ``command.file_not_found``, ``fault.not_possible``.
    """
    wanted = case_of(case).trials if trials is None else trials
    if wanted < 1:
        raise Problem("command.bad_option", option="--trials", reason="1 …")
    if load < 0:
        raise Problem("command.bad_option", option="--load", reason="0 …")
    if folder is not None and not folder.is_dir():
        raise Problem("command.file_not_found", path=str(folder))
    with tempfile.TemporaryDirectory(prefix="rekam-fault-", dir=folder) as scratch:
        return run_case(case, Trials(wanted, seed, Path(scratch), control=control, quiet=quiet, load=load))
