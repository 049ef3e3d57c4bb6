"""The texture of one iris in polar coordinates: fibres, blotches, collarette, furrows and crypts.

The anatomy follows Shah and Ross (2006) and Zuo, Schmid and Chen (2007): noise drawn out along the radius stands for
the fibres, in layers from coarse to fine.
"""

from functools import lru_cache

import numpy as np

from rekam.biometric.drawn import parameters as p
from rekam.biometric.drawn.field import Field, ramp, smooth_noise
from rekam.biometric.drawn.seed import Stream, stream
from rekam.biometric.position import Eye

KEPT_TEXTURES = 128
"""Textures kept in memory, 0.4 MB each."""


def _around(rng: np.random.Generator, cell: float, cell_x: float) -> Field:
    # Noise that closes on itself: the last cells fade into the continuation of the first.
    fade = 4 * int(cell_x) + 8
    wide = smooth_noise(rng, (p.TEXTURE_RINGS, p.TEXTURE_RAYS + fade), cell, cell_x)
    share = np.linspace(0, 1, fade, dtype=np.float32)
    ring = wide[:, : p.TEXTURE_RAYS].copy()
    tail = wide[:, p.TEXTURE_RAYS :]
    # Weights whose squares add to one keep the spread.
    ring[:, :fade] = np.sqrt(share) * ring[:, :fade] + np.sqrt(1 - share) * tail
    return ring


@lru_cache(maxsize=KEPT_TEXTURES)
def iris_texture(person: int, eye: Eye) -> Field:
    """Brightness of the iris, mean 0 and spread 1.

    Returns:
        Array (rings from pupil to rim, rays anticlockwise from the x axis); rays wrap around. Never write to it.
    """
    rng = stream(Stream.IRIS_TEXTURE, person, eye)
    outwards = np.linspace(0, 1, p.TEXTURE_RINGS, dtype=np.float32)[:, None]
    texture = p.MOTTLE_WEIGHT * _around(rng, p.MOTTLE_CELL, p.MOTTLE_CELL)
    layers = zip(p.FIBRE_LENGTH, p.FIBRE_WAVES, p.FIBRE_WEIGHT, strict=True)
    for length, wave, weight in layers:
        texture += weight * _around(rng, length, wave)

    zigzag = p.COLLARETTE_WAVE * _around(rng, 400.0, 26.0)[:1]
    from_collarette = (outwards - p.COLLARETTE_AT - zigzag) / p.COLLARETTE_WIDTH
    texture += p.COLLARETTE_HEIGHT * np.exp(-(from_collarette**2))
    for _ in range(int(rng.integers(p.FURROWS[0], p.FURROWS[1] + 1))):
        at = rng.uniform(0.5, 0.95) + 0.015 * _around(rng, 400.0, 60.0)[:1]
        strength = p.FURROW_DEPTH * ramp(_around(rng, 400.0, 90.0)[:1], -1.0, 1.0)
        texture -= strength * np.exp(-(((outwards - at) / 0.018) ** 2))
    texture -= p.CRYPT_DEPTH * _crypts(rng)
    texture -= 0.6 * ramp(outwards, 0.86, 1.0)
    values = np.asarray((texture - texture.mean()) / texture.std(), np.float32)
    values.setflags(write=False)
    return values


def _crypts(rng: np.random.Generator) -> Field:
    # Lens-shaped openings, longer outwards than around, most of them near the collarette.
    ring = np.arange(p.TEXTURE_RINGS, dtype=np.float32)[:, None]
    ray = np.arange(p.TEXTURE_RAYS, dtype=np.float32)[None, :]
    depth = np.zeros((p.TEXTURE_RINGS, p.TEXTURE_RAYS), np.float32)
    for _ in range(int(rng.integers(p.CRYPTS[0], p.CRYPTS[1] + 1))):
        at = p.TEXTURE_RINGS * np.clip(p.COLLARETTE_AT + rng.normal(0.08, 0.16), 0.05, 0.95)
        half_ring, half_ray = rng.uniform(4, 11), rng.uniform(5, 14)
        around = (
            ray - rng.uniform(0, p.TEXTURE_RAYS) + p.TEXTURE_RAYS / 2
        ) % p.TEXTURE_RAYS - p.TEXTURE_RAYS / 2
        distance = ((ring - at) / half_ring) ** 2 + np.abs(around / half_ray) ** 1.5
        np.maximum(depth, np.float32(rng.uniform(0.4, 1)) * ramp(distance, 1.2, 0.6), out=depth)
    return depth
