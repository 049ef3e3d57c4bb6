"""The receiving side of a schedule: the real upload server over real files, and what it took over."""

import hashlib
from pathlib import Path
from random import Random

from starlette.applications import Starlette

from rekam.edge.wire.tus.core import Limits
from rekam.edge.wire.tus.partial import PartialUploads
from rekam.edge.wire.tus.server import TusServer
from rekam.edge.wire.tus.turn import Patience
from rekam.fault.chunk.torn_disk import TornDisk
from rekam.problem import Problem

UPLOADS = "/delivery/uploads"
_LIMITS = Limits(commit_every=700)
_PATIENCE = Patience(stall_s=0.004, wait_s=2.0, silence_s=10.0)
"""Small, as the bodies of the schedules are: a second is an age among them."""


class Receiver:
    """A centre that expects one body.

    Args:
        folder: For partial uploads.
        body: What it expects.

    Attributes:
        taken: Bodies that it took over, in order.
        thrown: Bodies that turned out wrong when they were whole.
    """

    def __init__(self, folder: Path, body: bytes) -> None:
        self._body_size = len(body)
        self._folder = folder
        self.packet_id = hashlib.sha256(body).digest()
        self.taken: list[bytes] = []
        self.thrown = 0
        self._disk = TornDisk(folder)
        self._open()

    def _open(self) -> None:
        self._uploads = PartialUploads(self._folder, sync=self._disk.sync)
        server = TusServer(self._uploads, self, limits=_LIMITS, patience=_PATIENCE)
        server.hand_over_finished()
        self.app = Starlette(routes=server.routes(UPLOADS))

    def restart(self, chance: Random | None = None) -> None:
        """Dies and starts anew; with ``chance``, the power went with it."""
        self._uploads.close()
        if chance is not None:
            self._disk.power_cut(chance)
        self._open()

    def close(self) -> None:
        """Let the folder go."""
        self._uploads.close()

    def prefix(self) -> bytes | None:
        """The bytes that it vouches for; ``None`` = there is no unfinished upload."""
        upload = self._uploads.find(self.packet_id)
        if upload is None:
            return None
        (path,) = self._folder.glob(f"{self.packet_id.hex()}.*")
        return path.read_bytes()[: upload.offset]

    def expects(self, packet_id: bytes) -> int | None:
        """See `rekam.edge.wire.tus.server.Intake`."""
        return self._body_size if packet_id == self.packet_id else None

    def holds(self, packet_id: bytes) -> int | None:
        """See `rekam.edge.wire.tus.server.Intake`."""
        return self._body_size if self.taken and packet_id == self.packet_id else None

    def on_complete(self, packet_id: bytes, path: Path) -> None:
        """See `rekam.edge.wire.tus.server.Intake`."""
        body = path.read_bytes()
        if hashlib.sha256(body).digest() != packet_id:
            self.thrown += 1
            raise Problem("delivery.body_hash", packet=packet_id.hex()[:12])
        self.taken.append(body)
