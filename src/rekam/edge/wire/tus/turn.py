"""One request at a time for each upload, and a dead connection does not keep the others waiting."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class Patience:
    """How long requests for one upload wait for each other, seconds.

    Attributes:
        stall_s: A holder from whom nothing was heard for so long gives way to a newcomer.
        wait_s: A newcomer that waited so long is told ``delivery.upload_busy``.
        silence_s: A holder from whom nothing was heard for so long is cut in any case.
    """

    stall_s: float = 3.0
    wait_s: float = 15.0
    silence_s: float = 120.0


@dataclass(slots=True)
class Turn:
    """The right to work on one upload."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    users: int = 0
    heard_at: float = 0.0

    def heard(self) -> None:
        """The holder got something from its sender."""
        self.heard_at = asyncio.get_running_loop().time()


class Turns:
    """Turns by packet id."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._turns: dict[bytes, Turn] = {}

    @asynccontextmanager
    async def take(self, packet_id: bytes) -> AsyncIterator[Turn]:
        """Wait for the turn.

        Raises:
            Problem: ``delivery.upload_busy``.
        """
        turn = self._turns.setdefault(packet_id, Turn())
        turn.users += 1
        try:
            await self._wait(turn)
            try:
                turn.stop.clear()
                turn.heard()
                yield turn
            finally:
                turn.lock.release()
        finally:
            turn.users -= 1
            if turn.users == 0:
                del self._turns[packet_id]

    async def _wait(self, turn: Turn) -> None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self._patience.wait_s
        while True:
            if turn.lock.locked() and loop.time() - turn.heard_at > self._patience.stall_s:
                turn.stop.set()
            try:
                async with asyncio.timeout(self._patience.stall_s / 10):
                    await turn.lock.acquire()
            except TimeoutError as error:
                if loop.time() > deadline:
                    raise Problem("delivery.upload_busy") from error
            else:
                return
