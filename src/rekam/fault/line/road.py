"""What a measurement needs of a line, whichever way it is made."""

import socket
from contextlib import AbstractContextManager
from typing import Protocol

from rekam.fault.line.profile import Profile


class Road(Protocol):
    """One line from a station to a port of the centre."""

    @property
    def address(self) -> tuple[str, int]:
        """Where the centre is, seen from the station's end."""

    @property
    def carried(self) -> int:
        """Bytes of TCP payload that reached the centre, doubles included; final after :meth:`close`."""

    def inside(self) -> AbstractContextManager[None]:
        """Sockets that the calling thread makes in the block are at the station's end."""

    def begin(self) -> None:
        """The profile's clock starts."""

    def free(self) -> None:
        """All hardship ends; connections that died stay dead."""

    def close(self) -> None:
        """Take the line away."""


class Roads(Protocol):
    """Where lines come from."""

    @property
    def method(self) -> str:
        """How they are made, for the report."""

    def listen(self) -> socket.socket:
        """A listening socket at the centre's end of all lines."""

    def road(self, profile: Profile, port: int, seed: int) -> Road:
        """A line of its own to a port of the centre."""

    def close(self) -> None:
        """Let everything go; the lines were closed before."""
