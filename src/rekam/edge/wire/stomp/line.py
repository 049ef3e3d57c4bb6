"""One connection to a broker."""

import socket
import ssl
import time
from collections import deque
from collections.abc import Mapping
from urllib.parse import urlsplit

from rekam.edge.wire.stomp.frame import Frame, FrameError, FrameReader
from rekam.problem import Problem

CONNECT_S = 10.0
"""Time for a connection and its handshake, seconds."""
ANSWER_S = 30.0
"""Time for a receipt, and for octets to leave, seconds."""
HEARTBEAT_MS = 20_000
"""The broker is asked to say something this often; we promise nothing, because a job may take longer."""
DEAD_AFTER = 3
"""Heart-beats missed in a row after which the line counts as dead."""
_BLOCK = 65_536


class StompLine:
    """Connected from the beginning; of no use after the first `Problem`.

    Args:
        address: ``stomp://name:61613`` or ``stomp+ssl://name:61614``.
        login: Account at the broker; empty for none.
        passcode: Its password.

    Raises:
        Problem: ``mosip.queue_address``, ``mosip.queue_failed``.
    """

    def __init__(self, address: str, *, login: str = "", passcode: str = "") -> None:
        self._reader = FrameReader()
        self._frames: deque[Frame] = deque()
        self._receipts = 0
        self._dead_after = 0.0
        self._socket = _connected(address)
        self._heard = time.monotonic()
        try:
            self._shake_hands(urlsplit(address).hostname or "", login, passcode)
        except BaseException:
            self._socket.close()
            raise

    def _shake_hands(self, host: str, login: str, passcode: str) -> None:
        account = {"login": login, "passcode": passcode} if login else {}
        self.write(
            "CONNECT", {"accept-version": "1.2", "host": host, "heart-beat": f"0,{HEARTBEAT_MS}", **account}
        )
        answer = self.read(CONNECT_S)
        if answer is None or answer.command != "CONNECTED" or answer.headers.get("version") != "1.2":
            raise Problem("mosip.queue_failed", reason="CONNECTED 1.2")
        promised, _, _ = answer.headers.get("heart-beat", "0,0").partition(",")
        if promised.isdecimal() and int(promised):
            self._dead_after = DEAD_AFTER * max(int(promised), HEARTBEAT_MS) / 1000

    def read(self, wait_s: float) -> Frame | None:
        """The next frame; ``None`` if none came in time.

        Raises:
            Problem: ``mosip.queue_failed``.
        """
        ends = time.monotonic() + wait_s
        while not self._frames:
            left = ends - time.monotonic()
            if not self._hear(max(left, 0.0)) and left <= 0.0:
                return None
        frame = self._frames.popleft()
        if frame.command == "ERROR":
            raise Problem("mosip.queue_failed", reason=frame.headers.get("message", "ERROR")[:200])
        return frame

    def write(self, command: str, headers: Mapping[str, str], body: bytes = b"") -> None:
        """Sends a frame; it may still be on the way.

        Raises:
            Problem: ``mosip.queue_failed``.
        """
        try:
            self._socket.settimeout(ANSWER_S)
            self._socket.sendall(Frame(command, headers, body).encode())
        except OSError as error:
            raise _failed(error) from error

    def write_surely(self, command: str, headers: Mapping[str, str], body: bytes = b"") -> None:
        """Sends a frame; the broker has done what it asks for when this returns. Messages that come wait.

        Raises:
            Problem: ``mosip.queue_failed``.
        """
        self._receipts += 1
        receipt = f"receipt-{self._receipts}"
        self.write(command, {**headers, "receipt": receipt}, body)
        ends = time.monotonic() + ANSWER_S
        passed: list[Frame] = []
        while True:
            frame = self.read(max(0.0, ends - time.monotonic()))
            if frame is None:
                raise Problem("mosip.queue_failed", reason="RECEIPT")
            if frame.command == "RECEIPT" and frame.headers.get("receipt-id") == receipt:
                self._frames.extendleft(reversed(passed))
                return
            passed.append(frame)

    def close(self) -> None:
        """Ends the connection; says nothing, the broker keeps what was not acknowledged."""
        self._socket.close()

    def _hear(self, wait_s: float) -> bool:
        """Whether octets came; fails when the broker broke its promise to say something."""
        try:
            self._socket.settimeout(max(wait_s, 0.001))  # 0 would mean: do not wait for TLS either
            octets = self._socket.recv(_BLOCK)
        except TimeoutError:
            if self._dead_after and time.monotonic() - self._heard > self._dead_after:
                raise Problem("mosip.queue_failed", reason="heart-beat") from None
            return False
        except OSError as error:
            raise _failed(error) from error
        if not octets:
            raise Problem("mosip.queue_failed", reason="EOF")
        self._heard = time.monotonic()
        try:
            self._frames.extend(self._reader.feed(octets))
        except FrameError as error:
            raise Problem("mosip.queue_failed", reason=f"STOMP: {error}") from error
        return True


def _connected(address: str) -> socket.socket:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not host or not port or parts.username or parts.scheme not in ("stomp", "stomp+ssl"):
        raise Problem(
            "mosip.queue_address", address=address.rpartition("@")[2]
        )  # without account and password
    try:
        plain = socket.create_connection((host, port), CONNECT_S)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        plain.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        if parts.scheme == "stomp":
            return plain
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    except OSError as error:
        raise _failed(error) from error


def _failed(error: OSError) -> Problem:
    return Problem("mosip.queue_failed", reason=error.strerror or type(error).__name__)
