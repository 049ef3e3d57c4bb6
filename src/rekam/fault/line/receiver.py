"""The centre's end of all lines: the real desk, intake and upload server, with a count of what arrived."""

import socket
from collections import Counter as Tally
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.applications import Starlette

from rekam.edge.wire.exchange_server import exchange_route
from rekam.edge.wire.serving import Serving
from rekam.edge.wire.tus.partial import PartialUploads
from rekam.edge.wire.tus.server import TusServer
from rekam.edge.wire.tus.upload import Upload
from rekam.fault.bed.office import Office


class CountedUploads(PartialUploads):
    """Partial uploads that count every byte, the ones that were thrown away again too.

    Attributes:
        arrived: Bytes of each packet that were taken.
        thrown: Of these, the ones that had to come again.
    """

    def __init__(self, folder: Path) -> None:
        self.arrived: Tally[bytes] = Tally()
        self.thrown: Tally[bytes] = Tally()
        super().__init__(folder)

    def append(self, packet_id: bytes, data: bytes) -> None:
        """See :class:`PartialUploads`."""
        super().append(packet_id, data)
        self.arrived[packet_id] += len(data)

    def back(self, packet_id: bytes, offset: int) -> Upload:
        """See :class:`PartialUploads`."""
        kept = self.arrived[packet_id] - self.thrown[packet_id]
        self.thrown[packet_id] += max(0, kept - offset)
        return super().back(packet_id, offset)

    def useful(self, packets: list[bytes]) -> int:
        """Bytes of these packets that need not come again."""
        return sum(self.arrived[packet] - self.thrown[packet] for packet in packets)


@contextmanager
def receiving(office: Office, listener: socket.socket) -> Iterator[CountedUploads]:
    """Serves an office at a listening socket while the block runs."""
    uploads = CountedUploads(office.folder / "uploads")
    tus = TusServer(uploads, office.intake)
    app = Starlette(routes=[exchange_route(office.desk.receive_exchange), *tus.routes()])
    try:
        with Serving(app, listener=listener, grace_s=1):
            yield uploads
    finally:
        uploads.close()
