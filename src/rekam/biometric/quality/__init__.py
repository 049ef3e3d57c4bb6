"""How good a picture of an eye or a face is, measured without a learned model: components, one score, a cause."""

from rekam.biometric.fault import FaceFault, IrisFault
from rekam.biometric.quality.component import Component, Measured, verdict
from rekam.biometric.quality.face import face_quality
from rekam.biometric.quality.iris import EyeOutline, iris_quality

__all__ = [
    "Component",
    "EyeOutline",
    "FaceFault",
    "IrisFault",
    "Measured",
    "face_quality",
    "iris_quality",
    "verdict",
]
