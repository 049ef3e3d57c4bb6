"""Flags of the checks within a person: kept with the recording, shown to whoever opens it, holding nothing up."""

from collections.abc import Mapping

import pytest
from centre_world import NameEngine, resident
from pages_bed import open_bed, text_of

from rekam.centre.pipeline.flag import SAME_FINGER, SHARED_FINGER
from rekam.registry import EventKind


class WatchfulNames(NameEngine):
    """Flags whoever's name says so, and remembers what it was given beside."""

    def __init__(self) -> None:
        self.seen: list[list[bytes]] = []

    def flags(self, content: bytes, recent: Mapping[str, bytes]) -> Mapping[str, str]:
        self.seen.append(list(recent.values()))
        return {SAME_FINGER: "2=7", SHARED_FINGER: "10=abababab"} if b"lender" in content else {}


@pytest.fixture
def bed(postgres, migrated, tmp_path):
    with open_bed(tmp_path, postgres, migrated) as bed:
        bed.world.engine = WatchfulNames()
        bed.world.load(*(resident(number) for number in range(1, 6)))
        yield bed


def details(bed, packet):
    history = bed.world.centre.store.ledger.history(packet.packet_id)
    return next(dict(event.details) for event in history if event.kind is EventKind.EXTRACTED)


def test_a_flag_is_kept_and_shown_and_holds_nothing_up(bed):
    packet = bed.record(resident(1), "lender")

    assert (details(bed, packet)[SAME_FINGER], details(bed, packet)[SHARED_FINGER]) == ("2=7", "10=abababab")
    assert bed.world.status(packet) == "print_ready_record"
    text = text_of(bed.reader("rudi").page(f"/rekaman/{packet.packet_id.hex()}"))
    assert "Perlu dilihat pengawas" in text
    assert "Satu jari direkam di dua tempat (nomor jari 2=7)" in text
    assert (
        "jari orang lain yang direkam operator yang sama (nomor jari = awal nomor paket: 10=abababab)" in text
    )


def test_a_recording_without_a_flag_shows_none(bed):
    packet = bed.record(resident(1), "someone")

    assert SAME_FINGER not in details(bed, packet)
    assert "pengawas" not in text_of(bed.reader("rudi").page(f"/rekaman/{packet.packet_id.hex()}"))


def test_only_earlier_recordings_of_the_same_operator_are_looked_at(bed):
    contents = [
        bed.world.centre.store.templates.template(bed.record(resident(number), name, operator=who).packet_id)
        for number, name, who in ((1, "one", "siti"), (2, "two", "siti"), (3, "three", "siti"))
    ]

    assert bed.world.engine.seen == [[], [contents[0]], [contents[1], contents[0]]]


def test_an_engine_that_does_not_watch_is_asked_nothing(bed):
    bed.world.engine = NameEngine()

    assert SAME_FINGER not in details(bed, bed.record(resident(1), "lender"))
