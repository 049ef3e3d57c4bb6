"""The ``filter`` of a search."""

from collections.abc import Callable, Mapping
from typing import Any

from rekam.abis import PersonTemplate
from rekam.engine.encounter import Encounter

_TYPES = "biometricType"


def compared(template: PersonTemplate, asked: Mapping[str, Any]) -> PersonTemplate:
    """The template without the modalities that the filter leaves out."""
    types = asked.get(_TYPES)
    if types is None:
        return template
    wanted = {types} if isinstance(types, str) else {one for one in types if isinstance(one, str)}
    return PersonTemplate(
        template.fingers if "FINGER" in wanted else {},
        template.irises if "IRIS" in wanted else {},
        template.face if "FACE" in wanted else None,
    )


def acceptance(asked: Mapping[str, Any]) -> Callable[[Encounter], bool] | None:
    """Whether an encounter's biographic data fit: ``X`` equal, ``XMin`` and ``XMax`` not below and not above.

    An encounter that says nothing about X does not fit.
    """
    conditions = {name: value for name, value in asked.items() if name != _TYPES}
    if not conditions:
        return None

    def accept(encounter: Encounter) -> bool:
        biographic = encounter.said.get("biographic")
        if not isinstance(biographic, Mapping):
            return False
        return all(_fits(biographic, name, value) for name, value in conditions.items())

    return accept


def _fits(biographic: Mapping[str, Any], name: str, value: Any) -> bool:
    if name in biographic:
        return bool(biographic[name] == value)
    for ending, sign in (("Min", 1), ("Max", -1)):
        own = biographic.get(name.removesuffix(ending)) if name.endswith(ending) else None
        if own is not None:
            return _order(own, value) in (0, sign)
    return False


def _order(a: Any, b: Any) -> int | None:
    """-1, 0 or 1; nothing for values of different kinds. Days as text (ISO 8601) are in their own order."""
    numbers = all(isinstance(one, int | float) for one in (a, b))
    if not numbers and not all(isinstance(one, str) for one in (a, b)):
        return None
    return int(a > b) - int(a < b)
