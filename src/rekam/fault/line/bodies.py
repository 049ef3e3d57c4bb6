"""Recordings as large as real ones: still pictures with noise, which no compression makes small."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from rekam.biometric import FingerImage, FingerPosition, Modality
from rekam.biometric.picture import encode_wsq
from rekam.biometric.sample import Place
from rekam.edge.device.captured import Captured
from rekam.station.still_bench import StillBench

_SHAPE = (320, 300)
_NOISE = 35.0


class NoisyBench(StillBench):
    """The still bench with fingers of about 20 kB each."""

    def capture(
        self,
        modality: Modality,
        places: Sequence[Place] = (None,),
        *,
        exceptions: Iterable[Place] = (),
        timeout_s: float = 30.0,
    ) -> tuple[Captured, ...]:
        """See :class:`StillBench`."""
        still = super().capture(modality, places, exceptions=exceptions, timeout_s=timeout_s)
        return tuple(_noisy(one) for one in still)


def _noisy(captured: Captured) -> Captured:
    if not isinstance(captured.place, FingerPosition):
        return captured
    image, encoded = _finger(captured.place)
    return replace(captured, image=image, encoded=encoded, record=encoded)


@cache
def _finger(position: FingerPosition) -> tuple[FingerImage, bytes]:
    rows, columns = np.mgrid[0 : _SHAPE[0], 0 : _SHAPE[1]]
    ridges = 127 + 80 * np.sin((rows + columns) * 2 * np.pi / 9 + int(position))
    noise = np.random.default_rng(int(position)).normal(0.0, _NOISE, _SHAPE)
    image = FingerImage(position, np.clip(ridges + noise, 0, 255).astype(np.uint8))
    return image, encode_wsq(image)
