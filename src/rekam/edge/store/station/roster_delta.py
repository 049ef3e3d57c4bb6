"""Changes to a roster as the centre sends them: MessagePack, a version first."""

import msgspec

from rekam.person.biodata import Biodata
from rekam.problem import Problem


class RosterDelta(msgspec.Struct, frozen=True):
    """What changed.

    Attributes:
        version: Version of the roster after the change.
        residents: New or changed lines.
        removed: NIKs that left (dead, moved, recorded elsewhere).
    """

    version: str
    residents: tuple[Biodata, ...] = ()
    removed: tuple[str, ...] = ()


def encode_roster_delta(delta: RosterDelta) -> bytes:
    """The delta as bytes."""
    return msgspec.msgpack.encode(delta)


def decode_roster_delta(content: bytes) -> RosterDelta:
    """The delta.

    Raises:
        Problem: ``station.roster_unreadable``.
    """
    try:
        return msgspec.msgpack.decode(content, type=RosterDelta)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Problem("station.roster_unreadable") from error
