"""Running a web application on this machine: in a thread, or as the whole program."""

import signal
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import uvicorn

from rekam.problem import Problem

LOOPBACK = "127.0.0.1"
_STARTING_S = 20.0
_GRACE_S = 5
_KEEP_ALIVE_S = 75
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True, slots=True)
class Tls:
    """What a served application shows and proves itself with, both PEM.

    Raises:
        Problem: ``command.certificate_unreadable``.
    """

    certificate: Path
    key: Path

    def __post_init__(self) -> None:
        try:
            ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(self.certificate, self.key)
        except OSError as error:  # ssl.SSLError is one
            raise Problem("command.certificate_unreadable", path=str(self.certificate)) from error


def bind(port: int = 0, host: str = LOOPBACK) -> socket.socket:
    """A socket at a port; 0 takes a free one.

    Raises:
        Problem: ``command.port_in_use``.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # A port of a program that has just ended may be taken again at once; one in use may not.
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # Its connections inherit this. asyncio sets it only on sockets that name their protocol, and without it each
    # answer on a kept connection waits 40 ms for an acknowledgement between its head and its body.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        listener.bind((host, port))
        listener.listen(256)
    except OSError as error:
        listener.close()
        raise Problem("command.port_in_use", port=port) from error
    return listener


def free_port() -> int:
    """A port that is free now; prefer :func:`bind` with 0, which nobody can take in between."""
    with bind() as listener:
        return int(listener.getsockname()[1])


def serve(
    app: Any, port: int, *, host: str = LOOPBACK, grace_s: int = _GRACE_S, tls: Tls | None = None
) -> None:
    """Serve until the program is told to end (SIGINT, SIGTERM), then return so that the caller can tidy up.

    Args:
        app: The ASGI application.
        port: Where.
        host: Address.
        grace_s: Seconds that open requests have to finish.
        tls: What it proves itself with; plain HTTP if not given, for this machine or behind a proxy with TLS.

    Raises:
        Problem: ``command.port_in_use``.
    """
    with bind(port, host) as listener:
        _Returning(_config(app, grace_s, tls)).run(sockets=[listener])


class _Returning(uvicorn.Server):
    """A server that does not die of the signal that ended it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self.handle_exit) for number in _SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


class Serving:
    """An application that is served in a thread of this process until :meth:`stop`.

    Args:
        app: The ASGI application.
        port: Where; 0 = a free one.
        host: Address.
        grace_s: Seconds that open requests have to finish when it stops.
        listener: A socket that listens already, in another network for instance; then port and host do not count.

    Raises:
        Problem: ``command.port_in_use``.
        RuntimeError: If the application does not start.
    """

    def __init__(
        self,
        app: Any,
        port: int = 0,
        *,
        host: str = LOOPBACK,
        grace_s: int = _GRACE_S,
        listener: socket.socket | None = None,
    ) -> None:
        self._listener = listener or bind(port, host)
        self.host = host
        self.port = int(self._listener.getsockname()[1])
        self._server = uvicorn.Server(_config(app, grace_s))
        self._thread = threading.Thread(target=self._run, name=f"serving-{self.port}", daemon=True)
        self._thread.start()
        deadline = time.monotonic() + _STARTING_S
        while not self._server.started:
            if not self._thread.is_alive() or time.monotonic() > deadline:
                self.stop()
                message = "the application did not start"
                raise RuntimeError(message)
            time.sleep(0.005)

    @property
    def url(self) -> str:
        """Address without a slash at the end."""
        return f"http://{self.host}:{self.port}"

    def stop(self) -> None:
        """End it: no new connections, open requests finish, the thread is joined."""
        self._server.should_exit = True
        self._thread.join()
        self._listener.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _run(self) -> None:
        self._server.run(sockets=[self._listener])


@contextmanager
def served(app: Any, port: int = 0) -> Iterator[str]:
    """The address of an application that is served while the block runs."""
    with Serving(app, port) as serving:
        yield serving.url


def _config(app: Any, grace_s: int, tls: Tls | None = None) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http="httptools",
        ws="none",
        loop="asyncio",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=_KEEP_ALIVE_S,
        timeout_graceful_shutdown=grace_s,
        ssl_certfile=tls.certificate if tls else None,
        ssl_keyfile=tls.key if tls else None,
    )
