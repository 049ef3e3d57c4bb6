"""The two index fingers once more before the resident agrees: the prints are this person's, in their places."""

from typing import TYPE_CHECKING

from rekam.problem import Problem
from rekam.recording import parameters
from rekam.recording.draft import Draft
from rekam.recording.item import Item
from rekam.recording.second_look import SecondLook

if TYPE_CHECKING:
    from rekam.abis import FingerTemplate

INDEX_ITEMS = (Item.RIGHT_INDEX, Item.LEFT_INDEX)


def to_recheck(draft: Draft) -> tuple[Item, ...]:
    """Index fingers that still need a second look; an excepted finger needs none.

    After `ATTEMPTS_BEFORE_BEST` looks the finger goes on with a note: a worn finger holds nobody up, and the
    centre reads the note beside the search.
    """
    return tuple(item for item in INDEX_ITEMS if _is_open(draft, item))


def check_index(draft: Draft) -> None:
    """Whether the resident may agree as far as the index fingers go.

    Raises:
        Problem: ``recording.index_unchecked``, ``recording.index_differs`` or ``recording.index_not_compared``, of
            the first finger that is open.
    """
    for item in to_recheck(draft):
        held = draft.of(item)
        left = parameters.ATTEMPTS_BEFORE_BEST - held.looks
        if held.look is SecondLook.DIFFERENT:
            raise Problem("recording.index_differs", finger=int(item.place or 0), left=left)
        if held.look is SecondLook.NOT_COMPARED:
            raise Problem("recording.index_not_compared", finger=int(item.place or 0), left=left)
        raise Problem("recording.index_unchecked")


def second_look(kept: "FingerTemplate | None", again: "FingerTemplate | None") -> SecondLook:
    """What two prints of one place say about each other; ``None`` is a print that cannot be read."""
    if kept is None or again is None:
        return SecondLook.NOT_COMPARED
    from rekam.abis import compare_fingers

    same = compare_fingers(kept, again).score >= parameters.INDEX_SAME_SCORE
    return SecondLook.SAME if same else SecondLook.DIFFERENT


def recheck_notes(draft: Draft) -> tuple[str, ...]:
    """One line per index finger that went on without a match."""
    return tuple(
        f"index check {held.look.value}: {item.value} after {held.looks}"
        for item in INDEX_ITEMS
        if (held := draft.of(item)).look not in (None, SecondLook.SAME) and held.look is not None
    )


def _is_open(draft: Draft, item: Item) -> bool:
    held = draft.of(item)
    if held.exemption is not None or held.best is None or held.look is SecondLook.SAME:
        return False
    return held.looks < parameters.ATTEMPTS_BEFORE_BEST
