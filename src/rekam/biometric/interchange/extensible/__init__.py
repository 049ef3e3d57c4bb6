"""Extensible records, ISO/IEC 39794 edition 1, tagged binary (DER): fingers, faces and irises as pictures.

The obligatory parts and what the house itself uses are values; every other element, also one of a later
edition, is kept as it came and written back in its place.
"""

from rekam.biometric.interchange.extensible.face import ExtensibleFace
from rekam.biometric.interchange.extensible.finger import ExtensibleFinger
from rekam.biometric.interchange.extensible.iris import ExtensibleIris
from rekam.biometric.interchange.extensible.record import (
    ExtensibleRecord,
    read_face_record,
    read_finger_record,
    read_iris_record,
)

__all__ = [
    "ExtensibleFace",
    "ExtensibleFinger",
    "ExtensibleIris",
    "ExtensibleRecord",
    "read_face_record",
    "read_finger_record",
    "read_iris_record",
]
