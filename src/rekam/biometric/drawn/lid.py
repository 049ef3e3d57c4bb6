"""Lids and lashes: what hides part of the iris."""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from rekam.biometric.drawn import parameters as p
from rekam.biometric.drawn.field import Field


@dataclass(frozen=True, slots=True)
class Lids:
    """The opening between the lids, in pixels, in the frame of the upright head around the eye's place.

    Attributes:
        half: Half the distance between the corners.
        upper: Height of the upper arch above the centre.
        lower: Depth of the lower arch below the centre.
        lean: How far the arches' highest points lie to the nose, share of ``half``.
        slant: Rise of the outer corner, pixels.
    """

    half: float
    upper: float
    lower: float
    lean: float
    slant: float

    def edges(self, x: Field) -> tuple[Field, Field]:
        """Heights (y down) of the upper and the lower lid's edge above each x."""
        across = np.clip(x / np.float32(self.half), -1, 1)
        skewed = np.clip(across - self.lean * (1 - across**2), -1, 1)
        tilt = -self.slant * across
        square = skewed * skewed
        # The upper lid is a little fuller than a parabola.
        upper = -self.upper * (1 - square * (0.85 + 0.15 * square)) + tilt
        lower = self.lower * (1 - square) + tilt
        return np.asarray(upper, np.float32), np.asarray(lower, np.float32)


def lashes(
    rng: np.random.Generator, lids: Lids, place: tuple[float, float], openness: float, size: tuple[int, int]
) -> Field:
    """How dark the lashes are, 0-1, array (height, width).

    Args:
        rng: Source of the lashes; from the eye's own stream, so that they stay with the person.
        lids: The opening.
        place: Its middle in the picture, pixels.
        openness: 0 = shut, 1 = as wide as usual; lashes of a lowered lid point down.
        size: (height, width).
    """
    drawing = Image.new("L", (size[1], size[0]), 0)
    pen = ImageDraw.Draw(drawing)
    count = int(rng.integers(*p.LASHES))
    for row, number in ((-1.0, count), (1.0, count // 2)):
        root = np.sort(rng.uniform(-0.93, 0.93, number))
        length = rng.uniform(*p.LASH_LENGTH, number) * (1.0 if row < 0 else 0.42)
        stray = 0.18 * rng.standard_normal(number)
        edges = lids.edges((root * lids.half).astype(np.float32))[0 if row < 0 else 1]
        for k in range(number):
            x, y = root[k] * lids.half, float(edges[k])
            # Upper lashes spring forward, seen from the front a little down, then curve up and outwards.
            out = 0.75 * root[k] + stray[k]
            step = np.linspace(0, 1, 6)
            rise = (0.25 + 0.75 * openness) * step**2 - 0.38 * step if row < 0 else -0.9 * step
            px = place[0] + x + length[k] * out * step
            py = place[1] + y - length[k] * rise
            points = list(zip(px.tolist(), py.tolist(), strict=True))
            dark = int(rng.uniform(150, 255))
            pen.line(points[:4], fill=dark, width=2)
            pen.line(points[3:], fill=dark, width=1)
    return np.asarray(drawing, np.float32) / 255.0
