"""The part that records: begin, capture, consent, seal of one resident at a station of its own."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from rekam.fault.bed.counter import SIGNATURE, absent_centre, make_counter, resident
from rekam.fault.process.child import Child, Nursery
from rekam.fault.process.part import Part
from rekam.packet import decode_recording, open_packet, read_manifest
from rekam.station.station import Station

_SAMPLES = 14
"""Ten fingers, two eyes, a face and a signature."""


class RecordingPart(Part):
    """Each act on its own copy of one fresh station.

    Args:
        folder: Scratch.
        nursery: Forks the children.
    """

    name: ClassVar[str] = "recording"

    def __init__(self, folder: Path, nursery: Nursery) -> None:
        super().__init__()
        self._nursery = nursery
        self._keys, public = absent_centre(folder / "keys")
        self._fresh, _ = make_counter(folder / "fresh", public, residents=2)
        self._residence = folder
        self._trial = self._fresh
        self._copies = 0

    @contextmanager
    def at(self, folder: Path) -> Iterator[None]:
        """The copies of the next acts stand elsewhere."""
        usual, self._residence = self._residence, folder
        try:
            yield
        finally:
            self._residence = usual

    def start(self, hold: str) -> Child:
        """A child that records resident 1."""
        self._copies += 1
        self._trial = self._fresh.copy_to(self._residence / f"copy{self._copies}")
        return self._nursery.start(
            "station_part:record", folder=str(self._trial.folder), station_id="ST-1", number=1, hold=hold
        )

    def settle(self, heard: list[list[str]]) -> None:
        """Finishes the recording; exactly one packet of it, no key and no draft left."""
        station = self._trial.open()
        try:
            self._go_on(station, heard)
            self._check(station, heard)
        finally:
            station.close()
        shutil.rmtree(self._trial.folder)

    def _go_on(self, station: Station, heard: list[list[str]]) -> None:
        kept = [int(words[1]) for words in heard if words[0] == "kept"]
        self.acknowledged += len(kept) + any(words[0] == "sealed" for words in heard)
        nik = resident(1).nik
        if station.store.roster.resident(nik).state == "recorded":  # type: ignore[union-attr]
            return
        operator = self._trial.operator(station)
        missing = max(kept, default=0) - operator.begin(nik).last
        if missing > 0:
            self.finding.note("lost", f"{missing} acknowledged events of a draft")
        operator.record(nik, SIGNATURE)

    def _check(self, station: Station, heard: list[list[str]]) -> None:
        store, note = station.store, self.finding.note
        lines = store.outbox.latest(10)
        if len(lines) != 1:
            note("duplicated" if lines else "lost", f"{len(lines)} packets of one recording")
            return
        packet_id = lines[0].packet_id
        if any(words[0] == "sealed" and words[1] != packet_id.hex() for words in heard):
            note("lost", "a packet whose code was shown")
        if [*store.files.ids()] != [packet_id]:
            note("unknown", "bodies beside the packet's")
        manifest = read_manifest(lines[0].manifest, lambda _: station.signer.verifier)
        opener = self._keys.opener("centre")
        recording = decode_recording(open_packet(manifest, store.files.get(packet_id), opener))
        if len(recording.samples) != _SAMPLES:
            note("lost", f"{len(recording.samples)} samples of {_SAMPLES}")
        if store.drafts.open_lines() or any((self._trial.folder / "drafts").glob("[!.]*")):
            note("unknown", "a draft or its key outlived the sealing")
        parts = [path for path in (self._trial.folder / "packets").rglob("*") if path.is_file()]
        if len(parts) != 1:
            note("unknown", "half-made files")
