"""What stage two costs: minutiae of drawn fingers stand in for those of the candidates."""

from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

from rekam.abis import extract_finger
from rekam.abis.finger.comparison import prepared_evidence
from rekam.abis.finger.prepared import PreparedFinger, prepared
from rekam.abis.synthetic.parameters import DRAWN_FINGERS
from rekam.biometric import FingerPosition
from rekam.biometric.drawn.finger import finger_impression


def drawn_fingers() -> list[PreparedFinger]:
    """A few fingers of a drawn person."""
    return [
        prepared(extract_finger(finger_impression(0, position, 0)))
        for position in list(FingerPosition)[:DRAWN_FINGERS]
    ]


def seconds_of_stage_two(
    fingers: list[PreparedFinger], candidates: int, searches: int, threads: int
) -> float:
    """Seconds a search for ten precise comparisons of different fingers with each of so many candidates."""

    def search(_number: int) -> float:
        return sum(
            prepared_evidence(fingers[pair % len(fingers)], fingers[(pair + 1) % len(fingers)])
            for pair in range(candidates * len(FingerPosition))
        )

    search(0)
    began = perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(search, range(searches)))
    return (perf_counter() - began) / searches
