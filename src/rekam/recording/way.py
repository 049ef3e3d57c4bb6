"""How far a draft is: the state of each item, what holds a step up, which step is next."""

from dataclasses import dataclass
from enum import Enum

from rekam.problem import Problem
from rekam.recording import parameters
from rekam.recording.accommodation import POSTURE_KINDS
from rekam.recording.draft import Draft
from rekam.recording.gate import passes
from rekam.recording.item import Item
from rekam.recording.step import ITEMS_OF, Step


class ItemState(Enum):
    """Where one item stands."""

    NOTHING = "nothing"
    POOR = "poor"
    BEST_OF_SEVERAL = "best_of_several"
    GOOD = "good"
    EXCEPTED = "excepted"


DONE = frozenset({ItemState.GOOD, ItemState.BEST_OF_SEVERAL, ItemState.EXCEPTED})


def item_state(draft: Draft, item: Item) -> ItemState:
    """Good, poor, or accepted as the best of several attempts."""
    held = draft.of(item)
    if held.exemption is not None:
        return ItemState.EXCEPTED
    if held.best is None:
        return ItemState.NOTHING
    if passes(item, held.best.quality):
        return ItemState.GOOD
    # Who cannot hold still or upright is not made to try three times for a photo.
    seated = item is Item.FACE and any(one.kind in POSTURE_KINDS for one in draft.accommodations)
    enough = seated or held.attempts >= parameters.ATTEMPTS_BEFORE_BEST
    return ItemState.BEST_OF_SEVERAL if enough else ItemState.POOR


@dataclass(frozen=True, slots=True)
class OpenItem:
    """An item that holds its step up."""

    item: Item
    state: ItemState
    attempts_left: int


def open_items(draft: Draft, step: Step) -> tuple[OpenItem, ...]:
    """The items of a step that still have to be captured, repeated or excepted."""
    return tuple(
        OpenItem(item, state, max(0, parameters.ATTEMPTS_BEFORE_BEST - draft.of(item).attempts))
        for item in ITEMS_OF[step]
        if (state := item_state(draft, item)) not in DONE
    )


def may_go_on(draft: Draft, step: Step) -> bool:
    """Whether Lanjut is open on a step. Biodata and review have rules of their own outside the items."""
    if step is Step.REVIEW:
        return all(earlier in draft.confirmed for earlier in Step if earlier is not Step.REVIEW)
    return not open_items(draft, step)


def next_step(draft: Draft) -> Step:
    """The first step that is not confirmed; where the wizard opens after a power cut."""
    return next((step for step in Step if step not in draft.confirmed), Step.REVIEW)


def check_step(draft: Draft, step: Step) -> None:
    """Whether the step may be confirmed now.

    Raises:
        Problem: ``recording.step_not_reached`` when an earlier step is open, ``recording.item_open`` naming
            how many items of this step are.
    """
    if step > next_step(draft):
        raise Problem("recording.step_not_reached", step=int(next_step(draft)))
    waiting = open_items(draft, step)
    if waiting:
        raise Problem("recording.item_open", count=len(waiting))


def check_consent(draft: Draft) -> None:
    """Whether the resident may be asked to agree.

    Raises:
        Problem: ``recording.step_not_reached`` naming the first open step.
    """
    if not may_go_on(draft, Step.REVIEW):
        raise Problem("recording.step_not_reached", step=int(next_step(draft)))
