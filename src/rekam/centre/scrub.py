"""Reading every kept body again, so that a rotten copy is mended while the other one is still good."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rekam.centre import parameters
from rekam.centre.centre import Centre
from rekam.centre.taking import found_again
from rekam.edge.store.centre import audit
from rekam.edge.store.centre.bodies import ReceivedBody, note_gone
from rekam.edge.store.packet_files import CopyState
from rekam.problem import Problem

MENDED, LOST = "body_mended", "body_lost"
"""Acts of the audit: a copy was written anew from the other one; no good copy is left."""


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """What was found.

    Attributes:
        read: Bodies of which every copy was read.
        mended: Those with a copy that had to be written anew.
        lost: Those without a good copy.
    """

    read: int = 0
    mended: int = 0
    lost: int = 0

    def __add__(self, other: "Scrubbed") -> "Scrubbed":
        return Scrubbed(self.read + other.read, self.mended + other.mended, self.lost + other.lost)


def scrub(
    centre: Centre, *, refill: bool = False, told: Callable[[Scrubbed], None] = lambda _: None
) -> Scrubbed:
    """Reads every copy of every receipted body past the kernel's memory, and mends.

    A body that cannot be mended does not end it: it gets its line in the audit, and the next is read.

    Args:
        centre: The open centre.
        refill: Write also where most copies are missing in one folder: a new disk.
        told: Gets what was found so far, page by page.

    Raises:
        Problem: ``centre.copies_missing``; ``delivery.no_space``, ``delivery.disk_failed`` while a copy is written anew.
    """
    found, after = Scrubbed(), b""
    while page := centre.store.bodies.received(after=after, limit=parameters.SCRUB_PAGE):
        found, after = found + _read(centre, page, refill=refill), page[-1].packet_id
        told(found)
    return found


def scrub_share(centre: Centre, *, ending: Callable[[], bool] = lambda: False) -> Scrubbed:
    """Goes on with the round under way: a night's share, after another look at what was gone.

    Several may do this at the same time: whoever finds that another one has gone on from the same place leaves it to
    that one.

    Args:
        centre: The open centre.
        ending: Whether to stop after the page in hand; the next share goes on from there.

    Raises:
        Problem: As :func:`scrub`.
    """
    bodies, rounds, found = centre.store.bodies, centre.store.scrub_rounds, Scrubbed()
    if gone := bodies.gone_received():
        _read(centre, gone, refill=True)
    share = -(-bodies.received_count() // parameters.SCRUB_NIGHTS)
    round_ = rounds.begin(at=centre.now())
    while not ending():
        page = bodies.received(after=round_.reached, limit=parameters.SCRUB_PAGE)
        if not page:
            rounds.end(round_, at=centre.now())
            break
        if share <= 0:
            break
        page = page[:share]
        try:
            read, reached = _read(centre, page, refill=False), page[-1].packet_id
        except Problem as problem:
            rounds.stop(round_, problem)
            raise
        if not rounds.advance(round_, reached, bodies=read.read, mended=read.mended, lost=read.lost):
            break
        round_, share, found = replace(round_, reached=reached), share - read.read, found + read
    return found


def _read(centre: Centre, bodies: Sequence[ReceivedBody], *, refill: bool) -> Scrubbed:
    states = [(body, centre.files.verify(body.packet_id)) for body in bodies]
    if not refill:
        _check_folders(centre, [copies for _, copies in states])
    good = [body.packet_id for body, copies in states if CopyState.GOOD in copies]
    with centre.store.database.transaction() as connection:
        found_again(connection, good, at=centre.now())
    results = [_mend(centre, body, copies) for body, copies in states if set(copies) != {CopyState.GOOD}]
    return Scrubbed(len(bodies), results.count(MENDED), results.count(LOST))


def _check_folders(centre: Centre, states: Sequence[tuple[CopyState, ...]]) -> None:
    """A disk that is not there looks like an empty folder: copies written into it would fill another disk."""
    for folder, copies in zip(centre.files.folders, zip(*states, strict=True), strict=True):
        missing = copies.count(CopyState.MISSING)
        if missing >= parameters.SCRUB_MISSING_SUSPECT and 2 * missing > len(states):
            raise Problem("centre.copies_missing", path=str(folder), missing=missing, read=len(states))


def _mend(centre: Centre, body: ReceivedBody, copies: Sequence[CopyState]) -> str:
    """Mends one body; which act it was."""
    said = " ".join(state.value for state in copies)
    if CopyState.GOOD in copies:
        centre.files.mend(body.packet_id)
        centre.store.audit.write(
            "centre", MENDED, body.region, body.packet_id.hex(), at=centre.now(), details={"found": said}
        )
        return MENDED
    problem = "delivery.body_damaged" if CopyState.DAMAGED in copies else "delivery.body_missing"
    with centre.store.database.transaction() as connection:
        if note_gone(connection, body.packet_id, problem, at=centre.now()):
            audit.write(
                connection,
                "centre",
                LOST,
                body.region,
                body.packet_id.hex(),
                at=centre.now(),
                details={"found": problem},
            )
    return LOST
