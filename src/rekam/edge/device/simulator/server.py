import socket
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Thread
from types import TracebackType
from typing import Any, Self

import uvicorn

from rekam.biometric import Modality
from rekam.edge.clock import now_seconds
from rekam.edge.device.port import HOST
from rekam.edge.device.simulator.app import DeviceApp
from rekam.edge.device.simulator.booth import Booth, SubjectOf
from rekam.edge.device.simulator.device import SimulatedDevice
from rekam.edge.device.simulator.drawn_subject import DrawnSubject
from rekam.edge.device.simulator.key import DeviceKey
from rekam.edge.device.simulator.setting import Settings
from rekam.edge.device.subject import Subject
from rekam.problem import Problem

_STOP_S = 5.0
"""Seconds that stopping may take; captures under way end at once."""


def _now() -> datetime:
    return datetime.fromtimestamp(now_seconds(), UTC)


class DeviceSimulator:
    """Finger slap scanner, iris scanner and face camera on one port of 127.0.0.1.

    Runs in a thread of its own; also a context manager.

    Args:
        port: 4501-4600 by the specification; 0 = any free one.
        subject_of: Makes the subject for a sitter; by default drawn, synthetic people.
        settings: To begin with.
        key: Signs; by default made anew. Give a kept one where a station remembers certificates.
        now: The real clock, with zone.

    Raises:
        Problem: ``device.port_in_use``.
    """

    def __init__(
        self,
        port: int = 4501,
        *,
        subject_of: SubjectOf = DrawnSubject,
        settings: Settings | None = None,
        key: DeviceKey | None = None,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self._socket = _bound(port)
        self.port: int = self._socket.getsockname()[1]
        self._booth = Booth(subject_of, settings)
        writer = (key or DeviceKey.create()).signer()
        self.thumbprint = writer.thumbprint
        devices = tuple(
            SimulatedDevice(modality, self.port)
            for modality in (Modality.FINGER, Modality.IRIS, Modality.FACE)
        )
        app = DeviceApp(self._booth, devices, writer, now).starlette()
        # h11 because the faster parser knows only the verbs of RFC 9110
        config = uvicorn.Config(
            app, http="h11", ws="none", lifespan="off", log_config=None, access_log=False,
            timeout_graceful_shutdown=1,
        )  # fmt: skip
        self._server = uvicorn.Server(config)
        self._thread = Thread(target=self._server.run, args=([self._socket],), name=f"devices-{self.port}")
        self._thread.daemon = True

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://{HOST}:{self.port}"

    @property
    def settings(self) -> Settings:
        """As they are now."""
        return self._booth.settings

    def set(self, **changes: Any) -> Settings:
        """Changes settings while it runs, see ``Settings`` and ``changed``.

        Raises:
            Problem: ``device.setting_invalid``; then nothing was changed.
        """
        return self._booth.set(**changes)

    def show(self, subject: Subject) -> None:
        """Puts a subject before the devices until the sitter is changed."""
        self._booth.show(subject)

    def start(self) -> Self:
        """Starts serving; the socket accepts from the constructor on, so no caller comes too early."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Ends all captures, closes the port."""
        self._booth.close()
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join(_STOP_S)
        self._socket.close()

    def join(self) -> None:
        """Waits until it is stopped."""
        self._thread.join()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def _bound(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as error:
        listening.close()
        raise Problem("device.port_in_use", port=port) from error
    listening.listen(64)
    return listening
