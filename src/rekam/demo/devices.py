"""The simulated devices as a process of their own."""

import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import msgspec

from rekam.biometric import FingerPosition
from rekam.biometric.drawn import finger_impression
from rekam.demo.visit import Plan
from rekam.edge.device.simulator import DeviceKey, DeviceSimulator
from rekam.edge.device.simulator.drawn_subject import DrawnSubject
from rekam.edge.device.simulator.setting import Sitter
from rekam.edge.device.subject import Subject


class DrawingAhead:
    """Draws the fingers of the visitor after next while the station is busy with the one before it.

    Args:
        order: Seeds of the bodies in the order in which they come.
    """

    def __init__(self, order: Sequence[int]) -> None:
        self._next = dict(pairwise(order))
        self._pool = ThreadPoolExecutor(1, "ahead")

    def __call__(self, sitter: Sitter) -> Subject:
        """The drawn subject of a sitter; whoever comes after is drawn in the background."""
        following = self._next.get(sitter.person)
        if following is not None:
            self._pool.submit(_draw_fingers, following)
        return DrawnSubject(sitter)


def _draw_fingers(person: int) -> None:
    for position in FingerPosition:
        finger_impression(person, position, 1)


def run_devices(port: int, key: Path | None, fingers: Path | None, plan: Path | None = None) -> int:
    """Run until told to end.

    Raises:
        Problem: ``device.port_in_use``, and those of a folder of prints.
    """
    subject_of: Callable[[Sitter], Subject] = DrawnSubject
    if fingers is not None:
        from rekam.demo.prints import print_subject, read_prints

        people = read_prints(fingers)

        def shown(sitter: Sitter) -> Subject:
            return print_subject(people, sitter)

        subject_of = shown
    elif plan is not None:
        visits = msgspec.json.decode(plan.read_bytes(), type=Plan).visits
        subject_of = DrawingAhead([visit.person for visit in visits])
    simulator = DeviceSimulator(port, subject_of=subject_of, key=DeviceKey.kept(key) if key else None)
    with simulator:
        signal.signal(signal.SIGTERM, lambda *_: simulator.stop())
        simulator.join()
    return 0
