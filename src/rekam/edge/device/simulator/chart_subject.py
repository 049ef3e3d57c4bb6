from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.biometric import Eye, EyeImage, FaceImage, FingerImage, FingerPosition
from rekam.edge.device.simulator.setting import Sitter

_RIDGE_PX = 9.0
"""Pixels from ridge to ridge, as in a grown-up's finger at 500 ppi."""


@dataclass(frozen=True, slots=True)
class ChartSubject:
    """Test charts instead of a person: rings and ramps, made in a few milliseconds.

    For trying devices and pages where nobody will be matched; every place and attempt looks different.

    Attributes:
        sitter: Who; only ``person`` counts.
    """

    sitter: Sitter

    def finger(self, position: FingerPosition, attempt: int) -> FingerImage:
        """Rings of ridge width around a centre of this finger and attempt, 400 x 500."""
        return FingerImage(position, self._rings(500, 400, _RIDGE_PX, 1, int(position), attempt))

    def eye(self, eye: Eye, attempt: int) -> EyeImage:
        """Wide rings, 640 x 480."""
        return EyeImage(eye, self._rings(480, 640, 40.0, 2, int(eye), attempt))

    def face(self, attempt: int) -> FaceImage:
        """Three ramps, 480 x 640."""
        rows, columns = np.mgrid[0:640, 0:480]
        ramps = np.stack((rows + attempt, columns + self.sitter.person, rows + columns), axis=-1)
        return FaceImage((ramps // 4 % 256).astype(np.uint8))

    def _rings(self, height: int, width: int, period: float, *seed: int) -> NDArray[np.uint8]:
        chance = np.random.default_rng([self.sitter.person, *seed])
        top, left = chance.uniform(0.3, 0.7, 2) * (height, width)
        rows, columns = np.ogrid[0:height, 0:width]
        wave = np.cos(np.hypot(rows - top, columns - left) * (2 * np.pi / period))
        rings: NDArray[np.uint8] = (128 + 90 * wave).astype(np.uint8)
        return rings
