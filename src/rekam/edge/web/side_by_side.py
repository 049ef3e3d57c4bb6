"""Two pictures beside each other, with lines between what belongs together."""

from collections.abc import Sequence
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

Spot = tuple[float, float]

GAP = 24
INK = (11, 90, 138)
DOT = (163, 22, 29)
LARGEST_LINES = 40
"""More lines hide the prints under them."""


def side_by_side(
    left: NDArray[np.uint8], right: NDArray[np.uint8], pairs: Sequence[tuple[Spot, Spot]] = ()
) -> bytes:
    """PNG of both pictures at one height.

    Args:
        left: Grey (h, w) or RGB (h, w, 3).
        right: Likewise.
        pairs: Places in the left and in the right picture that are the same, best first, px.
    """
    one, other = Image.fromarray(left).convert("RGB"), Image.fromarray(right).convert("RGB")
    height = max(one.height, other.height)
    sheet = Image.new("RGB", (one.width + GAP + other.width, height), (255, 255, 255))
    sheet.paste(one, (0, 0))
    sheet.paste(other, (one.width + GAP, 0))
    pen = ImageDraw.Draw(sheet)
    for (x, y), (u, v) in pairs[:LARGEST_LINES]:
        there = u + one.width + GAP
        pen.line([(x, y), (there, v)], fill=INK, width=1)
        for a, b in ((x, y), (there, v)):
            pen.ellipse([a - 4, b - 4, a + 4, b + 4], outline=DOT, width=2)
    file = BytesIO()
    sheet.save(file, "PNG", compress_level=1)
    return file.getvalue()
