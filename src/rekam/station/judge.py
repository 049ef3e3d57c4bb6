"""How good a capture is: the station measures every picture itself and believes no device.

Engine and measures are imported at the first capture: the station's first page does not wait for them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from rekam.biometric import EyeImage, FaceImage, FingerImage
from rekam.problem import Problem
from rekam.recording import FACE_CAUSE, IRIS_CAUSE, Cause, Item, device_cause, finger_cause, passes

if TYPE_CHECKING:
    from rekam.abis import FingerReading, FingerTemplate
    from rekam.edge.device.captured import Captured

FingerQuality = Callable[[FingerImage], int]


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """What the station thinks of one capture.

    Attributes:
        quality: 0-100.
        cause: What is wrong below the gate; ``None`` when it passes.
        print: Template of a finger for comparisons at the counter, where it can be read.
    """

    quality: int
    cause: Cause | None
    print: "FingerTemplate | None" = None


class Judge(Protocol):
    """Measures captures."""

    compares: bool
    """Whether prints are compared with each other at the counter."""

    def judge(self, one: "Captured", item: Item) -> Judgement:
        """Quality, cause and print of one capture."""

    def template(self, image: FingerImage) -> "FingerTemplate | None":
        """Template of a print that was measured before, or is only to be compared; ``None`` if unreadable."""


class EngineJudge:
    """The engine measures fingers and finds eyes; see `rekam.biometric.quality` for eyes and faces.

    Args:
        read: Quality and template of a print; the engine's when not given.
    """

    compares = True

    def __init__(self, read: "Callable[[FingerImage], FingerReading] | None" = None) -> None:
        self._read = read or _read_finger

    def judge(self, one: "Captured", item: Item) -> Judgement:
        """Quality, cause and print of one capture."""
        match one.image:
            case FingerImage():
                return self._finger(one.image, item)
            case EyeImage():
                return _eye(one.image, item)
            case FaceImage():
                return _face(one.image, item)

    def template(self, image: FingerImage) -> "FingerTemplate | None":
        """The engine's own template; ``None`` if it cannot read the print."""
        from rekam.abis import extract_finger

        try:
            return extract_finger(image)
        except Problem:  # a print that cannot be read cannot be compared; the caller says so
            return None

    def _finger(self, image: FingerImage, item: Item) -> Judgement:
        try:
            reading = self._read(image)
        except Problem:
            return Judgement(0, Cause.FINGER_UNREADABLE)
        cause = None if passes(item, reading.quality) else finger_cause(image)
        return Judgement(reading.quality, cause, reading.template)


class PlainJudge:
    """Fingers by a given measure, everything else by the device's word; compares nothing.

    For tests and for measuring the station with pictures that show no body.

    Args:
        finger_quality: 0-100 of a print.
    """

    compares = False

    def __init__(self, finger_quality: FingerQuality) -> None:
        self._finger_quality = finger_quality

    def judge(self, one: "Captured", item: Item) -> Judgement:
        """Quality and cause of one capture."""
        if not isinstance(one.image, FingerImage):
            return Judgement(one.quality, None if passes(item, one.quality) else device_cause(item))
        try:
            quality = self._finger_quality(one.image)
        except Problem:
            return Judgement(0, Cause.FINGER_UNREADABLE)
        return Judgement(quality, None if passes(item, quality) else finger_cause(one.image))

    def template(self, image: FingerImage) -> "FingerTemplate | None":  # noqa: ARG002 - it reads none
        """None: nothing is compared."""
        return None


def _read_finger(image: FingerImage) -> "FingerReading":
    from rekam.abis import read_finger

    return read_finger(image)


def _face(image: FaceImage, item: Item) -> Judgement:
    from rekam.biometric.quality import face_quality

    face = face_quality(image.pixels)
    return Judgement(face.score, None if passes(item, face.score) else FACE_CAUSE[face.fault])


def _eye(image: EyeImage, item: Item) -> Judgement:
    import numpy as np

    from rekam.abis import eye_parts, without_glints
    from rekam.biometric.quality import EyeOutline, iris_quality

    try:
        picture, glints = without_glints(image.pixels)
        parts = eye_parts(picture)
    except Problem:  # no iris at all: shut or not there
        return Judgement(0, Cause.IRIS_COVERED)
    rows, columns = np.ogrid[0 : picture.shape[0], 0 : picture.shape[1]]
    away = columns - parts.iris.x
    upper, lower = (lid[0] + lid[1] * away + lid[2] * away * away for lid in parts.lids)
    outline = EyeOutline(
        pupil=(parts.pupil.x, parts.pupil.y, parts.pupil.radius),
        iris=(parts.iris.x, parts.iris.y, parts.iris.radius),
        free=(rows > upper) & (rows < lower) & ~glints,
    )
    eye = iris_quality(image.pixels, outline)
    return Judgement(eye.score, None if passes(item, eye.score) else IRIS_CAUSE[eye.fault])
