"""Portable grey maps (PGM, ``P5``, eight bits): how ISO/IEC 39794 carries pixels that are not compressed."""

import re

import numpy as np

from rekam.biometric.image import Grey
from rekam.problem import Problem

_HEAD = re.compile(rb"P5\s{1,3}(\d{1,5})\s{1,3}(\d{1,5})\s{1,3}255\s")
"""Without comments; more than 255 grey levels are no picture of a sensor that this house knows."""


def read_portable_grey(content: bytes) -> Grey:
    """Pixels (height, width); Problem ``biometric.picture_unreadable``."""
    head = _HEAD.match(content)
    if head is None:
        raise Problem("biometric.picture_unreadable")
    width, height = int(head[1]), int(head[2])
    if not width or len(content) - head.end() != width * height:
        raise Problem("biometric.picture_unreadable")
    return np.frombuffer(content, np.uint8, offset=head.end()).reshape(height, width)
