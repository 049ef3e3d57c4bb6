from dataclasses import replace
from typing import TypeVar

import numpy as np
from scipy.ndimage import gaussian_filter

from rekam.biometric.drawn import parameters as p
from rekam.biometric.drawn.seed import Stream, stream
from rekam.biometric.image import EyeImage, FaceImage, FingerImage

Picture = TypeVar("Picture", FingerImage, EyeImage, FaceImage)


def degrade(image: Picture, quality: float, *, seed: int = 0) -> Picture:
    """The same picture as a dirty, badly focused or badly lit device would give it.

    Args:
        image: A picture; it is not changed.
        quality: 1 = unchanged, 0 = useless; clipped to that range. A finger at 0.5 has an NFIQ 2 near 50; below
            about 0.3 it is no longer taken for a finger.
        seed: Chooses the noise.
    """
    loss = float(np.clip(1 - quality, 0, 1))
    if loss == 0:
        return image
    pixels = image.pixels.astype(np.float32)
    blur = p.DEGRADE_BLUR * loss
    pixels = gaussian_filter(pixels, (blur, blur, 0)[: pixels.ndim])
    middle = pixels.mean()
    pixels = middle + (pixels - middle) * np.float32(1 - p.DEGRADE_FADE * loss)
    rng = stream(Stream.DEGRADE, seed)
    pixels += np.float32(p.DEGRADE_NOISE * loss) * rng.standard_normal(pixels.shape, np.float32)
    return replace(image, pixels=np.clip(pixels, 0, 255).astype(np.uint8))
