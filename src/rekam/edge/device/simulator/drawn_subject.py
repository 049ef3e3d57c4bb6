from dataclasses import dataclass

from rekam.biometric import Eye, EyeImage, FaceImage, FingerImage, FingerPosition
from rekam.edge.device.simulator.setting import Sitter

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

        return finger_impression(self.sitter.person, position, attempt, wear=self.sitter.wear)

    def eye(self, eye: Eye, attempt: int) -> EyeImage:
        """One picture of an eye."""
        from rekam.biometric.drawn import eye_image

        return eye_image(self.sitter.person, eye, attempt)

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
