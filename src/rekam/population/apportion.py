import numpy as np
from numpy.typing import ArrayLike, NDArray


def apportion(weights: ArrayLike, total: int, caps: ArrayLike | None = None) -> NDArray[np.int64]:
    """Shares out a whole number exactly, by largest remainders.

    Args:
        weights: (n,) not negative.
        total: What is shared out; 0 or more.
        caps: (n,) most that each may get; None for no limit.

    Returns:
        (n,) whole numbers with the sum ``total``. Equal remainders go to the first.

    Raises:
        ValueError: If there is more to share out than the caps have room for.
    """
    share = np.asarray(weights, dtype=np.float64)
    room = np.full(share.shape, total, dtype=np.int64) if caps is None else np.asarray(caps, dtype=np.int64)
    if total > int(room.sum()):
        message = f"cannot share out {total}: there is room for {int(room.sum())}"
        raise ValueError(message)
    if share.size and share.max() > 0:
        share = share / share.max()  # the smallest numbers a float knows would not survive a division
    given = np.zeros(share.shape, dtype=np.int64)
    while True:
        left = total - int(given.sum())
        free = given < room
        weight = np.where(free, share, 0.0)
        if not weight.sum() > 0:
            weight = free.astype(np.float64)
        quota = left * (weight / weight.sum()) if left else np.zeros(share.shape)
        full = free & (quota > room - given)
        if not full.any():
            break
        given[full] = room[full]
    whole = np.floor(quota).astype(np.int64)
    given += whole
    by_remainder = np.argsort(-(quota - whole), kind="stable")
    given[by_remainder[: total - int(given.sum())]] += 1
    return given
