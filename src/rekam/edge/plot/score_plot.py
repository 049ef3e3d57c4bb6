"""DET curves and histograms of scores of an evaluation, as SVG files."""

import re
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rekam.abis.evaluation.curve import error_curve
from rekam.abis.evaluation.protocol import SetScores
from rekam.problem import Problem

FLOOR = 1e-4
"""Rates below this are drawn at it: a logarithmic axis has no 0."""
BINS = 60
"""Bars of a histogram."""
TICKS = (0.001, 0.01, 0.1, 0.5)
DASHES = ("solid", "dashed", "dashdot", "dotted")
"""Curves differ by more than colour."""


def plotter() -> ModuleType:
    """The drawing library.

    Raises:
        Problem: ``abis.plot_library_missing`` if the extra ``plot`` is not installed.
    """
    try:
        return import_module("matplotlib.figure")
    except ImportError as error:
        raise Problem("abis.plot_library_missing") from error


def write_plots(folder: Path, scores: Mapping[str, SetScores]) -> list[Path]:
    """``det.svg`` with a curve a set, and ``scores_SET.svg`` a set; folder is made if needed.

    Raises:
        Problem: ``abis.plot_library_missing``, ``abis.plot_unwritable``.
    """
    figure = plotter().Figure
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = [_saved(_det(figure, scores), folder / "det.svg")]
        for name, found in scores.items():
            drawn = _histogram(figure, name, found)
            written.append(_saved(drawn, folder / f"scores_{re.sub(r'[^A-Za-z0-9_-]+', '_', name)}.svg"))
    except OSError as error:
        raise Problem("abis.plot_unwritable", folder=str(folder)) from error
    return written


def _det(figure: Any, scores: Mapping[str, SetScores]) -> Any:
    drawn = figure(figsize=(6, 5), layout="constrained")
    axes = drawn.add_subplot(xscale="log", yscale="log")
    for place, (name, found) in enumerate(scores.items()):
        curve = error_curve(found.genuine, found.impostor)
        label = f"{name} ({len(found.genuine)} genuine, {len(found.impostor)} impostor)"
        axes.step(
            np.maximum(curve.passed, FLOOR),
            np.maximum(curve.missed, FLOOR),
            where="post",
            linestyle=DASHES[place % len(DASHES)],
            label=label,
        )
    axes.plot([FLOOR, 1], [FLOOR, 1], color="0.7", linewidth=0.8)
    axes.set_xlabel("FMR: impostor pairs that pass")
    axes.set_ylabel("FNMR: genuine pairs that are missed")
    axes.set_title("Detection error trade-off")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_ticks(TICKS, [f"{100 * tick:g} %" for tick in TICKS])
    axes.set_xlim(FLOOR, 1)
    axes.set_ylim(FLOOR, 1)
    axes.grid(visible=True, linewidth=0.3)
    axes.legend(fontsize=8)
    return drawn


def _histogram(figure: Any, name: str, found: SetScores) -> Any:
    drawn = figure(figsize=(6, 4), layout="constrained")
    axes = drawn.add_subplot()
    kinds: tuple[tuple[NDArray[np.float64], str, dict[str, Any]], ...] = (
        (found.impostor, "impostor", {"histtype": "stepfilled", "alpha": 0.5}),
        (found.genuine, "genuine", {"histtype": "step", "linewidth": 1.5}),
    )
    shown = [values[np.isfinite(values)] for values, _, _ in kinds]
    every = np.concatenate(shown)
    edges = (
        np.linspace(every.min(), every.max() + 1e-9, BINS + 1) if every.size else np.linspace(0, 1, BINS + 1)
    )
    for (values, kind, style), finite in zip(kinds, shown, strict=True):
        failed = len(values) - len(finite)
        label = f"{len(values)} {kind} pairs" + (f", {failed} not compared" if failed else "")
        weights = np.full(len(finite), 1 / max(len(values), 1))
        axes.hist(finite, bins=edges.tolist(), weights=weights, label=label, **style)
    axes.set_xlabel("score, larger = more alike")
    axes.set_ylabel("share of pairs")
    axes.set_title(name)
    axes.legend(fontsize=8)
    return drawn


def _saved(drawn: Any, path: Path) -> Path:
    drawn.savefig(path, format="svg", metadata={"Date": None})
    return path
