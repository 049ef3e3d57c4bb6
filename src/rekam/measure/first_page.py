"""Time from the command to the first page of the real station process.

Python keeps compiled programs beside their sources from the first start on. Where the machine that measures forbids
that, every start would compile everything again, which no laptop does: the bytecode has a folder of its own here.
"""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from rekam.edge.wire.serving import bind
from rekam.measure.core_seconds import core_seconds
from rekam.problem import Problem

_LONGEST_S = 60
_ASK_EVERY_S = 0.01


@dataclass(frozen=True, slots=True)
class FirstPage:
    """One start.

    Attributes:
        seconds: From the command to the sign-in page.
        core_seconds: What the process had computed by then, kernel included: what another load does not change.
    """

    seconds: float
    core_seconds: float


def first_page(home: Path, device_port: int, bytecode: Path) -> FirstPage:
    """Starts the station of a folder, asks for its sign-in page and ends it.

    Args:
        home: The station's state folder.
        device_port: Of its devices.
        bytecode: Where compiled programs are kept; while it is empty, the start compiles them.

    Raises:
        Problem: ``command.waited_too_long``.
    """
    with bind(0) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "rekam.command", "station", "--folder", str(home), "--port", str(port)]
    began = time.perf_counter()
    command += ["--device-port", str(device_port)]
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(bytecode), "PYTHONDONTWRITEBYTECODE": ""}
    with subprocess.Popen(command, env=environment) as station:  # noqa: S603 - our own program
        try:
            while time.perf_counter() - began < _LONGEST_S and station.poll() is None:
                if _answers(port):
                    return FirstPage(time.perf_counter() - began, core_seconds(station.pid))
                time.sleep(_ASK_EVERY_S)
        finally:
            station.terminate()
    raise Problem("command.waited_too_long", what="station", seconds=_LONGEST_S, folder=str(home))


def _answers(port: int) -> bool:
    # Nothing heavier: who asks a hundred times a second takes the time from what it measures.
    line = HTTPConnection("127.0.0.1", port, timeout=_LONGEST_S)
    try:
        line.request("GET", "/masuk")
        return line.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        line.close()
