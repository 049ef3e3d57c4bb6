"""Sharing a whole number out so that the parts add up to it."""

from collections.abc import Sequence


def shared_out(total: int, weights: Sequence[int]) -> list[int]:
    """Parts of ``total`` in proportion to ``weights``, by largest remainder (Hare's quota).

    Every part is its exact share rounded down or up, and the parts sum to the whole. Equal remainders go to the
    first; who weighs nothing gets nothing, and so does everybody when nobody weighs anything.

    Args:
        total: What is shared out; 0 or more.
        weights: 0 or more each.
    """
    sum_of_weights = sum(weights)
    if not sum_of_weights:
        return [0] * len(weights)
    parts = [total * weight // sum_of_weights for weight in weights]
    remainders = [total * weight % sum_of_weights for weight in weights]
    nearest = sorted(range(len(weights)), key=lambda at: -remainders[at])
    for at in nearest[: total - sum(parts)]:
        parts[at] += 1
    return parts
