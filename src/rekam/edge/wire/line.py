"""A line that can be cut, restored, slowed down and broken: a TCP proxy for the demo and for tests."""

import asyncio
import socket
import struct
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Self

from rekam.edge.wire.serving import LOOPBACK, bind

_Flight = asyncio.Queue[tuple[float, bytes | None]]
"""Bytes on their way and when they arrive; empty = the end, ``None`` = the connection is dropped."""

_BLOCK = 1_400
_FREE_BLOCK = 65_536
_BUFFER = 16_384
_IN_FLIGHT = 512


@dataclass(frozen=True, slots=True)
class Condition:
    """What the line is like now.

    Attributes:
        cut: Nothing goes through; connections are reset and new ones refused.
        silent: Nothing goes through and nobody is told: bytes vanish until the line is restored.
        kbit_s: Kilobits a second each way over all connections; ``None`` = as fast as it goes.
        delay_s: Seconds each way.
    """

    cut: bool = False
    silent: bool = False
    kbit_s: float | None = None
    delay_s: float = 0.0


@dataclass(slots=True)
class _Way:
    """One direction of the line, shared by all connections."""

    carried: int = 0
    free_at: float = 0.0


class Line:
    """A line from a port of this machine to a server, in a thread of its own.

    Args:
        port: Where the server listens.
        host: Its address.
        listen: Port of this end; 0 = a free one.

    Raises:
        Problem: ``command.port_in_use``.
    """

    def __init__(self, port: int, host: str = LOOPBACK, *, listen: int = 0) -> None:
        self._target = (host, port)
        self._condition = Condition()
        self._up, self._down = _Way(), _Way()
        self._drops: list[int] = []
        self._connections: set[asyncio.Task[None]] = set()
        self._listener = bind(listen)
        self._listener.setblocking(False)
        # Small buffers, or a slow line would still take a whole chunk at once.
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
        # Loopback's segments of 64 KiB do not fit such a buffer and the sender would stall; Ethernet's do.
        self._listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, _BLOCK)
        self.port = int(self._listener.getsockname()[1])
        self._loop = asyncio.new_event_loop()
        self._accepting = self._loop.create_task(self._accept())
        self._thread = threading.Thread(target=self._run, name=f"line-{self.port}", daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Address of this end, for HTTP, without a slash at the end."""
        return f"http://{LOOPBACK}:{self.port}"

    @property
    def bytes_up(self) -> int:
        """Bytes carried towards the server so far."""
        return self._up.carried

    @property
    def bytes_down(self) -> int:
        """Bytes carried back so far."""
        return self._down.carried

    @property
    def condition(self) -> Condition:
        """What the line is like now."""
        return self._condition

    def cut(self, *, silent: bool = False) -> None:
        """Cut it: connections are reset, or, ``silent``, just go dead as with a pulled cable."""
        self._do(lambda: self._set(replace(self._condition, cut=not silent, silent=silent)))

    def restore(self) -> None:
        """Let it carry again. Connections that went dead stay dead."""
        self._do(lambda: self._set(replace(self._condition, cut=False, silent=False)))

    def throttle(self, kbit_s: float | None) -> None:
        """Set the speed."""
        self._do(lambda: self._set(replace(self._condition, kbit_s=kbit_s)))

    def delay(self, seconds: float) -> None:
        """Set the delay each way."""
        self._do(lambda: self._set(replace(self._condition, delay_s=seconds)))

    def drop_after(self, *sizes: int) -> None:
        """Reset the next connections each after so many bytes towards the server."""
        self._do(lambda: self._drops.extend(sizes))

    def close(self) -> None:
        """Take the line away."""
        self._loop.call_soon_threadsafe(self._accepting.cancel)
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self) -> None:
        with closing(self._loop), self._listener:
            self._loop.run_until_complete(self._accepting)

    def _do(self, change: Callable[[], None]) -> None:
        async def changed() -> None:
            change()

        asyncio.run_coroutine_threadsafe(changed(), self._loop).result()

    def _set(self, condition: Condition) -> None:
        was, self._condition = self._condition, condition
        if condition.cut or (was.silent and not condition.silent):
            for connection in self._connections:
                connection.cancel()

    async def _accept(self) -> None:
        try:
            while True:
                here, _ = await self._loop.sock_accept(self._listener)
                connection = self._loop.create_task(self._serve(here))
                self._connections.add(connection)
                connection.add_done_callback(self._connections.discard)
        except asyncio.CancelledError:  # the line is taken away
            for connection in self._connections:
                connection.cancel()
            await asyncio.gather(*self._connections, return_exceptions=True)

    async def _serve(self, here: socket.socket) -> None:
        """One connection. Cancelled, or when one end breaks, both ends see it reset."""
        there = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        with here, there:
            there.setblocking(False)
            drop_at = self._drops.pop(0) if self._drops else None
            try:
                if self._condition.cut:
                    raise ConnectionResetError
                await self._loop.sock_connect(there, self._target)
                async with asyncio.TaskGroup() as group:
                    for source, target, way, drop in (
                        (here, there, self._up, drop_at),
                        (there, here, self._down, None),
                    ):
                        flight: _Flight = asyncio.Queue(_IN_FLIGHT)
                        group.create_task(self._enter(source, flight, way, drop))
                        group.create_task(self._leave(flight, target, way))
            except* (OSError, asyncio.CancelledError):
                for end in (here, there):
                    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    async def _enter(self, source: socket.socket, flight: "_Flight", way: _Way, drop_at: int | None) -> None:
        """Bytes go into the line as fast as it takes them."""
        taken = 0
        while data := await self._loop.sock_recv(source, _BLOCK if self._condition.kbit_s else _FREE_BLOCK):
            if drop_at is not None:
                data = data[: drop_at - taken]
            taken += len(data)
            await self._squeeze(way, len(data))
            await flight.put((self._loop.time() + self._condition.delay_s, data))
            if taken == drop_at:
                await flight.put((0.0, None))
                return
        await flight.put((0.0, b""))

    async def _squeeze(self, way: _Way, size: int) -> None:
        """Wait until a line of this speed has taken so many bytes."""
        if self._condition.kbit_s is None:
            return
        now = self._loop.time()
        way.free_at = max(way.free_at, now) + size / (125 * self._condition.kbit_s)
        await asyncio.sleep(way.free_at - now)

    async def _leave(self, flight: "_Flight", target: socket.socket, way: _Way) -> None:
        """Bytes come out of the line after their delay, in order."""
        while True:
            due, data = await flight.get()
            if data is None:
                raise ConnectionResetError
            if not data:
                break
            await asyncio.sleep(max(0.0, due - self._loop.time()))
            if self._condition.silent:
                continue  # gone, and nobody is told
            way.carried += len(data)
            await self._loop.sock_sendall(target, data)
        target.shutdown(socket.SHUT_WR)
