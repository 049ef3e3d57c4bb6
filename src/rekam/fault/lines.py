"""Case ``lines``: recordings over the lines of the fault matrix, held against what TCP gets through each."""

import os
from collections.abc import Mapping

from rekam.fault.line.emulated import EmulatedRoads
from rekam.fault.line.measure import Measured, measure
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
    """Runs passes over all profiles; a trial is a whole pass, the outcome counts profiles."""
    return run_profiles(trials, PROFILES)


def run_profiles(trials: Trials, profiles: Mapping[str, Profile]) -> Outcome:
    """Runs passes over some profiles.

    Returns:
        The figures of each profile stand in ``details`` by its name, those of the last pass.
    """
    outcome = Outcome("lines", trials.seed)
    for number, chance in trials.each("lines"):
        roads = open_roads()
        outcome.details["method"] = roads.method
        # On an overloaded machine the fast profiles measure the processor: the report tells how busy it was.
        outcome.details["load_per_core"] = round(os.getloadavg()[0] / (os.cpu_count() or 1), 2)
        try:
            folder = trials.folder / str(number)
            folder.mkdir()
            measured = measure(folder, profiles, roads, outcome, chance.getrandbits(32))
        finally:
            roads.close()
        outcome.details.update({name: one.figures() for name, one in measured.items()})
        outcome.details["reached"] = all(reached(one) for one in measured.values())
    return outcome


def open_roads() -> Roads:
    """Emulated lines, or proxies where this machine allows none."""
    try:
        return EmulatedRoads()
    except Problem:
        return ProxiedRoads()  # `method` of the report says so


def reached(measured: Measured) -> bool:
    """Whether a profile is within the shares of the fault matrix."""
    return measured.goodput >= GOODPUT_LEAST and measured.resent <= RESENT_MOST
