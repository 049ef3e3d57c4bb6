"""Records of ISO/IEC 19794: what a device sends, a packet carries, a chip holds.

Pictures and minutiae of edition 2011 here; the 2005 editions, ISO/IEC 39794 (``extensible``), the chip
(``chip_fingers``) and the door for any image record (``picture_record``) in files of their own.
"""

from rekam.biometric.interchange.capture import CaptureDevice, CaptureHead, CaptureMoment, QualityBlock
from rekam.biometric.interchange.certification import Certification
from rekam.biometric.interchange.face_image import FaceImageRecord, FaceRepresentation, Landmark
from rekam.biometric.interchange.finger_image import FingerImageRecord, FingerRepresentation
from rekam.biometric.interchange.finger_minutiae import FingerMinutiaeRecord, MinutiaeRepresentation
from rekam.biometric.interchange.iris_image import IrisImageRecord, IrisRepresentation
from rekam.biometric.interchange.limits import Limits
from rekam.biometric.interchange.minutia import Minutia, MinutiaKind

__all__ = [
    "CaptureDevice",
    "CaptureHead",
    "CaptureMoment",
    "Certification",
    "FaceImageRecord",
    "FaceRepresentation",
    "FingerImageRecord",
    "FingerMinutiaeRecord",
    "FingerRepresentation",
    "IrisImageRecord",
    "IrisRepresentation",
    "Landmark",
    "Limits",
    "Minutia",
    "MinutiaKind",
    "MinutiaeRepresentation",
    "QualityBlock",
]
