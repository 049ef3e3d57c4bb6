"""The minutiae on the card's chip: written when the card is made, read when it is handed over."""

from collections.abc import Mapping

from rekam.abis.finger.template import FingerTemplate
from rekam.abis.interchange.chip_record import card_fingers, chip_finger, chip_template
from rekam.biometric import FingerPosition
from rekam.biometric.interchange.card_minutiae import CardFormat, Order
from rekam.biometric.interchange.chip_fingers import read_chip_fingers, write_chip_fingers

CHIP_BYTES = 8192
"""Memory of the KTP-el's chip, biodata, photo and signature included (8 kB, ISO/IEC 14443)."""


def write_chip(
    fingers: Mapping[FingerPosition, FingerTemplate],
    quality: Mapping[FingerPosition, int],
    *,
    form: CardFormat = CardFormat.COMPACT,
    order: Order = Order.ANY,
) -> bytes:
    """The two fingers of a person for the chip, ISO/IEC 19794-2 card format; at most 0.7 kB.

    Args:
        fingers: Templates of the fingers that were captured.
        quality: NFIQ 2 of each, 0-100; a finger without one counts as 0.
        form: Compact unless the chip asks for the normal form.
        order: Order that the chip wants within a finger.

    Returns:
        A group of biometric information templates; it holds none for who has no readable finger.
    """
    chosen = card_fingers({position: quality.get(position, 0) for position in fingers})
    return write_chip_fingers([chip_finger(fingers[one], one, form) for one in chosen], order)


def read_chip(group: bytes) -> dict[FingerPosition, FingerTemplate]:
    """The fingers of a chip, ready for ``rekam.abis.compare_fingers`` with a finger that was just laid on.

    Raises:
        Problem: ``biometric.record_unreadable``, ``abis.finger_unreadable``.
    """
    return {finger.position: chip_template(finger) for finger in read_chip_fingers(group)}
