"""Stage two: search the person among all others and decide: unique, or before an expert."""

from psycopg import Connection

from rekam.centre import parameters
from rekam.centre.centre import IDENTIFY, Centre
from rekam.centre.pipeline.engine import Found
from rekam.centre.pipeline.gallery import GalleryMirror, alike
from rekam.edge.store.centre import ledger, templates
from rekam.edge.store.centre.cases import NewCandidate, open_case
from rekam.registry import EventKind, Status

_ACTOR = "centre"


def identify(centre: Centre, mirror: GalleryMirror, packet_id: bytes) -> None:
    """Take a prepared packet to its decision; harmless when done again.

    The long search runs beside others. What entered the gallery meanwhile is compared under a lock that every
    decision takes, so that of two recordings of one person, searched at the same time, the second sees the first.

    Args:
        centre: The open centre.
        mirror: The worker's gallery.
        packet_id: Which.
    """
    probe = centre.store.templates.template(packet_id)
    with centre.store.database.connection() as connection:
        if probe is None or not _is_due(connection, packet_id):
            return
    limit = parameters.CANDIDATES_MOST
    search = mirror.search(probe, limit=limit)
    with centre.store.database.transaction() as connection:
        ledger.lock(connection, packet_id)
        if not _is_due(connection, packet_id):
            return
        templates.hold_gallery(connection)
        newer = templates.changes(connection, search.upto)
        found = mirror.search_since(search, newer, probe, limit=limit)
        candidates = [one for one in alike(found) if one.ref != packet_id.hex()]
        # Everybody searched enters, also the doubtful: the next recording of either must meet both.
        templates.enter(connection, packet_id)
        now = centre.now()
        if not candidates:
            ledger.append(connection, packet_id, EventKind.FOUND_UNIQUE, at=now, actor=_ACTOR)
            return
        open_case(connection, packet_id, [_candidate(one) for one in candidates], at=now)
        ledger.append(
            connection, packet_id, EventKind.FOUND_CANDIDATES, at=now, actor=_ACTOR,
            details={"candidates": len(candidates), "zone": candidates[0].zone},
        )  # fmt: skip


def note_failed_search(centre: Centre, packet_id: bytes, error: Exception) -> None:
    """The search failed every time: say so where everybody sees it."""
    with centre.store.database.transaction() as connection:
        ledger.lock(connection, packet_id)
        if not _is_due(connection, packet_id):
            return
        ledger.append(
            connection, packet_id, EventKind.SEARCH_FAILED, at=centre.now(), actor=_ACTOR,
            details={"error": type(error).__name__},
        )  # fmt: skip


def search_again(centre: Centre) -> int:
    """Put every failed search on the queue again; how many."""
    waiting = centre.store.ledger.waiting_for_search()
    for packet_id in waiting:
        with centre.store.database.transaction() as connection:
            if ledger.lock(connection, packet_id).status is Status.SEARCH_FAILURE_AT_CENTRAL:
                ledger.append(connection, packet_id, EventKind.SEARCH_RETRIED, at=centre.now(), actor=_ACTOR)
                centre.queue.defer(connection, IDENTIFY, packet_id)
    return len(waiting)


def _is_due(connection: Connection, packet_id: bytes) -> bool:
    return ledger.last_kind(connection, packet_id) in {EventKind.EXTRACTED, EventKind.SEARCH_RETRIED}


def _candidate(found: Found) -> NewCandidate:
    return NewCandidate(bytes.fromhex(found.ref), found.score, found.zone, found.parts)
