"""What a recording set is made of, how it is, and who holds it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType


class ComponentKind(Enum):
    """Parts of a set: what records, what prints, what keeps it running."""

    SERVER = "server"
    LAPTOP = "laptop"
    CAMERA = "camera"
    TEN_PRINT_SCANNER = "ten_print_scanner"
    IRIS_SCANNER = "iris_scanner"
    SIGNATURE_PAD = "signature_pad"
    CARD_READER = "card_reader"
    PRINTER = "printer"
    UPS = "ups"
    GENERATOR = "generator"


class Condition(Enum):
    """How a component is.

    ``UNCHECKED`` is a reported one that nobody has looked at yet: it counts as broken, of unknown weight.
    """

    GOOD = "good"
    UNCHECKED = "unchecked"
    LIGHT = "light"
    HEAVY = "heavy"
    LOST = "lost"
    STOLEN = "stolen"


class HolderKind(Enum):
    """Who has it in hand. ``NOBODY`` is a lost one; ``RETIRED`` has left the register for good."""

    OFFICE = "office"
    DEPOT = "depot"
    MINISTRY = "ministry"
    TRANSIT = "transit"
    NOBODY = "nobody"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a component.

    Attributes:
        kind: What the holder is.
        place: Region code; empty for the ministry.
    """

    kind: HolderKind
    place: str


MINISTRY = Holder(HolderKind.MINISTRY, "")

NEEDED = frozenset(
    {
        ComponentKind.LAPTOP,
        ComponentKind.CAMERA,
        ComponentKind.TEN_PRINT_SCANNER,
        ComponentKind.IRIS_SCANNER,
    }
)
"""Without one of these a set records nobody whole: the devices that a station needs, and the laptop itself."""

SEEN_AS: Mapping[str, ComponentKind] = MappingProxyType(
    {
        "face": ComponentKind.CAMERA,
        "finger": ComponentKind.TEN_PRINT_SCANNER,
        "iris": ComponentKind.IRIS_SCANNER,
        "signature": ComponentKind.SIGNATURE_PAD,
    }
)
"""The name of a device in a station's report, as the register calls it."""
