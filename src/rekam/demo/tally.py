"""Counts the report from the ledgers of station and centre."""

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from rekam.centre.centre import Centre
from rekam.demo.report import Fingers
from rekam.demo.visit import Outcome, Visit
from rekam.edge.store.centre.coverage import CoverageRow
from rekam.registry import CARDS, FINAL, Status

_SEALED = "SELECT packet_id, receipt IS NOT NULL FROM outbox ORDER BY sequence"
"""Asked of the file itself, beside the station that writes it: the report does not trust the station's own code."""

DATABASE_FILE = "station.db"

SETTLED = CARDS | FINAL | {Status.ADJUDICATE_RECORD, Status.REQUEST_VALIDATION}
"""Statuses in which the scripted journey may end."""


def sealed_packets(station: Path) -> dict[bytes, bool]:
    """Packets that the station numbered, and whether it holds a checked receipt for each."""
    path = station / DATABASE_FILE
    if not path.exists():
        return {}
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=10)) as look:
        return {packet_id: receipted == 1 for packet_id, receipted in look.execute(_SEALED)}


def statuses(centre: Centre, packets: Sequence[bytes]) -> dict[bytes, Status | None]:
    """Status of each packet at the centre; ``None`` = unknown there."""
    found = {}
    for packet_id in packets:
        row = centre.store.ledger.recording(packet_id)
        found[packet_id] = row.status if row else None
    return found


def delivered(centre: Centre, packets: Sequence[bytes]) -> int:
    """Packets whose body the centre holds in two copies that read back."""
    held = 0
    for packet_id in packets:
        packet = centre.store.packets.packet(packet_id)
        if packet is not None and packet.received_at is not None and centre.files.test_read(packet_id) >= 2:
            held += 1
    return held


def effects_twice(centre: Centre, packets: Sequence[bytes]) -> int:
    """Packets received, judged or printed more than once, by their events."""
    twice = 0
    for packet_id in packets:
        kinds = Counter(event.kind for event in centre.store.ledger.history(packet_id))
        if any(
            kinds[kind] > 1
            for kind in kinds
            if kind.value in {"received", "found_unique", "found_candidates", "printed"}
        ):
            twice += 1
    return twice


def first_candidates(centre: Centre, packet_id: bytes) -> list[str]:
    """NIKs of the recordings that a case compares with, the most similar first."""
    for case in centre.store.cases.open("-", limit=100_000):
        if case.packet_id == packet_id:
            return [one.nik for one in centre.store.cases.candidates(case.case_id) if one.nik]
    return []


def caught(
    centre: Centre, outcomes: Sequence[Outcome], first_of: Mapping[str, str], kind: str
) -> tuple[int, int]:
    """Second recordings whose first identity is among the candidates, and cases led by another person.

    Args:
        centre: The centre.
        outcomes: Of all visits.
        first_of: NIK of the first identity by NIK of any identity.
        kind: Of the second recordings.
    """
    found, confused = 0, 0
    for outcome in outcomes:
        if not outcome.packet_id:
            continue
        candidates = first_candidates(centre, bytes.fromhex(outcome.packet_id))
        people = [first_of.get(nik, nik) for nik in candidates]
        own = first_of.get(outcome.nik, outcome.nik)
        if outcome.kind == kind and own in people:
            found += 1
        if people and people[0] != own:
            confused += 1
    return found, confused


def fingers_of(centre: Centre, outcomes: Sequence[Outcome], first_of: Mapping[str, str]) -> Fingers:
    """The finger figures of the report."""
    found, confused = caught(centre, outcomes, first_of, "finger_again")
    return Fingers(
        people=sum(outcome.kind == "finger_first" for outcome in outcomes),
        duplicate_attempts=sum(outcome.kind == "finger_again" for outcome in outcomes),
        duplicates_caught=found,
        people_confused=confused,
    )


def first_identities(visits: Sequence[Visit], bodies: Mapping[str, int]) -> dict[str, str]:
    """NIK of the first visit of each body, by the NIK of every visit."""
    first: dict[int, str] = {}
    return {
        visit.nik: first.setdefault(bodies[visit.nik], visit.nik)
        for visit in visits
        if visit.kind != "wrong_nik"
    }


def coverage_line(row: CoverageRow, cut: str) -> dict[str, int | float | str | None]:
    """A coverage figure with what it stands on."""
    percent = round(100 * row.recorded / row.obliged, 4) if row.obliged else None
    return {"recorded": row.recorded, "obliged": row.obliged, "percent": percent, "cut": cut}
