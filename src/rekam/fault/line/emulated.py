"""Lines between networks of this machine: TUN devices, and a program of their own that carries the packets."""

import json
import os
import socket
import subprocess
import sys
from contextlib import AbstractContextManager
from dataclasses import asdict

from rekam.edge.wire.serving import bind
from rekam.fault.line.namespace import Namespace
from rekam.fault.line.profile import Profile


class EmulatedRoads:
    """Lines that end in one network of the centre.

    Raises:
        Problem: ``fault.not_possible`` where this process may not make networks or TUN devices.
    """

    method = "TUN devices in network namespaces"

    def __init__(self) -> None:
        self._centre = Namespace()
        self._made = 0

    def listen(self) -> socket.socket:
        """A listening socket in the centre's network, which only this process has."""
        with self._centre.inside():
            return bind(0, "0.0.0.0")  # noqa: S104

    def road(self, profile: Profile, port: int, seed: int) -> "EmulatedRoad":
        """A line from a network of its own."""
        self._made += 1
        return EmulatedRoad(self._made, profile, self._centre, port, seed)

    def close(self) -> None:
        """Let the centre's network go."""
        self._centre.close()


class EmulatedRoad:
    """One such line.

    Args:
        number: From 1 to 250, different for each line of a centre.
        profile: What it is like.
        centre: The centre's network.
        port: Of the centre.
        seed: Decides which packets are lost.
    """

    def __init__(self, number: int, profile: Profile, centre: Namespace, port: int, seed: int) -> None:
        self.address = (f"10.77.{number}.2", port)
        self.carried = 0
        self._near = Namespace()
        handles = [self._near.tun("line", f"10.77.{number}.1"), centre.tun(f"line{number}", self.address[0])]
        arguments = [*map(str, handles), json.dumps(asdict(profile)), str(seed)]
        self._process = subprocess.Popen(  # noqa: S603 - this program itself
            [sys.executable, "-m", "rekam.fault.line.carry", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=handles,
        )
        for handle in handles:
            os.close(handle)

    def inside(self) -> AbstractContextManager[None]:
        """See :class:`Road`."""
        return self._near.inside()

    def begin(self) -> None:
        """See :class:`Road`."""
        self._order(b"begin\n")

    def free(self) -> None:
        """See :class:`Road`."""
        self._order(b"free\n")

    def close(self) -> None:
        """See :class:`Road`."""
        said, _ = self._process.communicate()
        self.carried = int(json.loads(said)["up"]["payload"])
        self._near.close()

    def _order(self, order: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(order)
        self._process.stdin.flush()
