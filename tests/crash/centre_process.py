"""Parts of a centre as processes that a test may kill: ``worker FOLDER URL`` and ``intake FOLDER URL PACKETS``."""

import logging
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "engine"))

from centre_world import NameEngine, known_region

from rekam.centre.centre import open_centre
from rekam.centre.intake import Intake
from rekam.centre.worker import run_worker


class SlowEngine(NameEngine):
    """Takes its time, so that a kill finds it at work."""

    def extract(self, samples):
        time.sleep(random.uniform(0.02, 0.12))
        return super().extract(samples)


def say_ready() -> None:
    print("ready", flush=True)


def take_all(folder: Path, url: str, packets: Path) -> None:
    """Take over every body of a folder, again and again the same ones after each kill."""
    with open_centre(folder, url, now=lambda: int(time.time())) as centre:
        intake = Intake(centre)
        say_ready()
        intake.recover()
        for body in sorted(packets.iterdir()):
            packet_id = bytes.fromhex(body.name)
            new = intake.holds(packet_id) is None
            intake.body_complete(packet_id, body)
            if new:
                print("taken", flush=True)
    print("done", flush=True)


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    part, folder, url, *rest = sys.argv[1:]
    if part == "worker":
        run_worker(
            Path(folder), url, engine=SlowEngine(), known_region=known_region, concurrency=2, ready=say_ready
        )
    else:
        take_all(Path(folder), url, Path(rest[0]))
