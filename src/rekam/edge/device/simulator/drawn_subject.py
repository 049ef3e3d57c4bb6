from dataclasses import dataclass, replace

from rekam.biometric import Eye, EyeImage, FaceImage, FingerImage, FingerPosition
from rekam.edge.device.simulator.setting import Sitter

_OTHER_HAND = {one: FingerPosition(one + 5 if one <= 5 else one - 5) for one in FingerPosition}

_YEAR = 2017
"""For a sitter whose year of birth is not given."""


@dataclass(frozen=True, slots=True)
class DrawnSubject:
    """A declared-synthetic person, drawn by ``rekam.biometric.drawn``; nobody's real body.

    Attributes:
        sitter: Who.
    """

    sitter: Sitter

    def finger(self, position: FingerPosition, attempt: int) -> FingerImage:
        """One impression of a finger."""
        from rekam.biometric.drawn import finger_impression

        shown = _OTHER_HAND[position] if self.sitter.other_hand else position
        image = finger_impression(self.sitter.person, shown, attempt, wear=self.sitter.wear)
        return replace(image, position=position)

    def eye(self, eye: Eye, attempt: int) -> EyeImage:
        """One picture of an eye."""
        from rekam.biometric.drawn import eye_image

        return eye_image(self.sitter.person, eye, attempt, opening=self.sitter.eye_opening)

    def face(self, attempt: int) -> FaceImage:
        """One portrait."""
        from rekam.biometric.drawn import portrait

        sitter = self.sitter
        return portrait(
            sitter.person,
            sex=sitter.sex,
            age=sitter.age,
            capture=attempt,
            birth_year=sitter.birth_year or _YEAR - sitter.age,
        )
