"""OSIA's words for fingers and eyes, and ours."""

from rekam.biometric import Eye, FingerPosition

FINGERS = {place.name: place for place in FingerPosition}
"""`BiometricSubType` of a single finger; both vocabularies use the same names."""
EYES = {"EYE_RIGHT": Eye.RIGHT, "EYE_LEFT": Eye.LEFT}
VENDOR, ALGORITHM = "Rekam", "rekam.abis"


def type_of(part: str) -> dict[str, str]:
    """Type and subtype of a part of a score: ``right_index``, ``iris_left``, ``face``."""
    if part == "face":
        return {"biometricType": "FACE", "biometricSubType": "PORTRAIT"}
    if part.startswith("iris_"):
        return {"biometricType": "IRIS", "biometricSubType": f"EYE_{part.removeprefix('iris_').upper()}"}
    return {"biometricType": "FINGER", "biometricSubType": part.upper()}
