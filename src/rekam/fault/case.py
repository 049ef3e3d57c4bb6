"""The cases by name. A case is a function from `Trials` to `Outcome`; each is imported only when it is run."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import cast

from rekam.fault.outcome import Outcome
from rekam.fault.trial import Trials
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class Case:
    """One row of the fault matrix.

    Attributes:
        module: Where its ``run(trials: Trials) -> Outcome`` stands, under ``rekam.fault``.
        trials: How many when nobody says.
        controls: Protections that can be switched off with ``--control`` to prove that the case sees a loss.
    """

    module: str
    trials: int
    controls: tuple[str, ...] = ()


CASES: Mapping[str, Case] = MappingProxyType(
    {
        "kill": Case("kill", 50, ("no-idempotency-key", "delete-before-receipt")),
        "gallery-kill": Case("gallery_kill", 50, ("acknowledge-early",)),
        "every-crash-point": Case("crash_point", 1),
        "power-cut": Case("power_cut", 5, ("synchronous-off",)),
        "lost-writes": Case("lost_writes", 5, ("synchronous-off",)),
        "disk-full": Case("disk_full", 10),
        "io-error": Case("io_error", 10),
        "bit-rot": Case("bit_rot", 50, ("no-check",)),
        "disk-scan": Case("disk_scan", 20, ("unsealed",)),
        "clock": Case("clock", 20),
        "replay": Case("replay", 50, ("no-idempotency-key",)),
        "chunks": Case("chunks", 200, ("no-offset-check",)),
        "long-cut": Case("long_cut", 2),
        "lines": Case("lines", 1),
        "restore": Case("restore", 3, ("delete-before-receipt",)),
        "tamper": Case("tamper", 1),
    }
)
"""``every-crash-point``, ``lines`` and ``tamper`` count whole passes over their points, profiles and classes."""


def run_case(name: str, trials: Trials) -> Outcome:
    """Runs a case.

    Raises:
        Problem: ``command.bad_option`` for a case or a control that does not exist; ``fault.not_possible`` where
            this machine lacks what the fault needs (loop devices, strace, FUSE).
    """
    case = case_of(name)
    if trials.control and trials.control not in case.controls:
        raise Problem("command.bad_option", option="--control", reason=", ".join(case.controls) or "-")
    run = cast("Callable[[Trials], Outcome]", import_module(f"rekam.fault.{case.module}").run)
    return run(trials)


def case_of(name: str) -> Case:
    """The case of a name.

    Raises:
        Problem: ``command.bad_option``.
    """
    try:
        return CASES[name]
    except KeyError:
        raise Problem("command.bad_option", option="CASE", reason=", ".join(CASES)) from None
