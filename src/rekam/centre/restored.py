"""After the centre came back from an older copy of itself: what stations know and it does not is taken in again.

A station that has receipts which this centre never gave tells so by their number. It is asked for the manifests;
bodies that it deleted, trusting those receipts, are looked for in the centre's own folders, which are copied apart
from the database. What is nowhere is noted packet by packet, for a page and for whoever brings it again.
"""

from collections.abc import Sequence

from rekam.centre import parameters
from rekam.centre.centre import Centre
from rekam.centre.intake import Intake
from rekam.edge.store.centre import audit
from rekam.edge.store.centre.bodies import note_gone
from rekam.packet import ExchangeRequest, Manifest
from rekam.packet.parameters import HELD_MOST
from rekam.problem import Problem
from rekam.registry import Detail

FORGOTTEN, MISSING = "receipt_forgotten", "body_missing"
"""Acts of the audit: a packet that this centre has receipted and forgotten; one of them whose body is nowhere."""


def forgotten_numbers(centre: Centre, request: ExchangeRequest) -> list[int]:
    """Numbers above the highest known one that the station must have used, by what it says of itself.

    Only when it believes to have told everything. Asking for a number that does not exist does no harm; asking
    ends when the counts agree again.
    """
    if request.manifests:
        return []
    standing = centre.store.packets.standing(request.station, request.held)
    unknown = len(request.held) - standing.held_known
    receipts = request.receipts_known - standing.receipts + standing.held_receipted - standing.held_nowhere
    lacking = min(max(unknown, 0) + max(receipts, 0), parameters.MISSING_MOST)
    return list(range(standing.highest + 1, standing.highest + 1 + lacking))


def take_forgotten(centre: Centre, request: ExchangeRequest, new: Sequence[Manifest]) -> None:
    """Takes over the bodies of new manifests that the station no longer holds, and notes those that are nowhere."""
    if len(request.held) >= HELD_MOST:
        return  # the list was cut off: nobody knows what else it holds
    held, intake = set(request.held), Intake(centre)
    for manifest in new:
        if manifest.packet_id in held:
            continue
        problem = _take(centre, intake, manifest)
        details: dict[str, Detail] = {"sequence": manifest.sequence}
        if problem is not None:
            details["problem"] = problem.code
        with centre.store.database.transaction() as connection:
            if problem is not None:
                note_gone(connection, manifest.packet_id, problem.code, at=centre.now())
            audit.write(
                connection, f"station:{manifest.station}", MISSING if problem else FORGOTTEN, manifest.region,
                manifest.packet_id.hex(), at=centre.now(), details=details,
            )  # fmt: skip


def _take(centre: Centre, intake: Intake, manifest: Manifest) -> Problem | None:
    try:
        intake.body_complete(manifest.packet_id, centre.files.path(manifest.packet_id))
    except Problem as problem:
        return problem
    return None
