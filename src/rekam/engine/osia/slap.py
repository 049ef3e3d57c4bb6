"""Four fingers in one item."""

from collections.abc import Mapping
from typing import Any

from rekam.biometric import FingerImage
from rekam.biometric.slap import Hand, segment
from rekam.engine.osia.picture import ridges_of
from rekam.engine.osia.words import FINGERS

HANDS = {"PLAIN_RIGHT_FOUR_FINGERS": (Hand.RIGHT, 13), "PLAIN_LEFT_FOUR_FINGERS": (Hand.LEFT, 14)}
"""`BiometricSubType` of a slap, with its hand and its position code (ISO/IEC 19794-4:2011, table 5)."""


def slap_of(item: Mapping[str, Any]) -> tuple[FingerImage, ...]:
    """The fingers of a slap; those that the item names as missing are not looked for.

    Raises:
        Problem: As ``image_of``, and ``biometric.slap_…`` where the fingers cannot be told apart.
    """
    hand, code = HANDS[item["biometricSubType"]]
    pixels, dpi = ridges_of(item, code)
    missing = [
        FINGERS[name] for one in item.get("missing", ()) if (name := one.get("biometricSubType")) in FINGERS
    ]
    return segment(pixels, hand, missing, dpi=dpi)
