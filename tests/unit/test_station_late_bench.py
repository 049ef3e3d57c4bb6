"""Devices whose client is made when they are first asked."""

from concurrent.futures import ThreadPoolExecutor

from rekam.biometric import FingerPosition, Modality
from rekam.recording import Item
from rekam.station.late_bench import LateBench
from rekam.station.still_bench import StillBench


def test_nothing_is_made_before_a_device_is_asked_and_then_once_for_all_threads():
    made = []

    def make():
        made.append(StillBench({Item.LEFT_INDEX: 33}))
        return made[-1]

    bench = LateBench(make)
    assert made == []
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: bench.discover(), range(8)))
    captured = bench.capture(
        Modality.FINGER,
        (FingerPosition.LEFT_INDEX, FingerPosition.LEFT_MIDDLE),
        exceptions=(FingerPosition.LEFT_MIDDLE,),
    )

    assert len(made) == 1
    assert {len(answer) for answer in answers} == {3}
    assert [(one.place, one.quality) for one in captured] == [(FingerPosition.LEFT_INDEX, 33)]
