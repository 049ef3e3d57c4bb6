from typing import Protocol

from rekam.biometric import Eye, EyeImage, FaceImage, FingerImage, FingerPosition


class Subject(Protocol):
    """Whoever stands before the simulated devices.

    ``attempt`` counts the captures of one place from the simulator's ``first_attempt`` on; another attempt is
    another impression of the same finger, and the same attempt always the same picture.
    """

    def finger(self, position: FingerPosition, attempt: int) -> FingerImage:
        """One impression of a finger."""
        ...

    def eye(self, eye: Eye, attempt: int) -> EyeImage:
        """One picture of an eye in near infrared."""
        ...

    def face(self, attempt: int) -> FaceImage:
        """One portrait."""
        ...
