"""The days of one post, split: what was told of it becomes losses, claims and running time."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from rekam.edge.store.centre.settled_days import SettledDay
from rekam.edge.store.centre.station_days import DayFact, Post, RawClaim, RawLoss
from rekam.operations.obstacle import Cause, Claim, Loss, Stretch, day_bounds, opening, split_day
from rekam.operations.power import Backup, uncarried


@dataclass(slots=True)
class Told:
    """Everything that was told of one post.

    Attributes:
        facts: Counts by day.
        captured: Recordings by day, out of the manifests.
        changes: Starts (true) and ends, by time.
        losses: Whatever was away.
        claims: Reported hours.
        backup: What carries its office through a cut.
    """

    facts: dict[date, DayFact] = field(default_factory=dict)
    captured: dict[date, int] = field(default_factory=dict)
    changes: list[tuple[int, bool]] = field(default_factory=list)
    losses: list[RawLoss] = field(default_factory=list)
    claims: list[RawClaim] = field(default_factory=list)
    backup: Backup | None = None


def settled_days(post: Post, told: Told, first: date, last: date, at: int) -> Iterator[SettledDay]:
    """The days of a post that are known.

    A station is known up to its last word: a silent one is not accused. An office's post is known on the
    days that the office told.
    """
    # A station that worked before it was entered here counts from its first sign.
    since = min(
        [
            post.since,
            *(at for at, _ in told.changes[:1]),
            *(day_bounds(day, post.place)[0] for day in told.facts),
        ]
    )
    day = first
    while day <= last:
        until = min(post.known_until, at) if post.measured else at
        begins = max(since, day_bounds(day, post.place)[0])
        hours = [(max(a, since), b) for a, b in opening(day, post.place, until) if b > since]
        fact = told.facts.get(day)
        if fact is None and post.measured and (until > begins):
            fact = DayFact(
                station_id=post.station_id, day=day, recorded=told.captured.get(day, 0), refused=0, source="packets"
            )  # fmt: skip
        if fact is not None and (hours or fact.recorded):
            yield _settled(post, told, fact, hours)
        day += timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayTold:
    """What was told of a day: what was away, and when the station ran (``None`` = nobody knows)."""

    losses: list[Loss]
    running: list[Stretch] | None


def told_of(post: Post, told: Told, fact: DayFact) -> DayTold:
    """What was told of the day of a post."""
    begin, end = day_bounds(fact.day, post.place)
    found = [
        loss for raw in told.losses
        if raw.since < end and raw.until > begin and (loss := _loss(raw, fact, told.backup)) is not None
    ]  # fmt: skip
    return DayTold(found, _running(told.changes, begin, end) if post.measured and told.changes else None)


def _settled(post: Post, told: Told, fact: DayFact, hours: list[Stretch]) -> SettledDay:
    known = told_of(post, told, fact)
    claims = [
        Claim(cause=Cause(one.cause), seconds=one.seconds_a_day, evidence=one.evidence)
        for one in told.claims
        if one.first_day <= fact.day <= one.last_day
    ]
    return SettledDay(
        place=post.place, fact=fact, split=split_day(hours, known.losses, claims, running=known.running)
    )


def _loss(raw: RawLoss, fact: DayFact, backup: Backup | None) -> Loss | None:
    since, until = raw.since, raw.until
    if raw.cause == Cause.POWER.value and not raw.observed:
        # An office says that the mains were away; its own backup may have carried the work on.
        left = uncarried(since, until, backup)
        if left is None:
            return None
        since, until = left
    stops = raw.stops == "always" or (raw.stops == "idle" and fact.recorded == 0)
    return Loss(
        cause=Cause(raw.cause), since=since, until=until, observed=raw.observed, stops=stops,
        evidence=raw.evidence,
    )  # fmt: skip


def _running(changes: list[tuple[int, bool]], begin: int, end: int) -> list[Stretch]:
    """When it ran on a day. A start without an end before it follows a power gap, which is a loss of its own."""
    stretches: list[Stretch] = []
    started: int | None = None
    for at, starts in changes:
        if starts:
            if started is not None:
                # The run before was cut off: the gap's beginning, if one was noted, is a loss already.
                stretches.append((started, at))
            started = at
        elif started is not None:
            stretches.append((started, at))
            started = None
    if started is not None:
        stretches.append((started, end))
    return [(max(a, begin), min(b, end)) for a, b in stretches if a < end and b > begin]
