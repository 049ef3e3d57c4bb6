"""Fingers, irises and face of two people brought together: the evidence of each item that both have, by its name."""

from collections.abc import Container, Mapping

import numpy as np

from rekam.abis import parameters
from rekam.abis.face.matcher import faces_evidence
from rekam.abis.finger.comparison import prepared_evidence
from rekam.abis.finger.evidence import counted
from rekam.abis.finger.prepared import PreparedFinger, prepared
from rekam.abis.iris.matcher import distance, iris_evidence, rotations
from rekam.abis.person_template import PersonTemplate
from rekam.biometric import Eye, FingerPosition

Fingers = Mapping[FingerPosition, PreparedFinger]
"""Search forms of one person's fingers."""


class ReadyPerson:
    """Somebody made ready once to be compared with many, precisely; never stored.

    Args:
        template: Of the person.

    Attributes:
        fingers: Search forms of all fingers.
    """

    def __init__(self, template: PersonTemplate) -> None:
        self.fingers: Fingers = prepared_fingers(template)
        self._turned = {eye: rotations(iris) for eye, iris in template.irises.items()}
        self._face = template.face

    def parts(self, other: PersonTemplate, fingers: Fingers) -> dict[str, float]:
        """Log-likelihood ratio of each item both have, nats; their sum is the score.

        Args:
            other: The other person.
            fingers: That person's fingers, at least those that are here too.
        """
        alike = {
            part_name(position): counted(prepared_evidence(finger, fingers[position]))
            for position, finger in self.fingers.items()
            if position in fingers
        }
        return alike | self.parts_besides_fingers(other)

    def parts_besides_fingers(self, other: PersonTemplate) -> dict[str, float]:
        """The same of irises and face alone."""
        parts = {}
        for eye, turned in self._turned.items():
            iris = other.irises.get(eye)
            if iris is not None:
                found = distance(
                    turned, iris.code, iris.mask, parameters.COMPARED_BITS, parameters.COMPARED_LEAST
                )
                parts[part_name(eye)] = float(iris_evidence(np.array([found]))[0])
        if self._face is not None and other.face is not None:
            parts["face"] = faces_evidence(self._face, other.face)
        return parts


def prepared_fingers(template: PersonTemplate, among: Container[FingerPosition] | None = None) -> Fingers:
    """Search forms of a person's fingers, or of those named only: each costs 0.1 ms."""
    return {
        position: prepared(finger)
        for position, finger in template.fingers.items()
        if among is None or position in among
    }


def part_name(place: FingerPosition | Eye) -> str:
    """What an item is called among the parts of a score: ``right_index``, ``iris_left``."""
    name = place.name.lower()
    return f"iris_{name}" if isinstance(place, Eye) else name
