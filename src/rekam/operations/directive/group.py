"""Groups of regions that a directive or a meeting speaks to: the islands, as the first digit of a province's code."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Group:
    """One group.

    Attributes:
        key: Stored and typed.
        words: Indonesian.
        digits: First digits of the province codes inside (Permendagri 72/2019 numbers provinces by island).
    """

    key: str
    words: str
    digits: str


GROUPS = (
    Group("nasional", "Seluruh Indonesia", "123456789"),
    Group("sumatera", "Sumatera", "12"),
    Group("jawa", "Jawa", "3"),
    Group("bali_nusa", "Bali dan Nusa Tenggara", "5"),
    Group("kalimantan", "Kalimantan", "6"),
    Group("sulawesi", "Sulawesi", "7"),
    Group("maluku_papua", "Maluku dan Papua", "89"),
)
"""The nation and the six island groups; together the six are the nation, none holds a province twice."""

GROUP_WORDS: Mapping[str, str] = MappingProxyType({group.key: group.words for group in GROUPS})
"""Words by key."""


def provinces_of(key: str, provinces: Iterable[str]) -> tuple[str, ...]:
    """The provinces of a group, in the order of their codes; nothing for a key that is none.

    Args:
        key: Of a `Group`.
        provinces: Codes of all provinces.
    """
    digits = next((group.digits for group in GROUPS if group.key == key), "")
    return tuple(sorted(code for code in provinces if code[:1] in digits))


def covering(places: Iterable[str]) -> tuple[str, ...]:
    """The fewest places that hold all: a regency is left out where its province stands in the list too."""
    found: list[str] = []
    for place in sorted(set(places)):
        if not any(above in {"", place} or place.startswith(f"{above}.") for above in found):
            found.append(place)
    return tuple(found)
