"""What is known to have taken time of a station-day, before anything is split."""

from dataclasses import dataclass

from rekam.operations.obstacle.cause import Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """A stretch in which something was away.

    Attributes:
        cause: What.
        since: Unix seconds.
        until: Unix seconds.
        observed: Seen by a station or the centre; else reported by people.
        stops: Whether nobody could be recorded; else the work went on and was hindered.
        evidence: Where it stands, ``kind:number``.
    """

    cause: Cause
    since: int
    until: int
    observed: bool
    stops: bool = True
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Hours of a day that people report without saying which.

    Attributes:
        seconds: Of the opening hours.
    """

    cause: Cause
    seconds: int
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one cause took of a day, by one kind of source.

    Attributes:
        lost_s: Seconds of the opening hours; counted once, whatever else was away.
        hindered_s: Seconds that were worked in spite of it.
        claimed_s: Seconds as reported, before observations were set against them.
        evidence: Where it stands.
    """

    cause: Cause
    observed: bool
    lost_s: int
    hindered_s: int
    claimed_s: int
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DaySplit:
    """A station-day: ``worked_s`` and the ``lost_s`` of all parts are ``open_s``."""

    open_s: int
    worked_s: int
    parts: tuple[Part, ...]

    @property
    def lost_s(self) -> int:
        """Seconds that were not worked."""
        return sum(part.lost_s for part in self.parts)
