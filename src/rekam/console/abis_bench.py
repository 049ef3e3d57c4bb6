"""``rekam abis bench``."""

import os
from pathlib import Path

from rekam.console.output import tell
from rekam.problem import Problem

LEAST_PERSONS, MOST_PERSONS = 10_000, 5_000_000
"""Fewer say nothing of a large gallery; more need more than 10 GB of memory."""


def bench_search(*, persons: int, threads: int | None, plot: Path | None, json: bool) -> int:
    """Measure the search among so many synthetic people and tell it.

    Raises:
        Problem: ``command.bad_option`` for a number of persons or threads that cannot be measured; those of the plot.
    """
    if not LEAST_PERSONS <= persons <= MOST_PERSONS:
        raise Problem("command.bad_option", option="--persons", reason=f"{LEAST_PERSONS} - {MOST_PERSONS}")
    cores = os.cpu_count() or 1
    if threads is not None and not 1 <= threads <= cores:
        raise Problem("command.bad_option", option="--threads", reason=f"1 - {cores}")
    from rekam.measure.abis import run_search_measure

    if plot is not None:
        from rekam.edge.plot.score_plot import plotter

        plotter()  # a missing library is told before minutes of work, not after
    report = run_search_measure(persons, threads=threads or min(2, cores))
    if plot is not None:
        from rekam.edge.plot.search_plot import write_search_plot

        write_search_plot(plot, report["curve"])
    tell(report, json=json)
    return 0
