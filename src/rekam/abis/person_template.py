import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

from rekam.abis import parameters
from rekam.abis.face.template import FaceTemplate
from rekam.abis.finger.template import FingerTemplate
from rekam.abis.iris.template import IrisTemplate
from rekam.biometric import Eye, FingerPosition
from rekam.problem import Problem

HEAD = struct.Struct("<4sBBB")
"""Magic, version, number of fingers, number of irises."""
ITEM = struct.Struct("<BH")
"""Position and length of one item."""
FACE = 0
"""Position of the face, which has none."""
MAGIC = b"RKPT"
WITHOUT_FACE, WITH_FACE = 1, 2
"""Versions: the second ends with one more item, the face. Both are read, and written back as they were."""


@dataclass(frozen=True, slots=True)
class PersonTemplate:
    """All that is compared of one person.

    Attributes:
        fingers: Template of each finger that could be read.
        irises: Template of each iris that could be read.
        face: Template of the portrait, where a describer is installed.
    """

    fingers: Mapping[FingerPosition, FingerTemplate] = field(default_factory=dict)
    irises: Mapping[Eye, IrisTemplate] = field(default_factory=dict)
    face: FaceTemplate | None = None

    def to_bytes(self) -> bytes:
        """Head, then fingers and irises in the order of their positions, then the face; about 9 kB."""
        version = WITHOUT_FACE if self.face is None else WITH_FACE
        parts = [HEAD.pack(MAGIC, version, len(self.fingers), len(self.irises))]
        items = [(int(place), self.fingers[place].to_bytes()) for place in sorted(self.fingers)]
        items += [(int(eye), self.irises[eye].to_bytes()) for eye in sorted(self.irises)]
        items += [] if self.face is None else [(FACE, self.face.to_bytes())]
        for place, content in items:
            parts += (ITEM.pack(place, len(content)), content)
        return b"".join(parts)

    @classmethod
    def from_bytes(cls, data: bytes) -> "PersonTemplate":
        """Read what ``to_bytes`` wrote.

        Raises:
            Problem: ``abis.template_unreadable`` for any other bytes.
        """
        if not HEAD.size <= len(data) <= parameters.MOST_PERSON_BYTES:
            raise Problem("abis.template_unreadable", part="person")
        magic, version, finger_count, iris_count = HEAD.unpack_from(data)
        if (
            magic != MAGIC
            or version not in {WITHOUT_FACE, WITH_FACE}
            or finger_count > len(FingerPosition)
            or iris_count > len(Eye)
        ):
            raise Problem("abis.template_unreadable", part="person")
        items, at = [], HEAD.size
        faces = int(version == WITH_FACE)
        for _ in range(finger_count + iris_count + faces):
            if at + ITEM.size > len(data):
                raise Problem("abis.template_unreadable", part="person")
            place, length = ITEM.unpack_from(data, at)
            at += ITEM.size
            items.append((place, data[at : at + length]))
            at += length
        places = [place for place, _ in items]
        fingers, irises = places[:finger_count], places[finger_count : finger_count + iris_count]
        sound = (
            at == len(data)
            and all(
                set(found) <= {int(place) for place in kind}
                for found, kind in ((fingers, FingerPosition), (irises, Eye))
            )
            and all(found == sorted(set(found)) for found in (fingers, irises))
            and places[finger_count + iris_count :] == [FACE] * faces
        )
        if not sound:
            raise Problem("abis.template_unreadable", part="person")
        return cls(
            {
                FingerPosition(place): FingerTemplate.from_bytes(content)
                for place, content in items[:finger_count]
            },
            {
                Eye(place): IrisTemplate.from_bytes(content)
                for place, content in items[finger_count : finger_count + iris_count]
            },
            FaceTemplate.from_bytes(items[-1][1]) if faces else None,
        )
