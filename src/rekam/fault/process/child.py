"""The case's side of its processes."""

import array
import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from functools import cache
from types import TracebackType
from typing import Any, Self

from rekam.fault.process.line import GO, MESSAGE_BYTES, READY

PATIENCE_S = 120.0
"""How long a child may say nothing, on a machine of any speed, before the case gives up."""


class Child:
    """One process.

    Args:
        nursery: Who forked it.
        pid: Its number.
        end: The case's end of its line.
    """

    def __init__(self, nursery: "Nursery", pid: int, end: socket.socket) -> None:
        self.pid = pid
        self.status: int | None = None
        self._nursery = nursery
        self._end = end

    def hear(self, timeout_s: float = PATIENCE_S) -> list[str] | None:
        """The next message as words; ``None`` = it has ended (or, with a short timeout, said nothing)."""
        if not select.select([self._end], [], [], timeout_s)[0]:
            if timeout_s >= PATIENCE_S:
                message = f"process {self.pid} is silent"
                raise TimeoutError(message)
            return None
        try:
            data = self._end.recv(MESSAGE_BYTES)
        except ConnectionResetError:  # killed before it had read everything that was said to it
            return None
        return data.decode(errors="replace").split(" ") if data else None

    def hear_all(self) -> list[list[str]]:
        """Everything it says until it ends."""
        heard = []
        while (words := self.hear()) is not None:
            heard.append(words)
        return heard

    def hear_until(self, *wanted: str) -> list[list[str]]:
        """Everything up to the first message with one of these words, which stands last; or until it ends."""
        heard = []
        while (words := self.hear()) is not None:
            heard.append(words)
            if words[0] in wanted:
                break
        return heard

    def wait_ready(self) -> bool:
        """Whether it holds and waits to be let go on; else it has ended."""
        return bool(heard := self.hear_until(READY)) and heard[-1][0] == READY

    def go(self) -> None:
        """Lets it go on."""
        self._end.send(GO.encode())

    def kill(self) -> None:
        """SIGKILL; returns when it is gone."""
        os.kill(self.pid, signal.SIGKILL)
        self.wait()

    def wait(self) -> int:
        """Its exit status, negative for a signal; what it said can still be heard."""
        if self.status is None:
            self.status = self._nursery.reap(self.pid)
        return self.status

    def close(self) -> None:
        """Kills it if it still lives."""
        if self.status is None:
            self.kill()
        self._end.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Nursery:
    """Starts the warm interpreter; every child is forked from it."""

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-m", "rekam.fault.process.nursery", str(theirs.fileno())]
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL
        )
        theirs.close()
        self._answer()

    def start(self, act: str, *sockets: socket.socket, **arguments: object) -> Child:
        """Forks a child that does ``module:function`` (of `rekam.fault.process`) with these arguments."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        request = json.dumps({"act": f"rekam.fault.process.{act}", "arguments": arguments}).encode()
        numbers = array.array("i", [theirs.fileno(), *(one.fileno() for one in sockets)])
        self._control.sendmsg([request], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, numbers)])
        theirs.close()
        return Child(self, int(self._answer()["pid"]), ours)

    def reap(self, pid: int) -> int:
        """Exit status of a child; waits for its end."""
        self._control.send(json.dumps({"wait": pid}).encode())
        return int(self._answer()["status"])

    def close(self) -> None:
        """Ends the interpreter and every child."""
        self._control.close()
        self._process.wait()

    def _answer(self) -> dict[str, Any]:
        deadline = time.monotonic() + PATIENCE_S
        if not select.select([self._control], [], [], deadline - time.monotonic())[0]:
            message = "the nursery is silent"
            raise TimeoutError(message)
        data = self._control.recv(MESSAGE_BYTES)
        if not data:
            message = "the nursery has ended"
            raise RuntimeError(message)
        answer: dict[str, Any] = json.loads(data)
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@cache
def warm_nursery() -> Nursery:
    """The nursery of this program, started at the first use and ended with the program."""
    nursery = Nursery()
    atexit.register(nursery.close)
    return nursery
