"""Face image records, ISO/IEC 19794-5:2011."""

from dataclasses import dataclass
from enum import IntEnum
from struct import Struct

from rekam.biometric.interchange.capture import CaptureHead
from rekam.biometric.interchange.header import Header
from rekam.biometric.interchange.limits import USUAL, Limits
from rekam.biometric.interchange.octets import Octets, with_length

_HEADER = Header(b"FAC\0", b"030\0", "ISO/IEC 19794-5:2011")
_PERSON = Struct(">HBBBB3sH3s3s")
_LANDMARK = Struct(">BBHHH")
_IMAGE = Struct(">BBHHBHBBI")


class FaceImageType(IntEnum):
    """Kind of portrait (table 13)."""

    BASIC = 0
    FULL_FRONTAL = 1
    TOKEN_FRONTAL = 2


class FaceDataType(IntEnum):
    """How the picture is encoded (table 14)."""

    JPEG = 0
    JPEG2000_LOSSY = 1
    JPEG2000_LOSSLESS = 2
    PNG = 3


class ColourSpace(IntEnum):
    """Colour space (table 17)."""

    UNSPECIFIED = 0
    RGB24 = 1
    YUV422 = 2
    GREY8 = 3
    OTHER = 4


@dataclass(frozen=True, slots=True)
class Landmark:
    """One point of the face: kind and code as the standard numbers them, place in pixels."""

    kind: int
    code: int
    x: int
    y: int
    z: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceRepresentation:
    """One portrait.

    Attributes:
        head: Moment, camera, quality.
        landmarks: Points of the face.
        gender: 0 unspecified, 1 male, 2 female, 255 unknown.
        eye_colour: 0 = unspecified.
        hair_colour: 0 = unspecified.
        body_height: Centimetres; 0 = unspecified.
        properties: Property mask, three octets; zero = not specified.
        expression: Expression mask; 0 = not specified.
        pose: Yaw, pitch, roll, three octets; zero = not specified.
        pose_uncertainty: Likewise.
        image_type: Kind of portrait.
        data_type: How ``image`` is encoded.
        width: Pixels in a line.
        height: Lines.
        sampling_level: Spatial sampling rate level, 0-7.
        post_processing: What was done to the picture, bit field.
        cross_reference: Representation it was derived from; 0 = itself.
        colour_space: Colour space.
        image: Encoded picture.
        extended: Three-dimensional data, kept as it came.
    """

    head: CaptureHead
    width: int
    height: int
    image: bytes
    landmarks: tuple[Landmark, ...] = ()
    gender: int = 0
    eye_colour: int = 0
    hair_colour: int = 0
    body_height: int = 0
    properties: bytes = b"\0\0\0"
    expression: int = 0
    pose: bytes = b"\0\0\0"
    pose_uncertainty: bytes = b"\0\0\0"
    image_type: FaceImageType = FaceImageType.FULL_FRONTAL
    data_type: FaceDataType = FaceDataType.JPEG2000_LOSSY
    sampling_level: int = 0
    post_processing: int = 0
    cross_reference: int = 0
    colour_space: ColourSpace = ColourSpace.RGB24
    extended: bytes = b""


@dataclass(frozen=True, slots=True)
class FaceImageRecord:
    """A record of one or more portraits.

    Attributes:
        representations: The portraits.
        temporal: How they follow each other in time; 0 = one portrait, or no relation.
    """

    representations: tuple[FaceRepresentation, ...]
    temporal: int = 0

    def encode(self) -> bytes:
        """The record as octets."""
        parts = b"".join(with_length(_encode(one)) for one in self.representations)
        return _HEADER.close(len(self.representations), b"\0" + self.temporal.to_bytes(2, "big") + parts)

    @classmethod
    def decode(cls, record: bytes, limits: Limits = USUAL) -> "FaceImageRecord":
        """Reads a record; ``decode(x).encode() == x`` for every record it accepts.

        Raises:
            Problem: ``biometric.record_unreadable`` with the field and its place.
        """
        octets, count = _HEADER.open(record, limits)
        if octets.unsigned(1, "certification flag"):  # this part of the standard always writes zero
            raise octets.unreadable("certification flag")
        temporal = octets.unsigned(2, "temporal semantics")
        read = tuple(_read(octets.part("representation length"), limits) for _ in range(count))
        octets.end("record length")
        return cls(read, temporal)


def _encode(one: FaceRepresentation) -> bytes:
    points = (_LANDMARK.pack(point.kind, point.code, point.x, point.y, point.z) for point in one.landmarks)
    return b"".join(
        (
            one.head.encode(),
            _PERSON.pack(
                len(one.landmarks), one.gender, one.eye_colour, one.hair_colour, one.body_height,
                one.properties, one.expression, one.pose, one.pose_uncertainty,
            ),
            *points,
            _IMAGE.pack(
                one.image_type, one.data_type, one.width, one.height, one.sampling_level,
                one.post_processing, one.cross_reference, one.colour_space, len(one.image),
            ),
            one.image,
            one.extended,
        )
    )  # fmt: skip


def _read(octets: Octets, limits: Limits) -> FaceRepresentation:
    head = CaptureHead.read(octets)
    points, gender, eye_colour, hair_colour, body_height, properties, expression, pose, uncertainty = (
        _PERSON.unpack(octets.take(_PERSON.size, "facial information"))
    )
    landmarks = tuple(Landmark(*octets.read(_LANDMARK, "landmark point")) for _ in range(points))
    (
        image_type, data_type, width, height, sampling_level, post_processing, cross_reference,
        colour_space, length,
    ) = octets.read(_IMAGE, "image header")  # fmt: skip
    kind = octets.kind(FaceImageType, image_type, "face image type")
    encoding = octets.kind(FaceDataType, data_type, "image data type")
    colours = octets.kind(ColourSpace, colour_space, "colour space")
    octets.check_sides(width, height, limits)
    return FaceRepresentation(
        head=head,
        landmarks=landmarks,
        gender=gender,
        eye_colour=eye_colour,
        hair_colour=hair_colour,
        body_height=body_height,
        properties=properties,
        expression=expression,
        pose=pose,
        pose_uncertainty=uncertainty,
        image_type=kind,
        data_type=encoding,
        width=width,
        height=height,
        sampling_level=sampling_level,
        post_processing=post_processing,
        cross_reference=cross_reference,
        colour_space=colours,
        image=octets.take(length, "image data"),
        extended=octets.take(octets.left, "three-dimensional data"),
    )
