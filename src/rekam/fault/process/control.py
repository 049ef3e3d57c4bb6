"""Protections switched off inside a child process, to prove that the case sees what they prevent."""

import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from rekam.edge.store.station import Outbox
from rekam.fault.process.line import Line
from rekam.station.delivery.port import DeliveryPort

NO_KEY, DELETE_EARLY = "no-idempotency-key", "delete-before-receipt"

_WINDOW_S = 0.5
"""Pause where the protection is missing, so that the kill finds the place on any machine."""


def weaken_station(control: str, line: Line) -> None:
    """Changes this process for ever; call it in a child only. Says ``halfway`` where a kill does harm."""
    if control == NO_KEY:
        _seal_in_two_steps(line)
    elif control == DELETE_EARLY:
        _delete_when_sending(line)


def _seal_in_two_steps(line: Line) -> None:
    """The outbox line is durable before the draft is closed: a kill between makes the station seal anew."""
    add = Outbox.add

    def add_and_commit(outbox: Outbox, *values: Any, **named: Any) -> str:
        code = add(outbox, *values, **named)
        connection = outbox._database._connection  # noqa: SLF001 - a control breaks in where no caller may
        connection.execute("COMMIT")
        line.say("halfway")
        time.sleep(_WINDOW_S)
        connection.execute("BEGIN IMMEDIATE")
        return code

    Outbox.add = add_and_commit  # type: ignore[method-assign,assignment]


def _delete_when_sending(line: Line) -> None:
    """The body is deleted as soon as its sending begins; only this process still has its bytes."""
    path_of = DeliveryPort.body_path

    def moved_away(port: DeliveryPort, packet_id: bytes) -> Path:
        path = path_of(port, packet_id)
        handle, name = tempfile.mkstemp(dir=path.parent.parent)
        os.close(handle)
        shutil.move(path, name)
        line.say("halfway")
        time.sleep(_WINDOW_S)
        return Path(name)

    DeliveryPort.body_path = moved_away  # type: ignore[method-assign,assignment]
