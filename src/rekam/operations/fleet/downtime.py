"""How long something was away, from the moments at which it went and came."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Stretch = tuple[int, int]
"""From and until, unix seconds."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something went away or came back.

    Attributes:
        at: Unix seconds.
        away: Whether it is away from then on.
    """

    at: int
    away: bool


def away(changes: Iterable[Change], *, at_first: bool, since: int, until: int) -> list[Stretch]:
    """The stretches in which it was away.

    Args:
        changes: In the order of time.
        at_first: Whether it was away at ``since``.
        since: Beginning, unix seconds.
        until: End; what is still away then counts up to here.
    """
    found: list[Stretch] = []
    went = since if at_first else None
    for change in changes:
        if change.away and went is None:
            went = change.at
        elif not change.away and went is not None:
            found.append((went, change.at))
            went = None
    if went is not None:
        found.append((went, until))
    return [(max(a, since), min(b, until)) for a, b in found if max(a, since) < min(b, until)]


def overlap(stretches: Iterable[Stretch], windows: Sequence[Stretch]) -> int:
    """Seconds of the windows that the stretches cover; what two stretches share counts once."""
    joined: list[list[int]] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return sum(max(0, min(end, last) - max(start, first)) for start, end in joined for first, last in windows)


def lost_seconds(
    changes: Iterable[Change], windows: Sequence[Stretch], *, at_first: bool, since: int, until: int
) -> int:
    """Seconds of the opening hours in which it was away."""
    return overlap(away(changes, at_first=at_first, since=since, until=until), windows)
