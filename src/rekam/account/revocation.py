"""Was a recording sealed before its operator was revoked? Decided from evidence, not from the station's clock."""

from enum import Enum


class Sealed(Enum):
    """When a recording was sealed, held against a revocation."""

    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


def sealed_when(*, revoked_at: int, sequence: int, seen_sequence: int, earliest: int) -> Sealed:
    """What is known of it.

    Args:
        revoked_at: Unix seconds of the centre's clock.
        sequence: Number of the packet in its station's chain.
        seen_sequence: Highest number of that station that the centre had seen when it revoked.
        earliest: The station's trusted bound at the sealing: it was no earlier, Unix seconds.

    Returns:
        ``UNKNOWN`` when the station had not heard of the centre since before the revocation: it did what it
        had been told, and its residents do not pay for a line that was cut.
    """
    if sequence <= seen_sequence:
        return Sealed.BEFORE
    if earliest > revoked_at:
        return Sealed.AFTER
    return Sealed.UNKNOWN
