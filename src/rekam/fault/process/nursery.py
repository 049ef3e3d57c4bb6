"""The warm interpreter: imports everything once, then forks a child for each act that it is asked for.

It has one thread for ever, so that a fork copies no lock that somebody holds. Requests come as JSON over the socket
whose number is its only argument: ``{"act": "module:function", "arguments": {…}}`` with the child's sockets beside
it, or ``{"wait": pid}``.
"""

import array
import ctypes
import importlib
import json
import logging
import os
import signal
import socket
import sys
from collections.abc import Sequence
from typing import Any

from rekam.fault.process.line import MESSAGE_BYTES, Line
from rekam.problem import Problem

PRELOADED = (
    "rekam.fault.process.station_part",
    "rekam.fault.process.centre_part",
    "rekam.fault.process.intake_part",
    "rekam.fault.process.gallery_part",
)
_SOCKETS_MOST = 4
_SET_PTRACER, _ANY = 0x59616D61, -1
_BROKEN, _DONE = 1, 0


def main(number: int) -> None:
    """Serves requests until the other end is closed, then ends every child."""
    control = socket.socket(fileno=number)
    for name in PRELOADED:
        importlib.import_module(name).warm()
    logging.disable()
    living: set[int] = set()
    control.sendmsg([b"{}"])
    while True:
        request, sockets = _receive(control)
        if request is None:
            break
        if "wait" in request:
            child = int(request["wait"])
            answer = {"status": os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}
            living.discard(child)
        else:
            child = _fork(request, sockets, control)
            living.add(child)
            answer = {"pid": child}
        control.sendmsg([json.dumps(answer).encode()])
    for child in living:
        os.kill(child, signal.SIGKILL)


def _receive(control: socket.socket) -> tuple[dict[str, Any] | None, list[socket.socket]]:
    numbers = array.array("i")
    data, ancillary, _, _ = control.recvmsg(
        MESSAGE_BYTES, socket.CMSG_SPACE(_SOCKETS_MOST * numbers.itemsize)
    )
    for level, kind, content in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            numbers.frombytes(content[: len(content) - len(content) % numbers.itemsize])
    sockets = [socket.socket(fileno=number) for number in numbers]
    return (json.loads(data) if data else None), sockets


def _fork(request: dict[str, Any], sockets: Sequence[socket.socket], control: socket.socket) -> int:
    child = os.fork()
    if child:
        for one in sockets:
            one.close()
        return child
    status = _BROKEN
    try:
        control.close()
        # Where only an ancestor may trace a process, the case's tracer is let in.
        ctypes.CDLL(None).prctl(_SET_PTRACER, ctypes.c_ulong(_ANY), 0, 0, 0)
        status = _act(request, Line(sockets[0]), sockets[1:])
    finally:
        os._exit(status)


def _act(request: dict[str, Any], line: Line, sockets: Sequence[socket.socket]) -> int:
    module, _, function = str(request["act"]).partition(":")
    act = getattr(importlib.import_module(module), function)
    more = {"sockets": sockets} if sockets else {}
    try:
        act(line, **request["arguments"], **more)
    except Problem as problem:
        line.say("problem", problem.code)
    except Exception as error:  # noqa: BLE001 - whatever has no name is what the case counts as unknown
        line.say("error", type(error).__name__, error)
        return _BROKEN
    return _DONE


if __name__ == "__main__":
    main(int(sys.argv[1]))
