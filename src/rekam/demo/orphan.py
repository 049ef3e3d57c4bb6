"""A part of the demo ends when the demo is gone, however it went."""

import os
import threading
import time

from rekam.demo.part import PARENT

LOOK_SECONDS = 0.5


def end_with_parent() -> None:
    """Watch the process named in the environment; end this one when it is no longer the parent."""
    parent = int(os.environ[PARENT])

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(LOOK_SECONDS)
        os._exit(0)

    threading.Thread(target=watch, name="orphan", daemon=True).start()
