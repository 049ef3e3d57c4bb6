"""One random schedule: chunks cut, doubled, overlapping, out of order, damaged, at the same time; deaths between."""

import asyncio
import hashlib
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path
from random import Random

from rekam.edge.wire.tus.core import MEDIA_TYPE, VERSION
from rekam.edge.wire.tus.upload import metadata_of
from rekam.fault.bed.audit import Finding
from rekam.fault.chunk.receiver import UPLOADS, Receiver
from rekam.fault.chunk.request import Answer, Sent, ask
from rekam.problem.table import TABLE

_LONGEST = 4_000
_STEPS = 8
_FINISHING = 12
"""Rounds that an honest sender may need at the end: one for each thing that can be in its way."""


class Schedule:
    """A sender without manners and a receiver that must not care.

    Args:
        folder: Empty; for the receiver.
        chance: Decides everything.

    Attributes:
        finding: What went wrong.
        requests: How many were sent.
        finished: Whether the body was acknowledged as whole.
    """

    def __init__(self, folder: Path, chance: Random) -> None:
        self._chance = chance
        self._body = chance.randbytes(chance.randint(1, _LONGEST))
        self._receiver = Receiver(folder, self._body)
        self._path = f"{UPLOADS}/{self._receiver.packet_id.hex()}"
        self._acknowledged = 0
        self._poisoned = False
        self._thrown = 0
        self.finding = Finding()
        self.requests = 0
        self.finished = False

    async def run(self) -> None:
        """Some steps in any order, then an honest sender; what must hold is looked at after each."""
        try:
            await self._create()
            steps = (
                self._create, self._chunk, self._chunk, self._chunk, self._together, self._stalled,
                self._die, self._look, self._forget,
            )  # fmt: skip
            for _ in range(self._chance.randint(1, _STEPS)):
                await self._chance.choice(steps)()
                self._check()
            await self._finish()
        finally:
            self._receiver.close()

    async def _create(self) -> None:
        headers = {
            "Upload-Length": str(len(self._body)),
            "Upload-Metadata": metadata_of(self._receiver.packet_id),
        }
        await self._ask(Sent("POST", UPLOADS, headers))

    async def _look(self) -> int | None:
        answer = await self._ask(Sent("HEAD", self._path, {}))
        return int(answer.headers["upload-offset"]) if answer.status == 200 else None

    async def _chunk(self) -> None:
        await self._patch(self._any_chunk(await self._look() or 0))

    async def _together(self) -> None:
        """Two or three senders of the same body, of which only one can be right."""
        offset = await self._look() or 0
        chunks = [self._any_chunk(offset) for _ in range(self._chance.randint(2, 3))]
        await asyncio.gather(*(self._patch(chunk) for chunk in chunks))

    async def _stalled(self) -> None:
        """A connection that went dead, and a sender who comes back on another."""
        offset = await self._look() or 0
        dead = asyncio.create_task(self._patch(self._right(offset, ends="silent")))
        await asyncio.sleep(0)
        await self._look()
        await dead

    async def _die(self) -> None:
        """Kill or power cut, sometimes in the middle of a request."""
        if self._chance.random() < 0.5:
            chunk = self._right(await self._look() or 0, ends="silent")
            request = asyncio.create_task(ask(self._receiver.app, chunk))
            for _ in range(self._chance.randint(0, 30)):
                await asyncio.sleep(0)
            request.cancel()
            await asyncio.gather(request, return_exceptions=True)
        self._receiver.restart(self._chance if self._chance.random() < 0.5 else None)
        self._see_thrown()

    async def _forget(self) -> None:
        if self._chance.random() < 0.3:
            answer = await self._ask(Sent("DELETE", self._path, {}))
            if answer.status == 204:
                self._acknowledged, self._poisoned = 0, False

    async def _finish(self) -> None:
        for _ in range(_FINISHING):
            offset = await self._look()
            if offset is None:
                await self._create()
                continue
            if offset == len(self._body):
                self.finished = True
                break
            await self._patch(self._right(offset))
            self._check()
        else:
            self.finding.note("unknown", "the body could not be finished")
        taken = self._receiver.taken
        if self.finished and not taken:
            self.finding.note("lost", "acknowledged as whole and not taken over")
        if len(taken) > 1:
            self.finding.note("duplicated", f"taken over {len(taken)} times")
        if any(body != self._body for body in taken):
            self.finding.note("unknown", "a wrong body was taken over")

    def _any_chunk(self, offset: int) -> Sent:
        """A chunk at the right place or another, of the right bytes or others, whole or cut."""
        chance = self._chance
        at = offset if chance.random() < 0.6 else chance.randint(0, len(self._body))
        return self._stretch(
            at,
            damaged=chance.random() < 0.2,
            checked=chance.random() < 0.7,
            ends=chance.choice(("whole", "whole", "gone")),
            extra=chance.random() < 0.05,
        )

    def _right(self, offset: int, *, ends: str = "whole") -> Sent:
        return self._stretch(offset, damaged=False, checked=True, ends=ends, extra=False)

    def _stretch(self, at: int, *, damaged: bool, checked: bool, ends: str, extra: bool) -> Sent:
        chance = self._chance
        promised = self._body[at : at + chance.randint(1, _LONGEST)]
        data = bytearray(promised)
        if damaged and data:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        if extra:
            data += self._body[-1:] * (len(self._body) - at)
        if ends != "whole":
            del data[chance.randint(0, len(data)) :]
        if data != self._body[at : at + len(data)] and (ends != "whole" or not checked):
            self._poisoned = True  # only the hash of the whole body can see it
        headers = {"Content-Type": MEDIA_TYPE, "Upload-Offset": str(at)}
        if checked:
            digest = hashlib.sha256(promised).digest()
            headers["Upload-Checksum"] = f"sha256 {b64encode(digest).decode()}"
        return Sent("PATCH", self._path, headers, self._pieces(bytes(data)), ends)

    def _pieces(self, data: bytes) -> Sequence[bytes]:
        size = max(1, len(data) // self._chance.randint(1, 4))
        return [data[place : place + size] for place in range(0, len(data), size)]

    async def _patch(self, sent: Sent) -> None:
        answer = await self._ask(sent)
        if answer.status == 204:
            self._acknowledged = max(self._acknowledged, int(answer.headers["upload-offset"]))

    async def _ask(self, sent: Sent) -> Answer:
        self.requests += 1
        headers = {"Tus-Resumable": VERSION, **sent.headers}
        answer = await ask(self._receiver.app, Sent(sent.method, sent.path, headers, sent.pieces, sent.ends))
        if answer.status >= 400 and answer.headers.get("rekam-problem") not in TABLE:
            self.finding.note("unknown", f"{sent.method} {answer.status} without a named problem")
        self._see_thrown()
        return answer

    def _see_thrown(self) -> None:
        """A body that was wrong when it was whole begins anew."""
        if self._receiver.thrown > self._thrown:
            self._thrown = self._receiver.thrown
            if not self._poisoned:
                self.finding.note("unknown", "right bytes made a wrong body")
            self._acknowledged, self._poisoned = 0, False

    def _check(self) -> None:
        """What the receiver vouches for is the body, and not less than it acknowledged."""
        prefix = self._receiver.prefix()
        if prefix is None:
            kept = len(self._body) if self._receiver.taken else 0
        else:
            kept = len(prefix)
            if not self._poisoned and prefix != self._body[:kept]:
                self.finding.note("unknown", f"{kept} bytes are vouched for and are not the body's")
        if kept < self._acknowledged:
            self.finding.note("lost", f"{self._acknowledged} bytes were acknowledged, {kept} are there")
            self._acknowledged = kept
