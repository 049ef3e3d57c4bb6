"""Everything that a station tells: the rows of its database, its drafts, its bodies, its keys."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass

from rekam.fault.bed.counter import Counter
from rekam.packet import read_manifest
from rekam.station.station import Station


@dataclass(frozen=True, slots=True)
class Books:
    """What was told at one opening.

    Attributes:
        told: Each row or statement as a line of text.
        mended: Flipped bits that the opening put right.
    """

    told: frozenset[str]
    mended: int


def read_books(counter: Counter) -> Books:
    """Opens a station and reads everything.

    Raises:
        Problem: Whatever says that something is not as it was written.
    """
    station = counter.open()
    try:
        told = [*rows_of(counter), *_drafts(station), *_packets(station), *_keys(station)]
        return Books(frozenset(told), station.store.database.sums.mended)
    finally:
        station.close()


def rows_of(counter: Counter) -> list[str]:
    """The rows of a station's database, without opening the station."""
    path = counter.folder / "station.db"
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as look:
        names = look.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
        return [
            f"{name} {row!r}"
            for (name,) in names
            for row in look.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - names from the schema
        ]


def _drafts(station: Station) -> list[str]:
    drafts = station.store.drafts
    return [f"draft {drafts.read(line.draft_id)!r}" for line in drafts.open_lines()]


def _packets(station: Station) -> list[str]:
    told = []
    for line in station.store.outbox.latest(100_000):
        manifest = read_manifest(line.manifest, lambda _: station.signer.verifier)
        station.store.files.test_read(line.packet_id)
        told.append(f"packet {manifest.packet_id.hex()} {manifest.sequence}")
    return told


def _keys(station: Station) -> list[str]:
    told = [f"recipient {one.key_id}" for one in station.recipients]
    return [f"signer {station.signer.key_id}", f"centre {station.centre.key_id}", *told]
