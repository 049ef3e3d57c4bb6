"""Scars and creases: bright lines across the ridges, always in the same place of one finger."""

import numpy as np
from PIL import Image, ImageDraw

from rekam.biometric.drawn import parameters as p
from rekam.biometric.drawn.field import Field


def scratches(rng: np.random.Generator, count: int) -> Field:
    """How deep the skin is cut, 0-1, array (master height, master width) at 500 dpi.

    Args:
        rng: Source of the places; the first scars stay where they are when ``count`` grows.
        count: How many.
    """
    drawing = Image.new("L", (p.MASTER_WIDTH, p.MASTER_HEIGHT), 0)
    pen = ImageDraw.Draw(drawing)
    for _ in range(count):
        x, y = rng.uniform(0, p.MASTER_WIDTH), rng.uniform(0, p.MASTER_HEIGHT)
        angle = rng.uniform(0, np.pi)
        half = rng.uniform(*p.SCRATCH_LENGTH) / 2
        bend = 0.15 * half * rng.standard_normal()
        width = rng.uniform(*p.SCRATCH_WIDTH)
        depth = int(rng.uniform(130, 255))
        step = np.linspace(-1, 1, 9)
        px = x + half * step * np.cos(angle) - bend * (1 - step**2) * np.sin(angle)
        py = y + half * step * np.sin(angle) + bend * (1 - step**2) * np.cos(angle)
        pen.line(list(zip(px.tolist(), py.tolist(), strict=True)), fill=depth, width=round(width))
    return np.asarray(drawing, np.float32) / 255.0
