"""Records of other makers: read, then written, they keep every octet.

Such records hold real fingers, so none is in this repository. Name a folder of them in ``REKAM_RECORDS``.
"""

import os
from pathlib import Path

import pytest

from rekam.biometric.interchange import FaceImageRecord, FingerImageRecord, IrisImageRecord
from rekam.biometric.interchange.extensible import read_face_record, read_finger_record, read_iris_record
from rekam.biometric.interchange.face_image_2005 import FaceImageRecord2005
from rekam.biometric.interchange.finger_image_2005 import FingerImageRecord2005
from rekam.biometric.interchange.iris_image_2005 import IrisImageRecord2005
from rekam.biometric.interchange.minutiae_record import read_minutiae_record

READERS = {
    b"FMR\0": read_minutiae_record,
    b"FIR\x00020": FingerImageRecord.decode,
    b"FIR\x00010": FingerImageRecord2005.decode,
    b"FAC\x00030": FaceImageRecord.decode,
    b"FAC\x00010": FaceImageRecord2005.decode,
    b"IIR\x00020": IrisImageRecord.decode,
    b"IIR\x0001": IrisImageRecord2005.decode,
    b"\x64": read_finger_record,
    b"\x65": read_face_record,
    b"\x66": read_iris_record,
}
FOLDER = os.environ.get("REKAM_RECORDS")


@pytest.mark.skipif(not FOLDER, reason="REKAM_RECORDS names no folder of other makers' records")
def test_records_of_other_makers_keep_their_octets():
    changed, seen = [], 0
    for path in sorted(Path(FOLDER or ".").rglob("*")):
        octets = path.read_bytes() if path.is_file() else b""
        read = next((read for start, read in READERS.items() if octets.startswith(start)), None)
        if read is not None:
            seen += 1
            if read(octets).encode() != octets:
                changed.append(path.name)
    assert seen
    assert changed == []
