from rekam.biometric.interchange.finger_minutiae import FingerMinutiaeRecord
from rekam.biometric.interchange.finger_minutiae_2005 import IDENTIFIER, FingerMinutiaeRecord2005
from rekam.biometric.interchange.limits import USUAL, Limits


def read_minutiae_record(
    record: bytes, limits: Limits = USUAL
) -> FingerMinutiaeRecord | FingerMinutiaeRecord2005:
    """A record of ISO/IEC 19794-2 of either edition; Problem ``biometric.record_unreadable``."""
    if record.startswith(IDENTIFIER):
        return FingerMinutiaeRecord2005.decode(record, limits)
    return FingerMinutiaeRecord.decode(record, limits)
