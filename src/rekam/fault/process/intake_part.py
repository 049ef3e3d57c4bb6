"""One packet's way into the centre in a process of its own: upload on disk, then intake."""

import time
from pathlib import Path

from rekam.centre.centre import open_centre
from rekam.centre.intake import Intake
from rekam.edge.wire.tus.partial import PartialUploads
from rekam.fault.process.line import Line
from rekam.fault.process.station_part import HOLD_FIRST, HOLD_OPEN

_CHUNK = 16_384
"""Bytes between two acknowledged offsets; small, so that a body of the bed has several."""


def warm() -> None:
    """Nothing beyond the imports."""


def _taken(intake: Intake, packet_id: bytes, path: Path) -> str:
    return intake.body_complete(packet_id, path, given=True).hex()[:64]  # as the upload server does


def take(line: Line, *, folder: str, url: str, uploads: str, packet: str, body: str, hold: str = "") -> None:
    """Uploads a body from where it stands and takes it over. Says ``kept OFFSET`` and ``taken RECEIPT``."""
    packet_id, content = bytes.fromhex(packet), Path(body).read_bytes()
    if hold == HOLD_FIRST:
        line.hold()
    with open_centre(Path(folder), url, now=lambda: int(time.time()), sessions=2) as centre:
        partial = PartialUploads(Path(folder) / uploads)
        intake = Intake(centre)
        if hold == HOLD_OPEN:
            line.hold()
        if intake.holds(packet_id) is None:
            offset = partial.create(packet_id, len(content), "").offset
            line.say("begun", offset)
            while offset < len(content):
                partial.append(packet_id, content[offset : offset + _CHUNK])
                offset = partial.commit(packet_id).offset
                line.say("kept", offset)
            line.say("taken", _taken(intake, packet_id, partial.whole(packet_id)))
        else:
            # As the upload server does at the start with what was complete when the last run ended.
            line.say("taken", intake.body_complete(packet_id, Path(body)).hex()[:64])
        if partial.find(packet_id) is not None:
            partial.remove(packet_id)
        partial.close()
