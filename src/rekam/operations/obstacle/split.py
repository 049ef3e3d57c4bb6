"""Opening hours of a station-day split over causes, so that no hour counts twice."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rekam.operations.obstacle.cause import PRIORITY, Cause
from rekam.operations.obstacle.loss import Claim, DaySplit, Loss, Part
from rekam.operations.obstacle.opening import Stretch

_RANK = {cause: rank for rank, cause in enumerate(PRIORITY)}
_Key = tuple[Cause, bool]


def split_day(
    hours: Sequence[Stretch],
    losses: Iterable[Loss],
    claims: Iterable[Claim] = (),
    *,
    running: Sequence[Stretch] | None = None,
) -> DaySplit:
    """Every second of the opening hours goes to work or to one cause.

    A second that several causes claim goes to the first of `PRIORITY`, what was observed before what was
    reported. What nobody explains and in which the station did not run is unknown. Claims without a clock
    time take what is left: the unknown first, then what counts as worked, never more than there is.

    Args:
        hours: Opening hours; stretches that do not overlap.
        losses: In any order.
        claims: In any order.
        running: When the station ran; ``None`` = nobody knows, then it counts as running.
    """
    known = sorted(losses, key=_order)
    lost: dict[_Key, int] = defaultdict(int)
    hindered: dict[_Key, int] = defaultdict(int)
    evidence: dict[_Key, list[str]] = defaultdict(list)
    worked = 0
    for first, last in _segments(hours, known, running):
        length = last - first
        here = [loss for loss in known if loss.since <= first and last <= loss.until]
        stopping = next((loss for loss in here if loss.stops), None)
        if stopping is not None:
            _take(lost, evidence, stopping, length)
        elif running is not None and not _inside(running, first, last):
            lost[Cause.UNKNOWN, True] += length
        else:
            worked += length
            if here:
                _take(hindered, evidence, here[0], length)
    open_s = sum(last - first for first, last in hours)
    claimed = _claimed(hours, known, open_s)
    for cause, claim_s, letters in _largest(claims):
        key = (cause, False)
        claimed[key] = min(open_s, max(claimed[key], claim_s))
        # What was seen or told with clock times of the same cause is the same time.
        asked = max(0, claim_s - lost[cause, True] - lost[key])
        free = min(asked, lost[Cause.UNKNOWN, True])
        lost[Cause.UNKNOWN, True] -= free
        more = min(asked - free, worked)
        worked -= more
        lost[key] += free + more
        evidence[key] += [letter for letter in letters if letter not in evidence[key]]
    keys = {key for told in (lost, hindered, claimed) for key, seconds in told.items() if seconds}
    hindered_in_all = sum(hindered.values())
    # A claim may have taken time that was worked in spite of something: that time is no longer worked.
    scale = min(1.0, worked / hindered_in_all) if hindered_in_all else 1.0
    return DaySplit(
        open_s,
        worked,
        tuple(
            Part(
                cause=cause, observed=observed, lost_s=lost[cause, observed],
                hindered_s=int(hindered[cause, observed] * scale), claimed_s=claimed[cause, observed],
                evidence=tuple(evidence[cause, observed]),
            )
            for cause, observed in sorted(keys, key=lambda key: (_RANK[key[0]], not key[1]))
        ),
    )  # fmt: skip


def _order(loss: Loss) -> tuple[int, bool, int, int, str, bool]:
    return _RANK[loss.cause], not loss.observed, loss.since, loss.until, loss.evidence, not loss.stops


def _segments(
    hours: Sequence[Stretch], losses: Sequence[Loss], running: Sequence[Stretch] | None
) -> Iterable[Stretch]:
    marks = sorted(
        {edge for loss in losses for edge in (loss.since, loss.until)}
        | {edge for stretch in running or () for edge in stretch}
    )
    for first, last in hours:
        inside = [first, *(mark for mark in marks if first < mark < last), last]
        yield from pairwise(inside)


def _inside(stretches: Sequence[Stretch], first: int, last: int) -> bool:
    return any(since <= first and last <= until for since, until in stretches)


def _take(taken: dict[_Key, int], evidence: dict[_Key, list[str]], loss: Loss, length: int) -> None:
    key = (loss.cause, loss.observed)
    taken[key] += length
    if loss.evidence and loss.evidence not in evidence[key]:
        evidence[key].append(loss.evidence)


def _largest(claims: Iterable[Claim]) -> list[tuple[Cause, int, list[str]]]:
    """Two reports of one cause and day tell of the same hours: the larger counts, both are evidence."""
    by_cause: dict[Cause, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_cause[claim.cause].append(claim)
    return [
        (cause, max(one.seconds for one in told), sorted({one.evidence for one in told if one.evidence}))
        for cause, told in sorted(by_cause.items(), key=lambda pair: _RANK[pair[0]])
    ]


def _claimed(hours: Sequence[Stretch], losses: Sequence[Loss], open_s: int) -> dict[_Key, int]:
    """Reported stretches as they were told, each clipped to the opening hours."""
    claimed: dict[_Key, int] = defaultdict(int)
    for loss in losses:
        if not loss.observed:
            inside = sum(max(0, min(loss.until, last) - max(loss.since, first)) for first, last in hours)
            key = (loss.cause, False)
            claimed[key] = min(open_s, claimed[key] + inside)
    return claimed
