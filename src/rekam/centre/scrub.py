"""Reading every kept body again, so that a rotten copy is mended while the other one is still good."""

from dataclasses import dataclass

from rekam.centre.centre import Centre
from rekam.edge.store.centre.bodies import Bodies
from rekam.edge.store.packet_files import CopyState
from rekam.problem import Problem

MENDED, LOST = "body_mended", "body_lost"
"""Acts of the audit: a copy was written anew from the other one; no good copy is left."""


@dataclass(slots=True)
class Scrubbed:
    """What a round through all bodies found.

    Attributes:
        read: Bodies of which every copy was read.
        mended: Those with a copy that had to be written anew.
        lost: Those without a good copy.
    """

    read: int = 0
    mended: int = 0
    lost: int = 0


def scrub(centre: Centre) -> Scrubbed:
    """Reads every copy of every receipted body past the kernel's memory, and mends.

    A body that cannot be mended does not end the round: it gets its line in the audit, and the next is read.

    Raises:
        Problem: ``delivery.no_space``, ``delivery.disk_failed`` while a copy is written anew.
    """
    found = Scrubbed()
    for body in Bodies(centre.store.database).received():
        found.read += 1
        try:
            before = centre.files.mend(body.packet_id)
        except Problem as problem:
            if problem.code not in {"delivery.body_missing", "delivery.body_damaged"}:
                raise
            found.lost += 1
            _write(centre, LOST, body.region, body.packet_id, problem.code)
            continue
        if any(state is not CopyState.GOOD for state in before):
            found.mended += 1
            _write(centre, MENDED, body.region, body.packet_id, " ".join(state.value for state in before))
    return found


def _write(centre: Centre, act: str, region: str, packet_id: bytes, said: str) -> None:
    centre.store.audit.write("centre", act, region, packet_id.hex(), at=centre.now(), details={"found": said})
