from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What an update is."""

    SOFTWARE = "software"
    REFERENCE = "reference"
    RULES = "rules"


@dataclass(frozen=True, slots=True)
class Offer:
    """One file that the centre vouches for.

    Attributes:
        name: Its path among the targets, ``software/rekam-1.2.0-py3-none-any.whl``.
        kind: What it is.
        version: Its own version, as people write it.
        size: Bytes.
        sha256: Hexadecimal.
    """

    name: str
    kind: Kind
    version: str
    size: int
    sha256: str
