"""Image records of ISO/IEC 19794, edition 2011: what a device sends and what a packet carries."""

from rekam.biometric.interchange.capture import CaptureDevice, CaptureHead, CaptureMoment, QualityBlock
from rekam.biometric.interchange.face_image import FaceImageRecord, FaceRepresentation, Landmark
from rekam.biometric.interchange.finger_image import Certification, FingerImageRecord, FingerRepresentation
from rekam.biometric.interchange.iris_image import IrisImageRecord, IrisRepresentation
from rekam.biometric.interchange.limits import Limits

__all__ = [
    "CaptureDevice",
    "CaptureHead",
    "CaptureMoment",
    "Certification",
    "FaceImageRecord",
    "FaceRepresentation",
    "FingerImageRecord",
    "FingerRepresentation",
    "IrisImageRecord",
    "IrisRepresentation",
    "Landmark",
    "Limits",
    "QualityBlock",
]
