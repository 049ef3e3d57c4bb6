"""Devices in memory: the bench's twin for tests and for measuring the station without its devices."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import numpy as np

from rekam.biometric import Eye, EyeImage, FaceImage, FingerImage, FingerPosition, Modality
from rekam.biometric.picture import encode_jp2, encode_wsq
from rekam.biometric.sample import Place
from rekam.edge.device.captured import Captured
from rekam.edge.device.info import DeviceInfo
from rekam.edge.device.status import DeviceStatus
from rekam.problem import Problem
from rekam.recording import Item, item_of


class StillBench:
    """Gives the same small pictures at once, with the qualities it is told.

    Attributes:
        quality: Quality of each item, 80 where none is named.
        problem: Raised by the next captures while it is set.
        captures: How many captures were asked for.
    """

    def __init__(self, quality: Mapping[Item, int] | None = None) -> None:
        self.quality = dict(quality or {})
        self.problem: Problem | None = None
        self.captures = 0

    def discover(self) -> tuple[DeviceInfo, ...]:
        """One device a kind."""
        return self.info()

    def info(self) -> tuple[DeviceInfo, ...]:
        """One device a kind, all with the bench's problem."""
        return tuple(
            _device(modality, self.problem) for modality in Modality if modality is not Modality.SIGNATURE
        )

    def capture(
        self,
        modality: Modality,
        places: Sequence[Place] = (None,),
        *,
        exceptions: Iterable[Place] = (),
        timeout_s: float = 30.0,  # noqa: ARG002 - it never waits
    ) -> tuple[Captured, ...]:
        """Every place that is not excepted."""
        self.captures += 1
        if self.problem is not None:
            raise self.problem
        left_out = set(exceptions)
        return tuple(self._one(modality, place) for place in places if place not in left_out)

    def preview(self, modality: Modality, places: Sequence[Place] = (None,)) -> bytes:
        """No picture: nothing moves here.

        Raises:
            Problem: ``device.nothing_seen``, always.
        """
        raise Problem("device.nothing_seen", device=modality.value, places=len(places))

    def _one(self, modality: Modality, place: Place) -> Captured:
        image, encoded, media_type = _picture(modality, place)
        return Captured(
            modality=modality,
            place=place,
            image=image,
            encoded=encoded,
            media_type=media_type,
            record=encoded,
            quality=self.quality.get(item_of(modality, place), 80),
            device_id=modality.value,
            device_label=f"still {modality.value}",
            captured_at=0,
            clock_skew_s=0,
        )


@cache
def _picture(_modality: Modality, place: Place) -> tuple[FingerImage | EyeImage | FaceImage, bytes, str]:
    # The kind is part of the cache's key: a right thumb and a right eye have the same number.
    rows, columns = np.mgrid[0:192, 0:160]
    ridges = (127 + 100 * np.sin((rows + columns) * 2 * np.pi / 9 + int(place or 0))).astype(np.uint8)
    if isinstance(place, FingerPosition):
        finger = FingerImage(place, ridges)
        return finger, encode_wsq(finger), "image/x-wsq"
    if isinstance(place, Eye):
        return EyeImage(place, ridges), encode_jp2(ridges), "image/jp2"
    colour = np.stack([ridges, ridges, np.full_like(ridges, 90)], axis=2)
    return FaceImage(colour), encode_jp2(colour), "image/jp2"


def _device(modality: Modality, problem: Problem | None) -> DeviceInfo:
    return DeviceInfo(
        device_id=modality.value,
        modality=modality,
        status=DeviceStatus.READY,
        url="",
        sub_ids=(),
        label=f"still {modality.value}",
        serial="0",
        problem=problem,
    )
