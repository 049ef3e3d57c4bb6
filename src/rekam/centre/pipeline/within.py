"""What the fingers of one recording say by themselves, and beside those of the operator's latest recordings."""

from collections.abc import Mapping

from rekam.abis.within.same_finger import Fingers, same_fingers
from rekam.abis.within.watch import FingerWatch
from rekam.centre.pipeline.flag import SAME_FINGER, SHARED_FINGER

SHARED_MOST = 4
"""Fingers that two people may share before they are rather one person, whom the search finds anyway."""


def within_flags(fingers: Fingers, recent: Mapping[str, Fingers]) -> dict[str, str]:
    """Flags with the places that they speak of: ``2=7``, one place and the other.

    A flag accuses nobody: the recording goes on, and a supervisor sees the flag beside it.

    Args:
        fingers: Of the recording.
        recent: Of the operator's latest recordings, by packet id.
    """
    flags = {}
    twice = same_fingers(fingers)
    if twice:
        flags[SAME_FINGER] = ", ".join(f"{int(pair.one)}={int(pair.other)}" for pair in twice)
    watch = FingerWatch()
    for ref, others in recent.items():
        watch.add(ref, others)
    shared: dict[str, set[int]] = {}
    for hit in watch.hits(fingers):
        shared.setdefault(hit.ref, set()).add(int(hit.position))
    lent = {ref: places for ref, places in shared.items() if len(places) <= SHARED_MOST}
    if lent:
        flags[SHARED_FINGER] = ", ".join(
            f"{'+'.join(str(place) for place in sorted(places))}={ref[:8]}" for ref, places in lent.items()
        )
    return flags
