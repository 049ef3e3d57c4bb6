from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from rekam.biometric.interchange.element import Element, read_elements
from rekam.biometric.interchange.extensible import face, finger, iris
from rekam.biometric.interchange.extensible.face import ExtensibleFace
from rekam.biometric.interchange.extensible.fields import SEQUENCE, Fields, holder, unreadable, whole
from rekam.biometric.interchange.extensible.finger import ExtensibleFinger
from rekam.biometric.interchange.extensible.iris import ExtensibleIris
from rekam.biometric.interchange.limits import USUAL, Limits
from rekam.biometric.interchange.octets import Octets

_VERSION, _BLOCKS = 0, 1
_GENERATION, _YEAR = 0, 1
GENERATION = 3
"""Generation of all parts of ISO/IEC 39794; 1 and 2 were ISO/IEC 19794:2005 and :2011."""


class _Representation(Protocol):
    def elements(self) -> tuple[Element, ...]: ...


T = TypeVar("T", bound=_Representation)


@dataclass(frozen=True, slots=True)
class ExtensibleRecord(Generic[T]):
    """A data block of ISO/IEC 39794.

    Attributes:
        application: Application tag, which says finger (0x64), face (0x65) or iris (0x66).
        representations: What it holds.
        year: Year of the edition.
        kept_version: Elements of a later edition in the version block.
        kept: Elements of a later edition beside version and representations.
    """

    application: int
    representations: tuple[T, ...]
    year: int
    kept_version: tuple[Element, ...] = ()
    kept: tuple[Element, ...] = ()

    def encode(self) -> bytes:
        """The record in the distinguished encoding."""
        version = (whole(_GENERATION, GENERATION), whole(_YEAR, self.year), *self.kept_version)
        blocks = (Element.holding(SEQUENCE, one.elements()) for one in self.representations)
        inner = (holder(_VERSION, version), holder(_BLOCKS, blocks), *self.kept)
        return Element.holding(self.application, inner).encode()


def read_finger_record(record: bytes, limits: Limits = USUAL) -> ExtensibleRecord[ExtensibleFinger]:
    """Reads ISO/IEC 39794-4; Problem ``biometric.record_unreadable`` with the field and its place."""
    return _read(record, finger.APPLICATION, finger.STANDARD, ExtensibleFinger.of, limits)


def read_face_record(record: bytes, limits: Limits = USUAL) -> ExtensibleRecord[ExtensibleFace]:
    """Reads ISO/IEC 39794-5; Problem ``biometric.record_unreadable`` with the field and its place."""
    return _read(record, face.APPLICATION, face.STANDARD, ExtensibleFace.of, limits)


def read_iris_record(record: bytes, limits: Limits = USUAL) -> ExtensibleRecord[ExtensibleIris]:
    """Reads ISO/IEC 39794-6; Problem ``biometric.record_unreadable`` with the field and its place."""
    return _read(record, iris.APPLICATION, iris.STANDARD, ExtensibleIris.of, limits)


def _read(
    record: bytes, application: int, standard: str, of: Callable[[Element, Limits], T], limits: Limits
) -> ExtensibleRecord[T]:
    start = Octets.whole(record, standard, limits)
    outer = read_elements(record, standard, limits=limits)
    if len(outer) != 1 or outer[0].tag != application:
        raise start.unreadable("format identifier")
    fields = Fields.of(outer[0], standard, limits)
    version = Fields.of(fields.need(_VERSION, "version number"), standard, limits)
    if version.number(_GENERATION, "version number") != GENERATION:
        raise unreadable(version.owner, standard, "version number")
    held = fields.need(_BLOCKS, "representations")
    blocks = read_elements(held.content, standard, origin=held.at, limits=limits)
    if not 1 <= len(blocks) <= limits.representations or any(one.tag != SEQUENCE for one in blocks):
        raise unreadable(held, standard, "number of representations")
    read = ExtensibleRecord(
        application,
        tuple(of(block, limits) for block in blocks),
        version.number(_YEAR, "version number"),
        version.rest((_GENERATION, _YEAR)),
        fields.rest((_VERSION, _BLOCKS)),
    )
    if read.encode() != record:  # longer lengths or numbers than needed: not the distinguished encoding
        raise start.unreadable("distinguished encoding")
    return read
