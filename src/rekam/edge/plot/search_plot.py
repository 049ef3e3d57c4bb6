"""Cost of a search against the size of the gallery, as an SVG file."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from rekam.edge.plot.score_plot import plotter
from rekam.problem import Problem

LINES = {
    "seconds_per_person_stage_one": ("ten fingers, two irises, face", "o-"),
    "seconds_per_person_irises": ("two irises, every comparison to its end", "s--"),
    "seconds_per_person_irises_early_abandon": ("two irises, early abandon", "^:"),
}
"""What is drawn, how it is called, and its mark and dashes: lines differ by more than colour."""


def write_search_plot(folder: Path, curve: Sequence[Mapping[str, float]]) -> Path:
    """``search.svg``: seconds a person in stage one by people enrolled; the folder is made if needed.

    Args:
        folder: Where to.
        curve: A point a size: ``persons`` and the names of ``LINES``.

    Raises:
        Problem: ``abis.plot_library_missing``, ``abis.plot_unwritable``.
    """
    drawn = plotter().Figure(figsize=(6, 4), layout="constrained")
    axes = drawn.add_subplot(xscale="log", yscale="log")
    persons = [point["persons"] for point in curve]
    for name, (label, marks) in LINES.items():
        axes.plot(persons, [point[name] for point in curve], marks, label=label)
    axes.set_xlabel("people enrolled (synthetic)")
    axes.set_ylabel("seconds a person searched for, batched")
    axes.grid(visible=True, which="both", linewidth=0.3)
    axes.legend()
    path = folder / "search.svg"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        drawn.savefig(path, format="svg", metadata={"Date": None})
    except OSError as error:
        raise Problem("abis.plot_unwritable", folder=str(folder)) from error
    return path
