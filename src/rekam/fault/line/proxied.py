"""Lines where no network may be made: the proxy of `rekam.edge.wire.line`, which knows no loss of packets."""

import socket
import threading
import time
from contextlib import AbstractContextManager, nullcontext

from rekam.edge.wire.line import Line
from rekam.edge.wire.serving import bind
from rekam.fault.line.profile import AFTERWARDS, Profile

_LOOK_S = 0.1


class ProxiedRoads:
    """Lines over proxies."""

    method = "TCP proxy (no packet loss: this machine allows no TUN device)"

    def listen(self) -> socket.socket:
        """A listening socket of this machine."""
        return bind(0)

    def road(self, profile: Profile, port: int, seed: int) -> "ProxiedRoad":  # noqa: ARG002 - nothing is drawn
        """A line through a proxy of its own."""
        return ProxiedRoad(profile, port)

    def close(self) -> None:
        """Nothing is left."""


class ProxiedRoad:
    """One such line.

    Args:
        profile: What it is like; its loss is left out.
        port: Of the centre.
    """

    def __init__(self, profile: Profile, port: int) -> None:
        self._line = Line(port)
        self._line.throttle(profile.kbit_s)
        self._line.delay(profile.delay_s)
        self._profile = profile
        self._ended = threading.Event()
        self._outages = threading.Thread(target=self._hold_and_die, daemon=True)

    @property
    def address(self) -> tuple[str, int]:
        """See :class:`Road`."""
        return "127.0.0.1", self._line.port

    @property
    def carried(self) -> int:
        """See :class:`Road`."""
        return self._line.bytes_up

    def inside(self) -> AbstractContextManager[None]:
        """See :class:`Road`."""
        return nullcontext()

    def begin(self) -> None:
        """See :class:`Road`."""
        self._outages.start()

    def free(self) -> None:
        """See :class:`Road`."""
        self._end_outages()
        self._line.restore()
        self._line.delay(AFTERWARDS.delay_s)
        self._line.throttle(AFTERWARDS.kbit_s)

    def close(self) -> None:
        """See :class:`Road`."""
        self._end_outages()
        self._line.close()

    def _end_outages(self) -> None:
        self._ended.set()
        if self._outages.ident is not None:
            self._outages.join()

    def _hold_and_die(self) -> None:
        began, held = time.monotonic(), True
        while not self._ended.wait(_LOOK_S):
            holds = self._profile.holds(time.monotonic() - began)
            if holds != held:
                held = holds
                self._line.restore() if holds else self._line.cut(silent=True)
