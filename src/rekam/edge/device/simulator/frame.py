"""Frames of the live picture."""

from collections.abc import Sequence
from io import BytesIO
from math import sin

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from rekam.biometric.sample import Place
from rekam.edge.device.sbi import sub_type
from rekam.edge.device.simulator.booth import Booth

HEIGHT_PX = 240
"""Height of a frame; small enough to be sent five times a second."""

FRAME_S = 0.2
"""Seconds between frames; the specification wants at least three a second."""

_EMPTY = 238
"""Grey level of the glass where nothing lies."""
_TREMBLE_PX = 3
_JPEG_QUALITY = 70


def strip(booth: Booth, places: Sequence[Place]) -> NDArray[np.uint8]:
    """What a sub-device sees now, side by side: array (height, width, 3)."""
    booth.draw_ahead(places)
    tiles = []
    for place in places:
        picture = Image.fromarray(booth.picture(place).pixels).convert("RGB")
        width = max(1, round(picture.width * HEIGHT_PX / picture.height))
        tile = np.asarray(picture.resize((width, HEIGHT_PX)))
        missing = sub_type(place) in booth.settings.missing
        tiles.append(np.full_like(tile, _EMPTY) if missing else tile)
    return np.concatenate(tiles, axis=1)


def jpeg(pixels: NDArray[np.uint8], number: int) -> bytes:
    """One frame; the picture trembles a little from frame to frame as a live one does."""
    moved = np.roll(
        pixels, (round(_TREMBLE_PX * sin(number)), round(_TREMBLE_PX * sin(0.7 * number))), (0, 1)
    )
    out = BytesIO()
    Image.fromarray(moved).save(out, "JPEG", quality=_JPEG_QUALITY)
    return out.getvalue()
