"""What the measurement of a station refuses before it begins, and how it reports."""

import pytest

from rekam.measure.first_page import FirstPage
from rekam.measure.station import StationMeasure, run_station_measure
from rekam.problem import Problem


@pytest.mark.parametrize("recordings", [-1, 0, 1, 10_000])
def test_a_number_of_recordings_that_is_none_is_refused(tmp_path, recordings):
    with pytest.raises(Problem, match="bad_option"):
        run_station_measure(tmp_path, recordings=recordings, fingers=None)
    assert list(tmp_path.iterdir()) == []


def test_the_report_has_the_promised_keys_with_medians():
    starts = [FirstPage(1.0, 0.5), FirstPage(9.0, 0.7), FirstPage(2.0, 0.6)]
    report = StationMeasure(
        3,
        1_000,
        2_000,
        FirstPage(7.0, 3.0),
        starts,
        [10.0, 20.0, 30.0],
        [1.0, 2.0, 30.0],
        [100, 300, 200],
        "drawn",
    ).as_json()
    promised = ("rss_bytes", "start_seconds", "step_ms", "packet_bytes")
    assert [report[key] for key in promised] == [1_000, 2.0, 2.0, 200]
    assert report["start_seconds_worst"] == 9.0
    assert report["start_seconds_uncompiled"] == 7.0
    assert report["start_core_seconds"] == 0.6
