"""The chain of a station's manifests: numbered without gaps, each holding the hash of the one before."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rekam.packet.manifest import START, Manifest
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class Link:
    """Where a chain stands: the last number and the hash of its signed manifest."""

    sequence: int = 0
    hash: bytes = START


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What is wrong in a chain; three empty tuples = nothing.

    Attributes:
        gaps: Missing numbers as ranges (first, last), both included.
        breaks: Numbers whose ``previous`` is not the hash of the manifest before.
        forks: Numbers that different manifests claim.
    """

    gaps: tuple[tuple[int, int], ...] = ()
    breaks: tuple[int, ...] = ()
    forks: tuple[int, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.gaps or self.breaks or self.forks)

    def problems(self, station: str) -> list[Problem]:
        """The same, as problems with names."""
        return [
            *(Problem("packet.chain_gap", station=station, first=a, last=b) for a, b in self.gaps),
            *(Problem("packet.chain_break", station=station, sequence=n) for n in self.breaks),
            *(Problem("packet.chain_fork", station=station, sequence=n) for n in self.forks),
        ]


def check_chain(manifests: Iterable[Manifest], *, after: Link | None = None) -> ChainReport:
    """Checks the manifests of one station, in any order, repeats allowed.

    Args:
        manifests: Checked manifests of one station.
        after: Where the chain stood at the last check; the beginning if not given. Older manifests are skipped.

    Raises:
        ValueError: If the manifests are of more than one station (a mistake of the programmer).
    """
    start = after or Link()
    hashes: dict[int, set[bytes]] = {start.sequence: {start.hash}}
    links: list[Manifest] = []
    stations = set()
    for manifest in manifests:
        stations.add(manifest.station)
        if manifest.sequence > start.sequence:
            hashes.setdefault(manifest.sequence, set()).add(manifest.hash)
            links.append(manifest)
    if len(stations) > 1:
        message = f"one chain, but stations {sorted(stations)}"
        raise ValueError(message)
    known = sorted(hashes)
    return ChainReport(
        gaps=tuple((a + 1, b - 1) for a, b in pairwise(known) if b > a + 1),
        breaks=tuple(
            sorted({m.sequence for m in links if m.previous not in hashes.get(m.sequence - 1, {m.previous})})
        ),
        forks=tuple(n for n in known if len(hashes[n]) > 1),
    )


def check_next(manifest: Manifest, after: Link) -> Link:
    """Checks that ``manifest`` is the next link; gives where the chain stands then.

    Raises:
        Problem: ``packet.chain_gap`` (numbers left out), ``packet.chain_fork`` (a number used already by
            another manifest), ``packet.chain_break`` (right number, other predecessor).
    """
    here = Link(manifest.sequence, manifest.hash)
    if here == after:
        return after
    station = manifest.station
    if manifest.sequence > after.sequence + 1:
        raise Problem(
            "packet.chain_gap", station=station, first=after.sequence + 1, last=manifest.sequence - 1
        )
    if manifest.sequence <= after.sequence:
        raise Problem("packet.chain_fork", station=station, sequence=manifest.sequence)
    if manifest.previous != after.hash:
        raise Problem("packet.chain_break", station=station, sequence=manifest.sequence)
    return here
