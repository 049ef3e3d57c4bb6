"""What goes wrong around a good device: focus, place, light, backdrop, a head held askew."""

from dataclasses import replace

import numpy as np
from scipy.ndimage import gaussian_filter, rotate
from scipy.ndimage import shift as moved

from rekam.biometric import EyeImage, FaceImage, FingerImage
from rekam.edge.device.record import Picture
from rekam.edge.device.simulator.setting import Settings

_STRIPE_PX = 24
"""Width of the stripes of a cluttered backdrop, pixels."""
_AGAIN_PX = 6
"""How far a finger lies elsewhere when it is put down again at once, pixels at most."""
_AGAIN_NOISE = 4.0
"""Grey levels by which such a second touch differs."""


def flawed(image: Picture, settings: Settings) -> Picture:
    """The picture as these circumstances would give it; fingers are left alone."""
    if isinstance(image, FingerImage):
        return image
    pixels = image.pixels.astype(np.float32)
    if settings.defocus:
        pixels = gaussian_filter(pixels, (settings.defocus, settings.defocus, 0.0)[: pixels.ndim])
    if isinstance(image, EyeImage) and settings.eye_off:
        pixels = moved(pixels, (0, settings.eye_off * pixels.shape[1]), order=1, mode="nearest")
    if isinstance(image, FaceImage):
        pixels = _around_the_head(pixels, settings)
    return replace(image, pixels=np.clip(pixels, 0, 255).astype(np.uint8))


def again(image: FingerImage, seed: int) -> FingerImage:
    """The same touch a moment later: elsewhere by some pixels, with its own noise.

    Much quicker than drawing another impression. Pressure and drag stay, so it says nothing about how well an
    engine knows a finger again.
    """
    chance = np.random.default_rng(seed)
    down, across = (int(step) for step in chance.integers(-_AGAIN_PX, _AGAIN_PX + 1, 2))
    pixels = np.roll(image.pixels, (down, across), (0, 1)).astype(np.float32)
    pixels += np.float32(_AGAIN_NOISE) * chance.standard_normal(pixels.shape, np.float32)
    return replace(image, pixels=np.clip(pixels, 0, 255).astype(np.uint8))


def _around_the_head(
    pixels: np.ndarray[tuple[int, ...], np.dtype[np.float32]], settings: Settings
) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    height, width = pixels.shape[:2]
    if settings.clutter:
        rows, columns = np.ogrid[0:height, 0:width]
        stripes = ((rows + columns) // _STRIPE_PX % 2).astype(np.float32)
        beside = np.abs(columns / width - 0.5) > 0.35
        pixels = pixels - settings.clutter * 160.0 * (stripes * beside * (rows < height // 2))[:, :, None]
    if settings.head_tilt:
        pixels = rotate(pixels, settings.head_tilt, reshape=False, order=1, mode="nearest")
    if settings.side_light:
        fall = np.linspace(1.0, 1.0 - settings.side_light, width, dtype=np.float32)
        pixels = pixels * fall[None, :, None]
    return pixels
