"""Case ``lines``: recordings over the lines of the fault matrix, held against what TCP gets through each."""

import os
from collections.abc import Mapping

from rekam.fault.line.emulated import EmulatedRoads
from rekam.fault.line.measure import measure
from rekam.fault.line.measured import Measured, pooled
from rekam.fault.line.profile import PROFILES, Profile
from rekam.fault.line.proxied import ProxiedRoads
from rekam.fault.line.road import Roads
from rekam.fault.outcome import Outcome
from rekam.fault.trial import Trials
from rekam.problem import Problem

GOODPUT_LEAST = 0.85
RESENT_MOST = 0.02
"""Shares that the fault matrix demands of every profile."""


def run(trials: Trials) -> Outcome:
    """Runs passes over all profiles; a trial is a whole pass with ``load`` stations on lines of each profile.

    The outcome counts stations. The matrix has 50 a profile, ``--trials 50`` or ``--trials 10 --load 5``.
    """
    return run_profiles(trials, PROFILES)


def run_profiles(trials: Trials, profiles: Mapping[str, Profile]) -> Outcome:
    """Runs passes over some profiles.

    Returns:
        The figures of each profile, over all its stations, stand in ``details`` by its name.
    """
    outcome = Outcome("lines", trials.seed)
    found: dict[str, list[Measured]] = {name: [] for name in profiles}
    for number, chance in trials.each("lines"):
        roads = open_roads()
        outcome.details["method"] = roads.method
        # On an overloaded machine the fast profiles measure the processor: the report tells how busy it was.
        outcome.details["load_per_core"] = round(os.getloadavg()[0] / (os.cpu_count() or 1), 2)
        try:
            folder = trials.folder / str(number)
            folder.mkdir()
            measured = measure(
                folder, profiles, roads, outcome, chance.getrandbits(32), stations=max(trials.load, 1)
            )
        finally:
            roads.close()
        for name, several in measured.items():
            found[name] += several
        figures = {name: pooled(several) for name, several in found.items()}
        outcome.details.update({name: _rounded(one) for name, one in figures.items()})
        outcome.details["reached"] = all(map(reached, figures.values()))
    return outcome


def open_roads() -> Roads:
    """Emulated lines, or proxies where this machine allows none."""
    try:
        return EmulatedRoads()
    except Problem:
        return ProxiedRoads()  # `method` of the report says so


def reached(figures: Mapping[str, int | float]) -> bool:
    """Whether a profile is within the shares of the fault matrix."""
    return figures["goodput"] >= GOODPUT_LEAST and figures["resent"] <= RESENT_MOST


def _rounded(figures: Mapping[str, int | float]) -> Mapping[str, int | float]:
    """For the report only: rounded up, a figure below its bound would pass."""
    return {name: round(value, 4) for name, value in figures.items()}
