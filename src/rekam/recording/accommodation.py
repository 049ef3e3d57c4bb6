"""What the station does differently for a resident, and who came along: noted in the recording, never a refusal."""

from enum import Enum

from rekam.problem import Problem
from rekam.recording import parameters


class Accommodation(Enum):
    """One way of working differently."""

    WHEELCHAIR = "wheelchair"
    """Photo seated, camera lowered, scanners brought to the lap."""
    POSTURE = "posture"
    """Head or body cannot be held straight: tilt and background of the photo are not judged against the resident."""
    AT_HOME = "at_home"
    """Recorded where the resident lies or lives."""
    COMPANION = "companion"
    """Cannot follow instructions alone (mental disability, deaf and blind): somebody of theirs helps and agrees."""


POSTURE_KINDS = frozenset({Accommodation.WHEELCHAIR, Accommodation.POSTURE, Accommodation.AT_HOME})
"""With these the photo is accepted at the first attempt, with its note."""


def check_companion(kind: Accommodation, companion: str, relationship: str) -> tuple[str, str]:
    """Name and relationship of who helps, trimmed; both empty where the kind needs nobody.

    Raises:
        Problem: ``recording.companion_needed`` when one of them is missing or too long to be a note.
    """
    if kind is not Accommodation.COMPANION:
        return "", ""
    name, link = " ".join(companion.split()), " ".join(relationship.split())
    longest = parameters.COMPANION_MAX_CHARACTERS
    if not (3 <= len(name) <= longest and 3 <= len(link) <= longest):
        raise Problem("recording.companion_needed", longest=longest)
    return name, link
