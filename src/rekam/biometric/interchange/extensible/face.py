"""Face images, ISO/IEC 39794-5:2019, pictures in two dimensions."""

from dataclasses import dataclass
from enum import IntEnum

from rekam.biometric.interchange.capture import CaptureMoment
from rekam.biometric.interchange.element import Element
from rekam.biometric.interchange.extensible.code import Code
from rekam.biometric.interchange.extensible.fields import Fields, holder, in_order, plain, unreadable, whole
from rekam.biometric.interchange.extensible.moment import moment_element, read_moment
from rekam.biometric.interchange.limits import Limits

STANDARD = "ISO/IEC 39794-5:2019"
APPLICATION = 0x65
_NUMBER, _PICTURE, _MOMENT = 0, 1, 2
_BASE, _FLAT = 0, 0
_IMAGE, _INFORMATION = 0, 1
_FORMAT, _KIND, _SIZE, _COLOUR = 0, 1, 7, 9
_WIDTH, _HEIGHT = 0, 1


class FaceFormat(IntEnum):
    """How the picture is encoded."""

    UNKNOWN = 0
    OTHER = 1
    JPEG = 2
    JPEG2000_LOSSY = 3
    JPEG2000_LOSSLESS = 4
    PNG = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensibleFace:
    """One portrait.

    Attributes:
        image_format: How ``image`` is encoded, `FaceFormat`.
        image: Encoded picture.
        number: Number of this representation in the record.
        moment: When it was captured; ``None`` = not said.
        kind: 0 for travel documents, 1 for general purposes; ``None`` = not said.
        size: Width and height, pixels; ``None`` = not said.
        colour: 2 = RGB, 24 bits; 5 = grey, 8 bits; ``None`` = not said.
        kept: All other elements as they came (quality, camera, person, landmarks).
        kept_picture: Likewise of the picture's block.
        kept_information: Likewise of the block about the picture.
    """

    image_format: Code
    image: bytes
    number: int = 0
    moment: CaptureMoment | None = None
    kind: Code | None = None
    size: tuple[int, int] | None = None
    colour: Code | None = None
    kept: tuple[Element, ...] = ()
    kept_picture: tuple[Element, ...] = ()
    kept_information: tuple[Element, ...] = ()

    def elements(self) -> tuple[Element, ...]:
        """The elements of its representation block."""
        about = in_order(
            (
                self.image_format.element(_FORMAT),
                None if self.kind is None else self.kind.element(_KIND),
                None if self.size is None else holder(_SIZE, map(whole, (_WIDTH, _HEIGHT), self.size)),
                None if self.colour is None else self.colour.element(_COLOUR),
            ),
            self.kept_information,
        )
        flat = in_order((plain(_IMAGE, self.image), holder(_INFORMATION, about)), self.kept_picture)
        return in_order(
            (
                whole(_NUMBER, self.number),
                holder(_PICTURE, (holder(_BASE, (holder(_FLAT, flat),)),)),
                None if self.moment is None else moment_element(_MOMENT, self.moment),
            ),
            self.kept,
        )

    @classmethod
    def of(cls, block: Element, limits: Limits) -> "ExtensibleFace":
        """Reads a representation block; Problem ``biometric.record_unreadable``."""
        fields = Fields.of(block, STANDARD, limits)
        base = Fields.of(fields.need(_PICTURE, "picture"), STANDARD, limits).need(_BASE, "picture")
        picture = Fields.of(Fields.of(base, STANDARD, limits).need(_FLAT, "picture"), STANDARD, limits)
        about = Fields.of(picture.need(_INFORMATION, "picture information"), STANDARD, limits)
        moment, size = fields.by_number.get(_MOMENT), about.by_number.get(_SIZE)
        return cls(
            image_format=Code.of(about.need(_FORMAT, "image format"), STANDARD, "image format", limits),
            image=picture.octets(_IMAGE, "image data"),
            number=fields.number(_NUMBER, "representation number"),
            moment=None if moment is None else read_moment(moment, STANDARD, limits),
            kind=_code(about, _KIND, "face image type", limits),
            size=None if size is None else _read_size(size, limits),
            colour=_code(about, _COLOUR, "colour space", limits),
            kept=fields.rest((_NUMBER, _PICTURE, _MOMENT)),
            kept_picture=picture.rest((_IMAGE, _INFORMATION)),
            kept_information=about.rest((_FORMAT, _KIND, _SIZE, _COLOUR)),
        )


def _code(fields: Fields, number: int, field: str, limits: Limits) -> Code | None:
    element = fields.by_number.get(number)
    return None if element is None else Code.of(element, STANDARD, field, limits)


def _read_size(element: Element, limits: Limits) -> tuple[int, int]:
    fields = Fields.of(element, STANDARD, limits)
    width, height = fields.number(_WIDTH, "image size"), fields.number(_HEIGHT, "image size")
    if not (1 <= width <= limits.side and 1 <= height <= limits.side):
        raise unreadable(element, STANDARD, "image size")
    return width, height
