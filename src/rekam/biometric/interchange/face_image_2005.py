"""Face image records, ISO/IEC 19794-5:2005: what passports (ICAO Doc 9303) hold."""

from dataclasses import dataclass
from struct import Struct

from rekam.biometric.interchange.face_image import FaceImageType
from rekam.biometric.interchange.limits import USUAL, Limits
from rekam.biometric.interchange.octets import Octets, with_length

STANDARD = "ISO/IEC 19794-5:2005"
IDENTIFIER = b"FAC\x00010\0"
_HEADER = Struct(">8sIH")
_PERSON = Struct(">HBBB3sH3s3s")
_POINT = Struct(">BBHHH")
_IMAGE = Struct(">BBHHBBHH")
_JPEG, _JPEG2000 = 0, 1
_LAST_COLOUR_SPACE = 4


@dataclass(frozen=True, slots=True)
class FeaturePoint:
    """One point of the face: kind 1, code as MPEG-4 numbers it (two half octets), place in pixels."""

    kind: int
    code: int
    x: int
    y: int
    reserved: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceView:
    """One portrait.

    Attributes:
        width: Pixels in a line.
        height: Lines.
        image: Encoded picture.
        jpeg2000: Whether it is JPEG 2000; JPEG otherwise.
        points: Points of the face.
        gender: 0 unspecified, 1 male, 2 female, 255 unknown.
        eye_colour: 0 = unspecified.
        hair_colour: 0 = unspecified.
        features: Feature mask, three octets; zero = not specified.
        expression: 0 = unspecified.
        pose: Yaw, pitch, roll, three octets; zero = not specified.
        pose_uncertainty: Likewise.
        image_type: Kind of portrait.
        colour_space: 0 unspecified, 1 RGB, 2 YUV 4:2:2, 3 grey, 4 other.
        source: Kind of camera; 0 = unspecified.
        device: Vendor's own number.
        quality: Reserved in this edition, 0.
    """

    width: int
    height: int
    image: bytes
    jpeg2000: bool = True
    points: tuple[FeaturePoint, ...] = ()
    gender: int = 0
    eye_colour: int = 0
    hair_colour: int = 0
    features: bytes = b"\0\0\0"
    expression: int = 0
    pose: bytes = b"\0\0\0"
    pose_uncertainty: bytes = b"\0\0\0"
    image_type: FaceImageType = FaceImageType.FULL_FRONTAL
    colour_space: int = 1
    source: int = 0
    device: int = 0
    quality: int = 0


@dataclass(frozen=True, slots=True)
class FaceImageRecord2005:
    """A record of one or more portraits."""

    views: tuple[FaceView, ...]

    def encode(self) -> bytes:
        """The record as octets."""
        views = b"".join(_encode(view) for view in self.views)
        return _HEADER.pack(IDENTIFIER, _HEADER.size + len(views), len(self.views)) + views

    @classmethod
    def decode(cls, record: bytes, limits: Limits = USUAL) -> "FaceImageRecord2005":
        """Reads a record; ``decode(x).encode() == x`` for every record it accepts.

        Raises:
            Problem: ``biometric.record_unreadable`` with the field and its place.
        """
        octets = Octets.whole(record, STANDARD, limits)
        identifier, length, count = _HEADER.unpack(octets.take(_HEADER.size, "facial header"))
        if identifier != IDENTIFIER:
            raise octets.unreadable("format identifier")
        if length != len(record):
            raise octets.unreadable("record length")
        if not 1 <= count <= limits.representations:
            raise octets.unreadable("number of facial images")
        views = tuple(_read(octets.part("facial record length"), limits) for _ in range(count))
        octets.end("record length")
        return cls(views)


def _encode(view: FaceView) -> bytes:
    body = b"".join(
        (
            _PERSON.pack(
                len(view.points), view.gender, view.eye_colour, view.hair_colour, view.features,
                view.expression, view.pose, view.pose_uncertainty,
            ),
            *(_POINT.pack(point.kind, point.code, point.x, point.y, point.reserved) for point in view.points),
            _IMAGE.pack(
                view.image_type, _JPEG2000 if view.jpeg2000 else _JPEG, view.width, view.height,
                view.colour_space, view.source, view.device, view.quality,
            ),
            view.image,
        )
    )  # fmt: skip
    return with_length(body)


def _read(octets: Octets, limits: Limits) -> FaceView:
    points, gender, eye_colour, hair_colour, features, expression, pose, uncertainty = _PERSON.unpack(
        octets.take(_PERSON.size, "facial information")
    )
    found = tuple(FeaturePoint(*octets.read(_POINT, "feature point")) for _ in range(points))
    image_type, data_type, width, height, colour_space, source, device, quality = octets.read(
        _IMAGE, "image information"
    )
    kind = octets.kind(FaceImageType, image_type, "face image type")
    if data_type not in (_JPEG, _JPEG2000):
        raise octets.unreadable("image data type")
    if colour_space > _LAST_COLOUR_SPACE:
        raise octets.unreadable("colour space")
    octets.check_sides(width, height, limits)
    return FaceView(
        width=width,
        height=height,
        image=octets.take(octets.left, "image data"),
        jpeg2000=data_type == _JPEG2000,
        points=found,
        gender=gender,
        eye_colour=eye_colour,
        hair_colour=hair_colour,
        features=features,
        expression=expression,
        pose=pose,
        pose_uncertainty=uncertainty,
        image_type=kind,
        colour_space=colour_space,
        source=source,
        device=device,
        quality=quality,
    )
