"""Compiles the numeric kernels once, so that the first recording of a new checkout does not wait for them."""

import sys

from rekam.abis import Gallery, PersonTemplate, compare_fingers, extract_finger, extract_iris
from rekam.biometric import Eye, FingerPosition
from rekam.biometric.drawn import eye_image, finger_impression
from rekam.biometric.picture import decode_wsq, encode_wsq


def warm() -> None:
    """Draw, encode, extract, compare and search once; numba keeps what it compiled beside the sources."""
    finger = finger_impression(1, FingerPosition.RIGHT_INDEX, 1)
    again = decode_wsq(
        encode_wsq(finger_impression(1, FingerPosition.RIGHT_INDEX, 2)), FingerPosition.RIGHT_INDEX
    )
    one, other = extract_finger(finger), extract_finger(again)
    compare_fingers(one, other)
    iris = extract_iris(eye_image(1, Eye.RIGHT, 1))
    gallery = Gallery()
    person = PersonTemplate({FingerPosition.RIGHT_INDEX: one}, {Eye.RIGHT: iris})
    gallery.insert("1", person)
    gallery.search(person)


if __name__ == "__main__":
    warm()
    sys.stdout.write("==> inti hitung siap / kernels compiled\n")
