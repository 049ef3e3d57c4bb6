"""What TCP itself gets through a line: one connection, as much as it takes, the kernel's own settings."""

import socket
import threading
from contextlib import suppress

from rekam.fault.line.road import Road

_BLOCK = 65_536
_LOOK_S = 0.2
_CONNECT_S = 10.0


class Bulk:
    """A transfer from the station's end of a line to the centre's that never ends by itself.

    The connection is kept through outages, as a plain transfer does; one that was reset is made anew.

    Args:
        road: The line.
        listener: Where it ends; closed by :meth:`end`.

    Attributes:
        arrived: Bytes that arrived so far.
    """

    def __init__(self, road: Road, listener: socket.socket) -> None:
        self.arrived = 0
        self._ended = threading.Event()
        self._road = road
        self._listener = listener
        self._listener.settimeout(_LOOK_S)
        self._threads = [threading.Thread(target=work, daemon=True) for work in (self._send, self._receive)]

    def begin(self) -> None:
        """The transfer starts."""
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        """Ends it."""
        self._ended.set()
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def _send(self) -> None:
        with self._road.inside():
            while not self._ended.is_set():
                with suppress(OSError):  # the line is gone: the next connection is tried
                    self._push()
                self._ended.wait(_LOOK_S)

    def _push(self) -> None:
        block = bytes(_BLOCK)
        with socket.create_connection(self._road.address, timeout=_CONNECT_S) as sender:
            sender.settimeout(_LOOK_S)
            while not self._ended.is_set():
                with suppress(TimeoutError):  # slow, or gone for now
                    sender.send(block)

    def _receive(self) -> None:
        while not self._ended.is_set():
            with suppress(OSError):  # nobody came, or the connection was reset
                receiver, _ = self._listener.accept()
                with receiver:
                    self._pull(receiver)

    def _pull(self, receiver: socket.socket) -> None:
        receiver.settimeout(_LOOK_S)
        while not self._ended.is_set():
            with suppress(TimeoutError):
                data = receiver.recv(_BLOCK)
                if not data:
                    return
                self.arrived += len(data)
