"""The simulated devices as a process of their own."""

import signal
from collections.abc import Callable
from pathlib import Path

from rekam.edge.device.simulator import DeviceKey, DeviceSimulator
from rekam.edge.device.simulator.drawn_subject import DrawnSubject
from rekam.edge.device.simulator.setting import Sitter
from rekam.edge.device.subject import Subject


def run_devices(port: int, key: Path | None, fingers: Path | None) -> int:
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
    simulator = DeviceSimulator(port, subject_of=subject_of, key=DeviceKey.kept(key) if key else None)
    with simulator:
        signal.signal(signal.SIGTERM, lambda *_: simulator.stop())
        simulator.join()
    return 0
