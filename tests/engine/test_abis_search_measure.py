"""``rekam abis bench`` on a small population: what it promises to say, and what does not depend on speed."""

import json
from pathlib import Path

import pytest

from rekam.abis.kernel import _stamp, stamped
from rekam.command import main

PROMISED = {
    "persons",
    "seconds_per_person_irises",
    "seconds_per_person_irises_early_abandon",
    "seconds_per_person_all",
    "bandwidth_ratio",
    "fnir",
    "fpir",
    "filter_miss",
    "peak_memory_bytes",
    "curve",
    "projection_memory_bytes",
}


def test_the_measurement_says_what_it_promises(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as end:
        main(["abis", "bench", "--persons", "10000", "--json"])

    assert end.value.code == 0
    report = json.loads(capsys.readouterr().out)
    assert report.keys() >= PROMISED
    assert report["persons"] == 10_000
    assert "synthetic" in report["population"]
    assert report["early_abandon_changes_nothing"] is True
    assert report["fpir"] == 0.001
    assert report["fnir"] <= 0.001
    assert report["filter_miss"] <= 0.005  # at most one of 200
    assert report["filter_miss_ten_fingers"] <= 0.01
    assert [point["persons"] for point in report["curve"]] == [10_000]
    # 10 codes of 64 bytes, two irises of 512, a face of 128, a hundred million times two.
    assert report["projection_memory_bytes"] == 200_000_000 * (640 + 1024 + 128)


def test_the_curve_is_drawn_with_all_its_lines(tmp_path: Path):
    pytest.importorskip("matplotlib", reason="the extra plot is not installed")
    from rekam.edge.plot.search_plot import LINES, write_search_plot

    points = [{"persons": size, **dict.fromkeys(LINES, size * 1e-07)} for size in (10_000, 100_000)]

    drawn = write_search_plot(tmp_path / "new", points)

    assert drawn.name == "search.svg"
    assert drawn.read_text().count("<path") > 3


def test_a_kernel_is_compiled_anew_when_what_it_is_written_of_changes():
    def made(fact: str) -> str:
        space = {"__name__": "space", "written": stamped(_Written(), fact)}
        kept.append(space)
        exec("def scan(x):\n    return written(x)", space)
        return _stamp(space["scan"])

    kept: list = []

    assert made("one text") == made("one text")
    assert made("one text") != made("another text")


class _Written:
    pass


@pytest.mark.parametrize("option", [["--persons", "9"], ["--persons", "10000", "--threads", "0"]])
def test_what_cannot_be_measured_is_refused(option: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as end:
        main(["abis", "bench", *option])

    assert end.value.code == 2
    assert option[-2] in capsys.readouterr().err
