"""Real prints from a folder in FVC layout, shown to the devices as people with four fingers each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rekam.abis.finger.resampled import resampled
from rekam.biometric import Eye, EyeImage, FaceImage, FingerImage, FingerPosition
from rekam.biometric.drawn import eye_image, portrait
from rekam.demo.operator import SHOWN_FINGERS
from rekam.demo.sitting import sitting
from rekam.edge.device.simulator.setting import Sitter
from rekam.edge.store.picture_folder import read_sets
from rekam.problem import Problem

Finger = Mapping[int, FingerImage]
"""Impressions of one finger by number."""


def read_prints(folder: Path) -> list[list[Finger]]:
    """For each person, for each of the four shown fingers, the impressions by number.

    Person k is made of the k-th finger of each of the first four sets.

    Raises:
        Problem: ``abis.folder_unreadable``, ``command.bad_option`` when there are fewer than four sets.
    """
    sets = [fingers for _, fingers in sorted(read_sets(folder).items())][: len(SHOWN_FINGERS)]
    if len(sets) < len(SHOWN_FINGERS):
        raise Problem(
            "command.bad_option", option="--fingers", reason=f"4 set / sets, {len(sets)} di / in {folder}"
        )
    people = zip(*([fingers[number] for number in sorted(fingers)] for fingers in sets), strict=False)
    return [list(person) for person in people]


def shared_impressions(person: Sequence[Finger]) -> list[int]:
    """The numbers of impressions that all four fingers have, ascending."""
    return sorted(set.intersection(*(set(finger) for finger in person)))


def print_subject(people: Sequence[Sequence[Finger]], sitter: Sitter) -> "PrintSubject":
    """The subject for a sitter whose number was made by `sitting.sitter_number`."""
    person, impression = sitting(sitter.person)
    return PrintSubject(sitter, impression, people[person % len(people)])


@dataclass(frozen=True, slots=True)
class PrintSubject:
    """A person whose four fingers are real prints; face and eyes are drawn and not captured.

    Attributes:
        sitter: Who.
        impression: Which impression this visit shows, whatever the attempt.
        fingers: Impressions of each shown finger.
    """

    sitter: Sitter
    impression: int
    fingers: Sequence[Finger]

    def finger(self, position: FingerPosition, attempt: int) -> FingerImage:  # noqa: ARG002 - one print a visit
        """The print of a shown finger."""
        image = self.fingers[SHOWN_FINGERS.index(position)][self.impression]
        # A scanner delivers 500 dpi whatever its sensor has (ISO/IEC 19794-4).
        pixels = np.clip(np.rint(resampled(image)), 0, 255).astype(np.uint8)
        return FingerImage(position, pixels)

    def eye(self, eye: Eye, attempt: int) -> EyeImage:
        """A drawn eye."""
        return eye_image(self.sitter.person, eye, attempt)

    def face(self, attempt: int) -> FaceImage:
        """A drawn face."""
        s = self.sitter
        return portrait(s.person, sex=s.sex, age=s.age, capture=attempt, birth_year=s.birth_year or 1980)
