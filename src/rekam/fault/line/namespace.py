"""Network namespaces and TUN devices of this process; they are gone when their handles are closed."""

import ctypes
import fcntl
import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager

from rekam.problem import Problem

_CLONE_NEWNET = 0x40000000
_TUNSETIFF = 0x400454CA
_IFF_TUN, _IFF_NO_PI = 0x0001, 0x1000
_SIOCSIFFLAGS, _SIOCSIFADDR, _SIOCSIFNETMASK = 0x8914, 0x8916, 0x891C
_IFF_UP, _IFF_RUNNING = 0x1, 0x40
_OWN = "/proc/thread-self/ns/net"


class Namespace:
    """A network of its own, with nothing in it but a loopback device.

    Raises:
        Problem: ``fault.not_possible`` where this process may not make one.
    """

    def __init__(self) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        try:
            home = os.open(_OWN, os.O_RDONLY)
        except OSError as error:
            raise Problem("fault.not_possible", reason=f"{_OWN}: {error.strerror}") from error
        try:
            self._call(self._libc.unshare(_CLONE_NEWNET), "unshare")
            self._handle = os.open(_OWN, os.O_RDONLY)
        finally:
            self._call(self._libc.setns(home, _CLONE_NEWNET), "setns")
            os.close(home)

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Sockets that the calling thread makes in the block belong to this network."""
        home = os.open(_OWN, os.O_RDONLY)
        try:
            self._call(self._libc.setns(self._handle, _CLONE_NEWNET), "setns")
            yield
        finally:
            self._call(self._libc.setns(home, _CLONE_NEWNET), "setns")
            os.close(home)

    def tun(self, name: str, address: str) -> int:
        """A TUN device with an address of a /30 network, up; IP packets are read and written at its handle.

        Raises:
            Problem: ``fault.not_possible``.
        """
        with self.inside():
            try:
                handle = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
            except OSError as error:
                raise Problem("fault.not_possible", reason=f"/dev/net/tun: {error.strerror}") from error
            try:
                fcntl.ioctl(handle, _TUNSETIFF, struct.pack("16sH22x", name.encode(), _IFF_TUN | _IFF_NO_PI))
                with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
                    _set(control, _SIOCSIFADDR, name, _address(address))
                    _set(control, _SIOCSIFNETMASK, name, _address("255.255.255.252"))
                    _set(control, _SIOCSIFFLAGS, name, struct.pack("H", _IFF_UP | _IFF_RUNNING))
            except OSError as error:
                os.close(handle)
                raise Problem("fault.not_possible", reason=f"TUN: {error.strerror}") from error
            return handle

    def close(self) -> None:
        """Let it go; the kernel removes it with its last socket."""
        os.close(self._handle)

    def _call(self, result: int, name: str) -> None:
        if result != 0:
            reason = os.strerror(ctypes.get_errno())
            raise Problem("fault.not_possible", reason=f"{name}: {reason}")


def _set(control: socket.socket, request: int, name: str, value: bytes) -> None:
    fcntl.ioctl(control, request, struct.pack("16s24s", name.encode(), value))


def _address(text: str) -> bytes:
    return struct.pack("HH4s", socket.AF_INET, 0, socket.inet_aton(text))
