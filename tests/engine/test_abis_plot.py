import sys

import numpy as np
import pytest

from rekam.abis.evaluation.protocol import SetScores
from rekam.edge.plot.score_plot import write_plots
from rekam.problem import Problem

NOTHING = np.zeros(0)


def found(genuine, impostor) -> SetScores:
    return SetScores(np.array(genuine, float), np.array(impostor, float), NOTHING, 0, 1.0, 1.0, 4)


def test_a_curve_and_a_histogram_a_set_are_written_with_failures_named(tmp_path):
    pytest.importorskip("matplotlib", reason="the extra 'plot' is not installed")
    sets = {"DB 1": found([3, 4, -np.inf], [0, 1]), "odd/name": found([1], [1])}

    written = write_plots(tmp_path / "new", sets)

    assert [path.name for path in written] == ["det.svg", "scores_DB_1.svg", "scores_odd_name.svg"]
    assert all(path.read_text().rstrip().endswith("</svg>") for path in written)


def test_a_set_of_failures_alone_is_still_drawn(tmp_path):
    pytest.importorskip("matplotlib", reason="the extra 'plot' is not installed")

    assert len(write_plots(tmp_path, {"all": found([-np.inf], [-np.inf])})) == 2


def test_a_folder_that_is_a_file_is_a_named_problem(tmp_path):
    pytest.importorskip("matplotlib", reason="the extra 'plot' is not installed")
    (tmp_path / "here").write_text("a file")

    with pytest.raises(Problem, match="plot_unwritable"):
        write_plots(tmp_path / "here", {"a": found([1], [0])})


def test_without_the_library_the_way_out_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)

    with pytest.raises(Problem, match="plot_library_missing"):
        write_plots(tmp_path, {"a": found([1], [0])})
    assert not list(tmp_path.iterdir())
