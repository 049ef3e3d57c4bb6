"""From a folder to a report: which kind it is, what it holds, whether all of it fits together."""

from pathlib import Path

from rekam.edge.store.courier_disk import FOLDER, CourierDisk
from rekam.edge.witness.disk_folder import read_disk
from rekam.edge.witness.station_folder import DATABASE, read_station_folder
from rekam.packet import Verifier
from rekam.packet.audit import Audit, Book, audit_book
from rekam.packet.witness import LogBook
from rekam.problem import Problem

_RELAY = "relay"
STATION, DISK, CENTRE, OFFICE = "station", "disk", "centre", "office"
_INSIDE_MOST = 500
"""Folders of an office that are looked into."""


def kind_of(folder: Path) -> str:
    """``station``, ``disk``, ``centre``, or ``office``: a folder with stations and disks in it.

    Raises:
        Problem: ``courier.nothing_to_audit``.
    """
    kind = _single(folder)
    if kind is None and folder.is_dir() and any(_inside(folder)):
        kind = OFFICE
    if kind is None:
        raise Problem("courier.nothing_to_audit", folder=str(folder))
    return kind


def audit_folder(folder: Path) -> dict[str, object]:
    """Checks everything in a station's folder, on a disk, or in an office's folder of both.

    Heads of the centre's log from all of it are held together: a centre that showed two stations two histories
    is caught where their proofs meet.

    Raises:
        Problem: ``courier.nothing_to_audit``, ``courier.disk_*``, and those of a folder that cannot be read.
    """
    kind = kind_of(folder)
    audit, logs = Audit(), dict[str, LogBook]()
    keys: dict[str, str] = {}
    for one in _inside(folder) if kind == OFFICE else [folder]:
        for book in _books(one, audit):
            centre, own = _key_id(book.centre), _key_id(book.keys)
            if keys.setdefault(book.station, own) != own:
                audit.breaks += 1
                audit.note(Problem("packet.key_unknown", key=own))
            audit_book(book, logs.setdefault(centre, LogBook()), audit)
    forked = sum(len(log.contradictions()) for log in logs.values())
    return {
        "kind": kind,
        "stations": keys,
        "centre_keys": sorted(logs),
        "packets": audit.packets,
        "gaps": audit.gaps,
        "breaks": audit.breaks,
        "receipts": audit.receipts,
        "receipts_wrong": audit.receipts_wrong,
        "heads": sum(len(log.heads) - 1 for log in logs.values()),
        "heads_inconsistent": forked,
        "problems": [problem.code for problem in audit.problems],
        "sound": not (audit.gaps or audit.breaks or audit.receipts_wrong or forked),
    }


def _books(folder: Path, audit: Audit) -> list[Book]:
    if _single(folder) == DISK:
        return list(read_disk(CourierDisk(folder), audit))
    books = [read_station_folder(folder)]
    if _single(folder / _RELAY) == DISK:
        books += read_disk(CourierDisk(folder / _RELAY), audit)
    return books


def _single(folder: Path) -> str | None:
    if (folder / DATABASE).is_file():
        return STATION
    if (folder / FOLDER).is_dir():
        return DISK
    return CENTRE if (folder / "first").is_dir() and (folder / "keys").is_dir() else None


def _inside(folder: Path) -> list[Path]:
    children = sorted(one for one in folder.iterdir() if one.is_dir())[:_INSIDE_MOST]
    return [one for one in children if _single(one) in {STATION, DISK}]


def _key_id(keys: Verifier | tuple[Verifier, ...]) -> str:
    return keys[0].key_id if isinstance(keys, tuple) else keys.key_id
