"""What the binding of NBIS tells in one piece and one by one."""

import numpy as np

from rekam.abis.finger.mindtct import found_minutiae, told_minutiae
from rekam.biometric import FingerPosition
from rekam.biometric.drawn.finger import finger_impression


class Told:
    """A binding of another release: the record is laid out in another way."""

    def __init__(self, found, record):
        self.get = found.get
        self.to_iso_19794_2_2005 = lambda: record


def test_both_ways_tell_the_same_minutiae():
    found = found_minutiae(finger_impression(5, FingerPosition.RIGHT_INDEX, 0).pixels)
    one_by_one = np.array([(one.x(), one.y(), one.angle()) for one in found.get()], float)
    record = found.to_iso_19794_2_2005()

    assert len(one_by_one) > 20
    assert (told_minutiae(found) == one_by_one).all()
    for other in (record + b"\0\0", record[:24] + b"\0\0" + record[24:], b"X" + record[1:], b""):
        assert (told_minutiae(Told(found, other)) == one_by_one).all()
