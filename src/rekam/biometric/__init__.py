"""What is captured of a body: positions, pictures, samples and their interchange formats."""

from rekam.biometric.image import EyeImage, FaceImage, FingerImage
from rekam.biometric.position import LEFT_FOUR, RIGHT_FOUR, THUMBS, Eye, FingerPosition, Modality
from rekam.biometric.sample import ExceptionReason, MissingItem, Sample

__all__ = [
    "LEFT_FOUR",
    "RIGHT_FOUR",
    "THUMBS",
    "ExceptionReason",
    "Eye",
    "EyeImage",
    "FaceImage",
    "FingerImage",
    "FingerPosition",
    "MissingItem",
    "Modality",
    "Sample",
]
