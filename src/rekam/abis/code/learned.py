"""How the planes that cut a finger's counts into bits are learned."""

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from rekam.abis.code.parameters import CODE_BITS, LEARNED_RIDGE, LEARNED_SEED


def learned_planes(
    histograms: NDArray[np.float32], fingers: Sequence[Hashable]
) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
    """Directions in which fingers differ most beside how one finger differs from itself, evenly mixed.

    1. Spread within a finger over its impressions, with a ridge so that it can be inverted.
    2. The directions with the greatest spread of all prints against it (linear discriminant, Fisher 1936).
    3. A random turn (fixed seed), so that every bit says about the same.

    Args:
        histograms: Of all prints, (prints, HISTOGRAM).
        fingers: Which finger each is of.

    Returns:
        Mean of the prints (HISTOGRAM,), and the planes (CODE_BITS, HISTOGRAM), each scaled to the range of int8.
    """
    mean = histograms.mean(axis=0)
    centred = (histograms - mean).astype(np.float64)
    names = sorted(set(fingers), key=repr)
    number = {name: place for place, name in enumerate(names)}
    which = np.array([number[finger] for finger in fingers])
    own = np.zeros((len(names), centred.shape[1]))
    np.add.at(own, which, centred)
    own /= np.bincount(which)[:, None]
    apart = centred - own[which]
    within = apart.T @ apart / len(apart)
    within += LEARNED_RIDGE * np.trace(within) / len(within) * np.eye(len(within))
    whitening = np.linalg.cholesky(np.linalg.inv(within))
    _, directions = np.linalg.eigh(whitening.T @ np.cov(centred.T) @ whitening)
    best = (whitening @ directions[:, ::-1])[:, :CODE_BITS]
    dice = np.random.default_rng(LEARNED_SEED)
    mixing = np.linalg.qr(dice.standard_normal((CODE_BITS, CODE_BITS)))[0]
    planes = (best @ mixing).T
    planes *= 127 / np.abs(planes).max(axis=1, keepdims=True)
    return mean.astype(np.float32), np.round(planes).astype(np.int8)
