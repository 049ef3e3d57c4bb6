"""Iris images, ISO/IEC 39794-6:2021."""

from dataclasses import dataclass
from enum import IntEnum

from rekam.biometric.interchange.capture import CaptureMoment
from rekam.biometric.interchange.element import Element
from rekam.biometric.interchange.extensible.code import Code
from rekam.biometric.interchange.extensible.fields import Fields, in_order, plain, unreadable, whole
from rekam.biometric.interchange.extensible.moment import moment_element, read_moment
from rekam.biometric.interchange.limits import Limits

STANDARD = "ISO/IEC 39794-6:2021"
APPLICATION = 0x66
_EYE, _KIND, _DEPTH, _FORMAT, _ACROSS, _DOWN, _HISTORY, _MOMENT, _IMAGE = range(9)
_LAST_EYE = 2

UNCROPPED = Code(1)
"""Kind of picture: as the camera gave it."""


class IrisFormat(IntEnum):
    """How the picture is encoded."""

    PGM = 0
    PPM = 1
    PNG = 2
    JPEG2000_LOSSLESS = 3
    JPEG2000_LOSSY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensibleIris:
    """One eye.

    Attributes:
        eye: 0 unknown, 1 right, 2 left (subject's own).
        image_format: How ``image`` is encoded, `IrisFormat`.
        image: Encoded picture.
        moment: When it was captured.
        kind: 1 uncropped, 2 VGA, 3 cropped, 7 cropped and masked.
        bit_depth: Bits of one pixel, 8-24.
        across: Orientation: 0 undefined, 1 left to right, 2 right to left.
        down: Orientation: 0 undefined, 1 top to bottom, 2 bottom to top.
        history: Compression before this encoding: 0 undefined, 1 none or lossless, 2 lossy.
        kept: All other elements as they came (range, camera, quality, roll, place of the iris).
    """

    eye: int
    image_format: Code
    image: bytes
    moment: CaptureMoment
    kind: Code = UNCROPPED
    bit_depth: int = 8
    across: int = 1
    down: int = 1
    history: int = 1
    kept: tuple[Element, ...] = ()

    def elements(self) -> tuple[Element, ...]:
        """The elements of its representation block."""
        return in_order(
            (
                whole(_EYE, self.eye),
                self.kind.element(_KIND),
                whole(_DEPTH, self.bit_depth),
                self.image_format.element(_FORMAT),
                whole(_ACROSS, self.across),
                whole(_DOWN, self.down),
                whole(_HISTORY, self.history),
                moment_element(_MOMENT, self.moment),
                plain(_IMAGE, self.image),
            ),
            self.kept,
        )

    @classmethod
    def of(cls, block: Element, limits: Limits) -> "ExtensibleIris":
        """Reads a representation block; Problem ``biometric.record_unreadable``."""
        fields = Fields.of(block, STANDARD, limits)
        eye = fields.number(_EYE, "eye label")
        if eye > _LAST_EYE:
            raise unreadable(block, STANDARD, "eye label")
        return cls(
            eye=eye,
            image_format=Code.of(fields.need(_FORMAT, "image format"), STANDARD, "image format", limits),
            image=fields.octets(_IMAGE, "image data"),
            moment=read_moment(fields.need(_MOMENT, "capture date and time"), STANDARD, limits),
            kind=Code.of(fields.need(_KIND, "image type"), STANDARD, "image type", limits),
            bit_depth=fields.number(_DEPTH, "bit depth"),
            across=fields.number(_ACROSS, "orientation"),
            down=fields.number(_DOWN, "orientation"),
            history=fields.number(_HISTORY, "compression history"),
            kept=fields.rest(range(_IMAGE + 1)),
        )
