"""A cut of months, and how far its simulation is."""

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import TypeVar

from rekam.fault.bed.audit import Finding
from rekam.fault.bed.office import Office
from rekam.fault.bed.post import Post
from rekam.fault.outcome import Outcome
from rekam.fault.trial import Trials

T = TypeVar("T")

DAY_S = 86_400
_BEGUN = 1_490_000_000


@dataclass(frozen=True, slots=True)
class Cut:
    """How long, and how much is recorded meanwhile.

    Attributes:
        days: Working days of the cut; three months have 78.
        per_day: Recordings of a station on each.
        windows: Windows in which the centre could take the whole backlog in: the fewer, the more it takes in one.
    """

    days: int = 78
    per_day: int = 60
    windows: int = 12


@dataclass
class CutRun:
    """One run.

    Attributes:
        sealers: Other processes: stations seal on their own machines.
        callers: Threads in which stations speak to the centre at the same time.
        posts: The stations.
        now: Simulated time, Unix seconds.
        fairness: Least share of a station in a window against the median share.
        brought: Bodies that came while catching up.
    """

    trials: Trials
    cut: Cut
    outcome: Outcome
    sealers: Executor
    callers: Executor
    posts: list[Post] = field(default_factory=list)
    finding: Finding = field(default_factory=Finding)
    now: int = _BEGUN
    fairness: float = 1.0
    brought: int = 0

    @property
    def suspended(self) -> list[Post]:
        """Stations with a line."""
        return self.posts[0::2]

    def each(self, posts: Iterable[Post], call: Callable[[Post], T]) -> list[T]:
        """What every station's call to the centre gives, several at the same time."""
        return list(self.callers.map(call, posts))

    def bring(self, office: Office, post: Post, wanted: tuple[bytes, ...]) -> int:
        """A station brings what is wanted of it, the oldest first; how many bodies."""
        oldest = next(iter(post.held.values())).sequence if post.held else 0
        sequences = list(post.bring(office, wanted))
        if sequences and (sequences != sorted(sequences) or sequences[0] != oldest):
            self.finding.note("unknown", f"{post.name} was not asked for its oldest first")
        return len(sequences)
