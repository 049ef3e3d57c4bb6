"""Whole people out of fractions, without losing or inventing one."""

from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def apportion(weights: Mapping[Key, float], total: int) -> dict[Key, int]:
    """Share a whole number out by largest remainders; the parts sum to it exactly.

    Args:
        weights: Not negative; in the order in which equal remainders are served.
        total: 0 or more.

    Returns:
        A part for each key. With no weight at all every part is 0 unless ``total`` is 0 too.

    Raises:
        ValueError: If there is something to share out and no weight.
    """
    exact = {key: Fraction(weight) for key, weight in weights.items()}
    whole = sum(exact.values())
    if total and not whole:
        message = f"nobody to share {total} out to"
        raise ValueError(message)
    if not total:
        return dict.fromkeys(exact, 0)
    quotas = {key: total * weight / whole for key, weight in exact.items()}
    given = {key: int(quota) for key, quota in quotas.items()}
    ranked = sorted(quotas, key=lambda key: given[key] - quotas[key])
    for key in ranked[: total - sum(given.values())]:
        given[key] += 1
    return given
