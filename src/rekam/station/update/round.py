"""One look for updates: what is offered is fetched and checked; a newer program is chosen for the next start."""

from dataclasses import dataclass
from importlib.metadata import version as installed
from pathlib import Path

from tuf.ngclient import FetcherInterface

from rekam.edge.trust import Kind, Offer, StationUpdates
from rekam.problem import Problem
from rekam.station.update.version import Versions
from rekam.station.update.wheel import unpack


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look found.

    Attributes:
        offers: Everything the centre vouches for.
        fetched: Of these, what came to this station now.
        program: Version of the program that the next start will run, if it changed now.
    """

    offers: tuple[Offer, ...]
    fetched: tuple[Offer, ...]
    program: str | None


def look(updates: StationUpdates, versions: Versions, source: FetcherInterface) -> Looked:
    """Takes what is new; doing it again changes nothing.

    Raises:
        Problem: ``trust.*``; the station goes on with what it has.
    """
    offers = updates.look(source)
    fetched = []
    for offer in offers:
        if not updates.held(offer):
            updates.fetch(offer, source)
            fetched.append(offer)
    return Looked(tuple(offers), tuple(fetched), _choose(offers, updates, versions, source))


def _choose(
    offers: list[Offer], updates: StationUpdates, versions: Versions, source: FetcherInterface
) -> str | None:
    programs = [offer for offer in offers if offer.kind is Kind.SOFTWARE and _newer(offer.version, versions)]
    if not programs:
        return None
    best = max(programs, key=lambda offer: _parts(offer.version))
    path = unpack(updates.fetch(best, source).read_bytes(), versions.folder, name=best.version)
    versions.choose(best.version, path)
    return best.version


def _newer(version: str, versions: Versions) -> bool:
    chosen = versions.chosen()
    now = chosen.version if chosen else running()
    return version != versions.given_up() and _parts(version) > _parts(now)


def running() -> str:
    """Version of the program installed by hand."""
    return installed("rekam")


def _parts(version: str) -> tuple[int, ...]:
    """Release numbers for comparing.

    Raises:
        Problem: ``trust.unreadable`` for a version that has no numbers.
    """
    try:
        return tuple(int(part) for part in version.split("."))
    except ValueError as error:
        raise Problem("trust.unreadable") from error


def updates_of(folder: Path, now: int) -> tuple[StationUpdates, Versions]:
    """The update rooms of a station's folder.

    Args:
        folder: The station's state folder.
        now: Unix seconds that are certainly past.
    """
    return StationUpdates(folder / "updates", lambda: now), Versions(folder)
