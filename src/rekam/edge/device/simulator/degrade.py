"""Makes good pictures bad, as dry skin, dirt and haste do: parts fade away, the rest is soft and noisy."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, zoom

CLEAN = 80
"""Quality from which a picture is left as it was drawn."""

FADED = 0.9
"""Share of the area that has faded to the background at quality 0."""

PATCH_PX = 24
"""Size of the patches that fade, pixels; a fingertip touches in islands of one to three millimetres."""

EDGE = 6.0
"""Steepness of a patch's edge, per standard deviation of the patch field."""

BLUR_PX = 0.7
"""Standard deviation of the blur at quality 0, pixels."""

NOISE = 40.0
"""Standard deviation of the noise at quality 0, grey levels of 256."""


def degrade(pixels: NDArray[np.uint8], quality: int, seed: tuple[int, ...]) -> NDArray[np.uint8]:
    """A picture at a quality.

    The numbers above were chosen so that NFIQ 2 of drawn fingers follows the setting: about 75 from quality 70 on,
    about 35 at 40, about 26 at 20.

    Args:
        pixels: Array (height, width) or (height, width, 3).
        quality: 0-100.
        seed: Same seed, same damage.

    Returns:
        Array of the same shape; ``pixels`` itself from ``CLEAN`` on.
    """
    if quality >= CLEAN:
        return pixels
    loss = 1.0 - quality / CLEAN
    chance = np.random.default_rng(seed)
    faded = _faded(pixels.shape[0], pixels.shape[1], FADED * loss, chance)
    faded = faded if pixels.ndim == 2 else faded[..., None]
    soft = gaussian_filter(pixels.astype(np.float32), (BLUR_PX * loss, BLUR_PX * loss, 0.0)[: pixels.ndim])
    background = np.percentile(pixels, 95)
    noise = chance.normal(0.0, NOISE * loss, pixels.shape)
    degraded: NDArray[np.uint8] = (
        (soft * (1.0 - faded) + background * faded + noise).clip(0, 255).astype(np.uint8)
    )
    return degraded


def _faded(height: int, width: int, share: float, chance: np.random.Generator) -> NDArray[np.float64]:
    """How far each pixel has faded, 0-1: array (height, width), ``share`` of it beyond one half."""
    coarse = gaussian_filter(chance.normal(size=(height // PATCH_PX + 2, width // PATCH_PX + 2)), 1.0)
    field = zoom(coarse, (height / coarse.shape[0], width / coarse.shape[1]), order=1)
    steepness = EDGE / field.std()
    faded: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-steepness * (field - np.quantile(field, 1.0 - share))))
    return faded
