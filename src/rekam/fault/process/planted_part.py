"""A station's process whose devices give numbered payloads, so that a disk can be searched for them afterwards."""

import os
import tempfile
from pathlib import Path

from rekam.edge.key import DraftCipher
from rekam.fault.disk.planted import PlantingBench
from rekam.fault.process import station_part
from rekam.fault.process.line import Line

UNSEALED = "unsealed"


def record(line: Line, *, folder: str, seed: int, first: int, control: str = "", hold: str = "") -> None:
    """Records one resident as `station_part.record` does; says ``planted N`` before payload N is given.

    Args:
        line: To the case.
        folder: The station.
        seed: Of the payloads.
        first: Number of the first.
        control: ``unsealed``: drafts are written as they are.
        hold: Where it waits for its tracer.
    """
    keep_files_at(Path(folder).parent)
    if control == UNSEALED:
        unseal()
    station_part._bench = PlantingBench(seed, first, lambda count: line.say("planted", count))  # noqa: SLF001 - this process's own
    station_part.record(line, folder=folder, station_id="ST-1", number=1, hold=hold)


def keep_files_at(folder: Path) -> None:
    """Temporary files of this process are on the searched disk too."""
    os.environ["TMPDIR"] = os.environ["SQLITE_TMPDIR"] = tempfile.tempdir = str(folder)


def unseal() -> None:
    """In this process drafts are written as they are."""
    for act in ("encrypt", "decrypt"):
        setattr(DraftCipher, act, _as_it_is)


def _as_it_is(_cipher: DraftCipher, data: bytes, _label: str) -> bytes:
    return data
