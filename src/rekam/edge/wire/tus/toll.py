"""What an upload really put on the line: the kernel knows which bytes it never sent."""

import array
import fcntl
from collections.abc import Mapping
from typing import Any

_SIOCOUTQNSD = 0x894B  # <linux/sockios.h>: bytes of the send queue that were never sent


class Toll:
    """Watches the connection of a client's requests; `watch` is its ``trace`` (httpcore's extension)."""

    def __init__(self) -> None:
        self.unsent = 0
        self._stream: Any = None

    def watch(self, event: str, details: Mapping[str, Any]) -> None:
        """Remembers the connection; asks what it had not sent when a request fails, before it is closed."""
        if event in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
            self._stream = details["return_value"]
        elif event == "http11.send_request_headers.started":
            self.unsent = 0
        elif event.startswith("http11.") and event.endswith(".failed"):
            self.unsent = max(self.unsent, self._left())

    def knows(self, stream: Any) -> None:
        """The connection of an answer that came: perhaps another one made it."""
        self._stream = stream

    def _left(self) -> int:
        handle = self._stream.get_extra_info("socket") if self._stream is not None else None
        if handle is None or handle.fileno() < 0:
            return 0  # then all of it counts as sent
        left = array.array("i", [0])
        fcntl.ioctl(handle.fileno(), _SIOCOUTQNSD, left)
        return left[0]
