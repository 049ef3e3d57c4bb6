"""Ports that two demos on one machine never take from each other."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from rekam.edge.wire.serving import bind
from rekam.problem import Problem

DEVICES = range(4501, 4601)
"""The range that the device interface names (MOSIP SBI 0.9.5)."""

CENTRES = range(8410, 8500)
"""Below the ports that the system gives to outgoing connections, so that none of them is in the way."""


@contextmanager
def claimed(ports: range) -> Iterator[int]:
    """A port that is free and that no other demo claims while the block runs.

    The claim is a locked file, because a port that was only looked at is free again for everybody else.

    Raises:
        Problem: ``command.port_in_use`` when every port of the range is taken.
    """
    with ExitStack() as stack:
        for port in ports:
            if _is_ours(port, stack):
                yield port
                return
        raise Problem("command.port_in_use", port=ports[0])


def _is_ours(port: int, stack: ExitStack) -> bool:
    path = Path(tempfile.gettempdir()) / f"rekam-port-{port}-{os.getuid()}.lock"
    file = path.open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        bind(port).close()
    except (BlockingIOError, Problem):
        file.close()
        return False
    stack.callback(file.close)
    return True
