"""The two index fingers once more, before the resident agrees."""

from rekam.account import Account, Act, require
from rekam.biometric import FingerImage, Modality
from rekam.problem import Problem
from rekam.recording import (
    ITEMS_OF,
    STEP_OF,
    Draft,
    FingerRechecked,
    Item,
    SecondLook,
    check_consent,
    check_index,
    second_look,
    to_recheck,
)
from rekam.station.station import Station
from rekam.station.use.draft import append


def recheck(station: Station, account: Account | None, draft_id: str) -> Draft:
    """Captures each index finger that still needs it and compares it with the kept print; nothing new is kept.

    Every look is durable, also one that the device spoils: after a few of them the recording goes on with a note.

    Raises:
        Problem: ``recording.step_not_reached``, ``device.*``, ``recording.index_*``; what was looked at stays so.
    """
    operator = require(account, Act.RECORD, station.papers.region)
    draft = station.store.drafts.read(draft_id)
    if not station.judge.compares:
        return draft
    check_consent(draft)
    for item in to_recheck(draft):
        look, problem = _look(station, draft, item)
        event = FingerRechecked(station.now(), item, look, operator.name)
        draft = append(station, operator, draft_id, draft, [event], "finger_rechecked", item.value)
        if problem is not None and item in to_recheck(draft):
            raise problem
    check_index(draft)
    return draft


def _look(station: Station, draft: Draft, item: Item) -> tuple[SecondLook, Problem | None]:
    """One look; with the device's problem where it gave no picture."""
    slap = [one.place for one in ITEMS_OF[STEP_OF[item]]]
    try:
        given = station.bench.capture(
            Modality.FINGER,
            slap,
            exceptions=[place for place in slap if place != item.place],
            timeout_s=station.config.capture_timeout_s,
        )
    except Problem as problem:
        return SecondLook.NOT_COMPARED, problem
    best = draft.of(item).best
    images = [one.image for one in given if one.place == item.place and isinstance(one.image, FingerImage)]
    kept = station.prints.one(best) if best is not None else None
    again = station.judge.template(images[0]) if images else None
    return second_look(kept, again), None
