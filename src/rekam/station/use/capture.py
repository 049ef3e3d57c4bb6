"""Capturing what a step asks for, and what can be done when it does not succeed."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

from rekam.account import Account, Act, require
from rekam.biometric import ExceptionReason, Modality
from rekam.edge.device.captured import Captured
from rekam.problem import Problem
from rekam.recording import (
    ITEMS_OF,
    Accommodated,
    Accommodation,
    Approver,
    Draft,
    ExceptionLifted,
    Item,
    ItemCaptured,
    ItemDiscarded,
    ItemExcepted,
    Step,
    approver_of,
    check_companion,
    confusion,
    item_of,
    read_signature,
)
from rekam.recording.parameters import NOT_MEASURED
from rekam.station.judge import Judgement
from rekam.station.station import Station
from rekam.station.use.approval import approved
from rekam.station.use.draft import append
from rekam.station.use.health import note_captures
from rekam.station.use.sign_in import approve

MODALITY_OF = {
    Step.PHOTO: Modality.FACE,
    Step.RIGHT_FOUR: Modality.FINGER,
    Step.LEFT_FOUR: Modality.FINGER,
    Step.THUMBS: Modality.FINGER,
    Step.IRIS: Modality.IRIS,
}


def capture(station: Station, account: Account | None, draft_id: str, step: Step) -> Draft:
    """Asks the device for everything the step shows at once; durable when it returns.

    Raises:
        Problem: ``device.*``, ``biometric.*``, ``station.item_not_given``, ``station.wrong_item``,
            ``recording.same_finger_twice``, ``recording.finger_of_other_step``; the draft is as it was before.
    """
    operator = require(account, Act.RECORD, station.papers.region)
    draft = station.store.drafts.read(draft_id)
    wanted = [item for item in ITEMS_OF[step] if draft.of(item).exemption is None]
    if not wanted:
        return draft
    began = perf_counter()
    given = station.bench.capture(
        MODALITY_OF[step],
        [item.place for item in ITEMS_OF[step]],
        exceptions=[item.place for item in ITEMS_OF[step] if item not in wanted],
        timeout_s=station.config.capture_timeout_s,
    )
    took_ms = round((perf_counter() - began) * 1000)
    _check_given(given, wanted)
    now = station.now()
    # The fingers of one slap are measured at once: NFIQ 2 is the longest wait of the step.
    with ThreadPoolExecutor(len(given)) as pool:
        judged = list(pool.map(lambda one: station.judge.judge(one, item_of(one.modality, one.place)), given))
    _check_confusion(station, draft, given, judged)
    events = [_event(one, judgement, now) for one, judgement in zip(given, judged, strict=True)]
    with station.store.database.write():
        note_captures(station, given, [judgement.quality for judgement in judged], took_ms, now)
        return append(station, operator, draft_id, draft, events, "items_captured", step.name.lower())


def sign(station: Station, account: Account | None, draft_id: str, picture: bytes) -> Draft:
    """Keeps the signature of pad or file.

    Raises:
        Problem: ``recording.signature_unreadable`` or ``recording.signature_empty``.
    """
    operator = require(account, Act.RECORD, station.papers.region)
    content = read_signature(picture)
    draft = station.store.drafts.read(draft_id)
    event = ItemCaptured(station.now(), Item.SIGNATURE, "image/png", content, NOT_MEASURED, None, "pad")
    return append(station, operator, draft_id, draft, [event], "items_captured", Step.SIGNATURE.name.lower())


def except_items(
    station: Station,
    account: Account | None,
    draft_id: str,
    items: Sequence[Item],
    reason: ExceptionReason,
    *,
    supervisor: tuple[str, str] | None = None,
) -> Draft:
    """Leaves items out for a reason.

    Args:
        station: The station.
        account: The operator.
        draft_id: Which draft.
        items: What is left out.
        reason: Why; the table of `rekam.recording.EXCEPTIONS` says who has to agree.
        supervisor: Name and password, when the reason needs a supervisor.

    Raises:
        Problem: ``recording.photo_is_the_minimum``, ``recording.reason_not_allowed``,
            ``recording.supervisor_needed``, ``recording.nothing_chosen``, ``recording.companion_first`` and those
            of `approve`.
    """
    operator = require(account, Act.RECORD, station.papers.region)
    if not items:
        raise Problem("recording.nothing_chosen")
    approver, signer = None, None
    if any(approver_of(item, reason) is Approver.SUPERVISOR for item in items):
        if supervisor is None or not supervisor[0].strip():
            raise Problem("recording.supervisor_needed")
        approver = approve(station, operator, *supervisor)
        signer = station.own_keys.borrow(approver, supervisor[1], at=station.now())
    draft = station.store.drafts.read(draft_id)
    if reason is ExceptionReason.CANNOT_COOPERATE and not any(one.companion for one in draft.accommodations):
        raise Problem("recording.companion_first")
    now = station.now()
    events = [
        approved(draft, ItemExcepted(now, item, reason, operator.name, approver.name), signer)
        if approver and signer
        else ItemExcepted(now, item, reason, operator.name, None)
        for item in items
    ]
    subject = ",".join(item.value for item in items)
    return append(station, operator, draft_id, draft, events, "items_excepted", subject)


def accommodate(
    station: Station,
    account: Account | None,
    draft_id: str,
    kind: Accommodation,
    *,
    companion: str = "",
    relationship: str = "",
) -> Draft:
    """Notes what the station does differently for this resident.

    Raises:
        Problem: ``recording.companion_needed``.
    """
    operator = require(account, Act.RECORD, station.papers.region)
    name, link = check_companion(kind, companion, relationship)
    draft = station.store.drafts.read(draft_id)
    event = Accommodated(station.now(), kind, operator.name, name, link)
    return append(station, operator, draft_id, draft, [event], "accommodated", kind.value)


def lift_exception(station: Station, account: Account | None, draft_id: str, item: Item) -> Draft:
    """Takes an exception back."""
    operator = require(account, Act.RECORD, station.papers.region)
    draft = station.store.drafts.read(draft_id)
    event = ExceptionLifted(station.now(), item, operator.name)
    return append(station, operator, draft_id, draft, [event], "exception_lifted", item.value)


def discard(station: Station, account: Account | None, draft_id: str, item: Item) -> Draft:
    """Throws the kept picture of an item away, so that a worse-measured but better one can take its place."""
    operator = require(account, Act.RECORD, station.papers.region)
    draft = station.store.drafts.read(draft_id)
    event = ItemDiscarded(station.now(), item, operator.name)
    return append(station, operator, draft_id, draft, [event], "item_discarded", item.value)


def _check_given(given: Sequence[Captured], wanted: Sequence[Item]) -> None:
    items = {item_of(one.modality, one.place) for one in given}
    if not items <= set(wanted):
        raise Problem("station.wrong_item")
    absent = [item.value for item in wanted if item not in items]
    if absent:
        raise Problem("station.item_not_given", items=", ".join(absent))


def _check_confusion(
    station: Station, draft: Draft, given: Sequence[Captured], judged: Sequence[Judgement]
) -> None:
    """Refuses a capture in which one finger stands for two; else its templates are kept for the next step."""
    if not station.judge.compares:
        return
    new = {
        item_of(one.modality, one.place): judgement.print
        for one, judgement in zip(given, judged, strict=True)
        if judgement.print is not None
    }
    if not new:
        return
    found = confusion(new, station.prints.of(draft, without=frozenset(new)))
    if found is not None:
        raise found.problem()
    for one, judgement in zip(given, judged, strict=True):
        station.prints.keep(one.encoded, judgement.print)


def _event(one: Captured, judgement: Judgement, now: int) -> ItemCaptured:
    item = item_of(one.modality, one.place)
    return ItemCaptured(
        now, item, one.media_type, one.encoded, judgement.quality, judgement.cause, one.device_label
    )
