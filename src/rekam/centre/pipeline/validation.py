"""What a recording must have before it is searched: pure checks of what stood in the packet."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from rekam.biometric import Eye, FingerPosition, Modality
from rekam.packet import Recording
from rekam.person import check_biodata
from rekam.problem import Problem

_WANTED: tuple[tuple[Modality, FingerPosition | Eye | None], ...] = (
    *((Modality.FINGER, position) for position in FingerPosition),
    *((Modality.IRIS, eye) for eye in Eye),
    (Modality.SIGNATURE, None),
)


def day_of(recording: Recording, received_at: int | None = None) -> date:
    """The day of the recording, by UTC: its own date, moved between what is certain at both ends.

    Args:
        recording: Its station's clock may have been wrong.
        received_at: Unix seconds by the centre's clock when it came; ``None`` = not known.
    """
    at = recording.consented_at
    if received_at is not None:
        at = min(at, received_at)
    if recording.clock is not None:
        earliest = recording.clock.earliest
        at = max(at, earliest if received_at is None else min(earliest, received_at))
    return datetime.fromtimestamp(at, UTC).date()


def problems_of(
    recording: Recording,
    *,
    station: str,
    known_region: Callable[[str], bool],
    received_at: int | None = None,
) -> list[Problem]:
    """Everything that is wrong with a recording; empty = it may go on.

    Args:
        recording: What stood in the packet.
        station: Who sealed it.
        known_region: Whether a region code is or was in force.
        received_at: Unix seconds when the packet came.
    """
    found: list[Problem] = []
    if recording.station != station:
        found.append(Problem("centre.other_station", station=recording.station))
    found += check_biodata(recording.biodata, today=day_of(recording, received_at), known_region=known_region)
    absent = _absent(recording)
    if absent:
        found.append(Problem("centre.items_missing", items=", ".join(absent)))
    return found


def all_excepted(recording: Recording) -> bool:
    """Whether every finger and eye was excepted with a reason: nothing is there to search with."""
    return not any(sample.modality in {Modality.FINGER, Modality.IRIS} for sample in recording.samples)


def item_name(modality: Modality, place: FingerPosition | Eye | None) -> str:
    """Short name of an item, ``finger 2``."""
    return f"{modality.value} {int(place)}" if place else modality.value


def _absent(recording: Recording) -> list[str]:
    """Items neither captured nor excepted. The portrait is the least that everybody gives."""
    given = {(sample.modality, sample.place) for sample in recording.samples}
    excused = {(item.modality, item.place) for item in recording.missing}
    absent = [item for item in _WANTED if item not in given | excused]
    if (Modality.FACE, None) not in given:
        absent.append((Modality.FACE, None))
    return [item_name(*item) for item in absent]
