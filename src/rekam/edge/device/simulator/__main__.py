"""``python -m rekam.edge.device.simulator --port 4501 --key device.pem``."""

import argparse
import sys
from pathlib import Path

from rekam.edge.device.simulator.chart_subject import ChartSubject
from rekam.edge.device.simulator.drawn_subject import DrawnSubject
from rekam.edge.device.simulator.key import DeviceKey
from rekam.edge.device.simulator.server import DeviceSimulator
from rekam.problem import Problem


def main() -> int:
    """Runs the simulator until it is interrupted; exit code 2 with one line if the port is taken."""
    parser = argparse.ArgumentParser(prog="python -m rekam.edge.device.simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=4501, help="port on 127.0.0.1 (4501-4600)")
    parser.add_argument("--key", type=Path, help="file that keeps the signing key between runs")
    parser.add_argument("--charts", action="store_true", help="show test charts instead of drawn people")
    arguments = parser.parse_args()
    key = DeviceKey.kept(arguments.key) if arguments.key else None
    try:
        simulator = DeviceSimulator(
            arguments.port, key=key, subject_of=ChartSubject if arguments.charts else DrawnSubject
        )
    except Problem as problem:
        sys.stderr.write(f"{problem.say('id')} / {problem.say('en')}\n")
        return 2
    with simulator:
        sys.stdout.write(f"{simulator.url} {simulator.thumbprint}\n")
        sys.stdout.flush()
        try:
            simulator.join()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
